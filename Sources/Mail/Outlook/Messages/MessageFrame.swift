import Blobs

/// A message whose parts are being given, one after another.
final class MessageFrame {
    let source: OutlookMessage
    let message: MailMessage
    let enclosing: [MailMessage]

    /// What stands in front of its sections: `2.` for the message in attachment 2, nothing for an outermost one.
    let prefix: String

    /// What is next: parts of the message itself first, then its attachments.
    private var pending: [PendingPart] = []
    private var failures: [OutlookError]
    private var nextAttachment = 0

    enum Step {
        case part(PendingPart)
        case message(any MessageOpener, section: String)
    }

    init(_ source: OutlookMessage, inside frame: MessageFrame?, section: String) {
        self.source = source
        let lines = HeaderText.lines(source)
        message = MessageSummary.message(source, header: lines, enclosedIn: frame?.message.identifier)
        enclosing = frame.map { $0.enclosing + [$0.message] } ?? []
        prefix = frame.map { $0.prefix + section + "." } ?? ""
        failures = source.damage + source.properties.damage + HeaderText.failures(source, lines: lines)
        pending = MessageBodies.parts(of: source, headerLines: lines, failures: &failures).reversed()
    }

    /// What comes next; `nil` when the message is told.
    func next() throws(OutlookError) -> Step? {
        while true {
            if let part = pending.popLast() { return .part(part) }
            if !failures.isEmpty { throw failures.removeFirst().concerning(prefix + "H") }
            guard nextAttachment < source.attachments.count else { return nil }
            let opener = source.attachments[nextAttachment]
            nextAttachment += 1
            let section = String(nextAttachment + 1)
            do throws(OutlookError) {
                let attachment = try opener.open()
                failures = attachment.properties.damage.map { $0.concerning(prefix + section) }
                if case .message(let inner) = attachment.content { return .message(inner, section: section) }
                pending = AttachmentParts.parts(of: attachment, in: source, section: section).reversed()
            } catch {
                throw error.concerning(prefix + section)
            }
        }
    }
}
