import Blobs
import Findings

/// A message that holds a secret, put together from all its copies: only the sender's own tells `Bcc`, only the
/// receiver's tells whose mailbox it came to.
struct Envelope {
    let identifier: String

    /// In seconds since 1970; `nil` if it has no date, or none that can be.
    private(set) var date: Int64?
    private(set) var from: [MailAddress]
    private(set) var subject: String
    private(set) var to: [MailAddress]
    private(set) var cc: [MailAddress]
    private(set) var bcc: [MailAddress]
    private(set) var resentTo: [MailAddress]
    private(set) var deliveredTo: [MailAddress]
    private(set) var lists: [String]
    private(set) var states: Set<MailMessage.State>
    private(set) var threads: Set<String> = []

    /// Whether a copy is the sender's own.
    private(set) var hasSentCopy = false

    /// Whether somebody wrote or attached the secret here, and did not only quote or enclose it.
    var holdsOriginal = false

    /// Whether it holds the secret in a message that it encloses.
    var encloses = false

    init(_ message: MailMessage) {
        identifier = message.identifier
        date = MessageDate.plausible(message.date)
        from = message.from.isEmpty ? message.sender : message.from
        (subject, to, cc, bcc) = (message.subject, message.to, message.cc, message.bcc)
        (resentTo, deliveredTo, lists) = (message.resentTo, message.deliveredTo, message.lists)
        states = message.states
        noteCopy(message)
    }

    /// Adds what another copy tells.
    mutating func merge(_ message: MailMessage) {
        date = date ?? MessageDate.plausible(message.date)
        if from.isEmpty { from = message.from.isEmpty ? message.sender : message.from }
        if subject.isEmpty { subject = message.subject }
        Self.add(message.to, to: &to)
        Self.add(message.cc, to: &cc)
        Self.add(message.bcc, to: &bcc)
        Self.add(message.resentTo, to: &resentTo)
        Self.add(message.deliveredTo, to: &deliveredTo)
        for list in message.lists where !lists.contains(list) { lists.append(list) }
        // It is a draft only as long as every copy is: the one that was sent counts.
        let isDraft = states.contains(.draft) && message.states.contains(.draft)
        states.formUnion(message.states)
        if !isDraft { states.remove(.draft) }
        noteCopy(message)
    }

    /// The address of who sent it; empty if there is none.
    var sender: String { from.first?.address ?? "" }

    var isDraft: Bool { states.contains(.draft) }

    /// Whether a copy tells who was in `Bcc`.
    var isBccKnown: Bool { hasSentCopy || !bcc.isEmpty }

    /// By time, those without a date last.
    static func isBefore(_ left: Envelope, _ right: Envelope) -> Bool {
        (left.date ?? .max, left.identifier) < (right.date ?? .max, right.identifier)
    }

    private mutating func noteCopy(_ message: MailMessage) {
        threads.insert(message.thread ?? message.identifier)
        if MailFolders.holdsSent(message.folders) { hasSentCopy = true }
    }

    private static func add(_ more: [MailAddress], to addresses: inout [MailAddress]) {
        guard more != addresses, !more.isEmpty else { return }
        var known = Set(addresses.map(\.address))
        for address in more where known.insert(address.address).inserted { addresses.append(address) }
    }
}
