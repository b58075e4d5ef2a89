import Blobs
import Findings

/// What is said of a finding, in words that may stand anywhere: masked, cut, and visible to the last character.
struct FindingFacts {
    struct Fact {
        let label: String
        let text: String
    }

    /// How many references are named.
    private static let shownReferences = 5

    /// How many digits of a commit's name are shown.
    private static let shownDigits = 12

    private let showsSecrets: Bool
    private var filter: ContentFilter
    private let addresses: AddressFilter

    /// - Parameter showsSecrets: whether the reader may see the secrets themselves.
    init(_ report: RunReport, showsSecrets: Bool) {
        self.showsSecrets = showsSecrets
        filter = ContentFilter(report.masker)
        addresses = AddressFilter(report)
    }

    /// `src/config.py:12:8`.
    mutating func place(of finding: Finding) -> String {
        "\(path(finding.provenance.path)):\(finding.location.start.line):\(finding.location.start.column)"
    }

    mutating func path(_ path: RawPath) -> String { DisplayText.name(filter.path(path).bytes) }

    func prose(_ text: String) -> String { DisplayText.prose(filter.text(text)) }

    /// The same for a text that holds addresses.
    func address(_ text: String) -> String { DisplayText.prose(addresses.text(text)) }

    /// The secret as it may be shown, with the class of its length.
    func secret(of finding: Finding) -> String {
        guard !showsSecrets else { return DisplayText.name(finding.secret.reveal()) }
        return "\(finding.redacted.text) (\(finding.redacted.lengthClass) bytes)"
    }

    /// Everything but title, place and severity, in the order in which it is read. No text is empty.
    mutating func facts(of finding: Finding) -> [Fact] {
        var facts = [Fact(label: "secret", text: secret(of: finding))]
        if let medium = ProvenanceText.medium(of: finding.provenance) {
            facts.append(Fact(label: "where", text: medium))
        }
        facts.append(Fact(label: "why", text: prose(finding.reason)))
        if let origin = finding.mail { facts += self.facts(of: origin, isQuoted: finding.isQuoted) }
        if let history = finding.history { facts += self.facts(of: history) }
        facts += finding.details.map { Fact(label: prose($0.name), text: prose($0.value)) }
        facts += finding.related.map { Fact(label: "with", text: text(of: $0)) }
        return facts.filter { !$0.text.isEmpty }
    }

    private func text(of related: Finding.Related) -> String {
        let redacted = RedactedSecret(related.secret, prefixLength: related.prefixLength)
        let shown = showsSecrets ? DisplayText.name(related.secret.reveal()) : redacted.text
        let start = related.location.start
        return "\(DisplayText.prose(related.role)) \(shown) at \(start.line):\(start.column)"
    }

    private func facts(of origin: MailOrigin, isQuoted: Bool) -> [Fact] {
        let message = origin.message
        let words = [MailText.date(message.date), MailText.sender(of: message).map(address)].compactMap(\.self)
        let subject = message.subject.isEmpty ? "" : ": \(prose(message.subject))"
        let quoted = isQuoted ? [Fact(label: "quoted", text: "the line quotes another message")] : []
        return [Fact(label: "mail", text: words.joined(separator: " ") + subject)] + quoted
    }

    private mutating func facts(of history: History) -> [Fact] {
        var facts: [Fact] = []
        if let commit = history.introduced { facts.append(Fact(label: "since", text: text(of: commit))) }
        if let last = history.last, last != history.introduced {
            let versions = Quantity.count(history.versions)
            facts.append(Fact(label: "until", text: "\(text(of: last)), \(versions) versions"))
        }
        for other in history.otherPaths { facts.append(Fact(label: "also as", text: path(other))) }
        facts.append(Fact(label: "reach", text: Self.reach(of: history)))
        let names = history.references.prefix(Self.shownReferences).map { prose(String(decoding: $0, as: UTF8.self)) }
        let others = history.referenceCount - names.count
        let more = others > 0 ? " and \(Quantity.count(others)) more" : ""
        facts.append(Fact(label: "refs", text: names.joined(separator: " ") + more))
        return facts
    }

    private static func reach(of history: History) -> String {
        guard history.isReachable else { return "unreachable: no reference leads to it" }
        var state: [String] = []
        if let isInHead = history.isInHead { state.append(isInHead ? "in HEAD" : "not in HEAD") }
        if let isPushed = history.isPushed {
            state.append(isPushed ? "pushed to a remote" : "in no remote-tracking reference")
        }
        return state.joined(separator: ", ")
    }

    private func text(of commit: History.Commit) -> String {
        let author = prose(String(decoding: commit.author, as: UTF8.self))
        let subject = prose(String(decoding: commit.subject, as: UTF8.self))
        return "\(commit.id.prefix(Self.shownDigits)) \(Timestamp.text(commit.seconds)) \(author): \(subject)"
    }
}
