import Blobs
import Findings

/// The messages that hold one secret.
struct SecretCarriers {
    /// The finding that says most: the surest, the first of several.
    private(set) var finding: Finding

    /// As mailboxes store them, by identifier.
    private var stored: [String: StoredMessage] = [:]

    /// These and the messages that they enclose, by identifier.
    private var envelopes: [String: Envelope] = [:]

    /// The first finding in each of these, unquoted ones first.
    private var findings: [String: Finding] = [:]

    /// - Parameter finding: the first in report order.
    init(_ finding: Finding, _ origin: MailOrigin) {
        self.finding = finding
        add(finding, origin)
    }

    mutating func add(_ finding: Finding, _ origin: MailOrigin) {
        if finding.score > self.finding.score { self.finding = finding }
        let outermost = origin.enclosing.first ?? origin.message
        stored[outermost.identifier, default: StoredMessage(outermost)].add(finding, origin)
        for message in origin.enclosing {
            note(message)
            if message.identifier != origin.message.identifier { envelopes[message.identifier]?.encloses = true }
        }
        note(origin.message)
        let identifier = origin.message.identifier
        if !finding.isQuoted { envelopes[identifier]?.holdsOriginal = true }
        if findings[identifier].map({ $0.isQuoted && !finding.isQuoted }) ?? true { findings[identifier] = finding }
    }

    /// In order of time.
    var inOrder: [Envelope] { envelopes.values.sorted(by: Envelope.isBefore) }

    /// The message that sent it first: the earliest that holds it unquoted, else the earliest of all. What was not
    /// sent, and what only encloses it, comes last.
    func first(of envelopes: [Envelope]) -> Envelope? {
        let written = envelopes.filter { findings[$0.identifier] != nil }
        let sent = written.filter { !$0.isDraft }
        return sent.first(where: \.holdsOriginal) ?? sent.first ?? written.first
    }

    /// What is told of the message that sent it first.
    func firstSending(_ envelope: Envelope) -> SecretExposure.FirstSending? {
        guard let finding = findings[envelope.identifier], let origin = finding.mail else { return nil }
        let outermost = origin.enclosing.first ?? origin.message
        return SecretExposure.FirstSending(
            date: envelope.date, messageID: envelope.identifier, from: envelope.sender, subject: envelope.subject,
            folders: outermost.folders, container: finding.provenance.mailContainer ?? finding.provenance.path,
            part: StoredMessage.part(of: finding, origin), line: finding.location.start.line,
            isOriginal: envelope.holdsOriginal)
    }

    var counts: SecretExposure.Counts {
        var counts = SecretExposure.Counts()
        var threads = ThreadSets()
        for envelope in envelopes.values {
            if envelope.holdsOriginal { counts.originals += 1 }
            for thread in envelope.threads { threads.join(envelope.identifier, thread) }
        }
        for (identifier, message) in stored {
            counts.messages += 1
            if message.isQuotedOnly { counts.quotedOnly += 1 }
            if message.states.contains(.deleted) { counts.deleted += 1 }
            if message.states.contains(.unallocated) { counts.unallocated += 1 }
            if !message.states.isDisjoint(with: [.spam, .trash]) { counts.spamOrTrash += 1 }
            if envelopes[identifier]?.isDraft == true { counts.drafts += 1 }
        }
        counts.threads = threads.count
        return counts
    }

    /// Every stored copy, in order of container and offset.
    var copies: [SecretExposure.Copy] {
        stored.values.flatMap(\.copies).sorted {
            ($0.container, $0.offset, $0.messageID) < ($1.container, $1.offset, $1.messageID)
        }
    }

    var folders: [String] { stored.values.reduce(into: Set()) { $0.formUnion($1.folders) }.sorted() }

    private mutating func note(_ message: MailMessage) {
        if envelopes[message.identifier] == nil {
            envelopes[message.identifier] = Envelope(message)
        } else {
            envelopes[message.identifier]?.merge(message)
        }
    }
}
