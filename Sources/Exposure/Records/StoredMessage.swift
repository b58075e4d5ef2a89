import Blobs
import Findings

/// A message that holds a secret, as mailboxes store it: with all its copies, whatever it encloses.
struct StoredMessage {
    /// One copy: a message in a container.
    struct Place: Hashable {
        let container: RawPath
        let offset: Int
    }

    let outermost: MailMessage
    private(set) var states: Set<MailMessage.State> = []
    private(set) var folders: Set<String> = []

    /// The parts with the secret, by copy.
    private(set) var parts: [Place: Set<RawPath>] = [:]

    /// Whether the secret stands in quoted lines only.
    private(set) var isQuotedOnly = true

    init(_ outermost: MailMessage) {
        self.outermost = outermost
    }

    mutating func add(_ finding: Finding, _ origin: MailOrigin) {
        let message = origin.enclosing.first ?? origin.message
        states.formUnion(message.states)
        folders.formUnion(message.folders)
        if !finding.isQuoted { isQuotedOnly = false }
        let container = finding.provenance.mailContainer ?? finding.provenance.path
        let place = Place(container: container, offset: message.offset)
        parts[place, default: []].insert(Self.part(of: finding, origin))
    }

    /// What is to be removed, in order of container and offset.
    var copies: [SecretExposure.Copy] {
        let places = parts.keys.sorted { ($0.container, $0.offset) < ($1.container, $1.offset) }
        return places.map { place in
            SecretExposure.Copy(
                container: place.container, messageID: outermost.identifier,
                date: MessageDate.plausible(outermost.date), from: outermost.from.first?.address ?? "",
                subject: outermost.subject, parts: (parts[place] ?? []).sorted(), offset: place.offset)
        }
    }

    /// The part as the path has it, else its number.
    static func part(of finding: Finding, _ origin: MailOrigin) -> RawPath {
        finding.provenance.mailPart ?? RawPath(origin.section)
    }
}
