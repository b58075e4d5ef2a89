import Blobs
import Findings

/// What is said of a secret that went by mail, in words that may stand anywhere: masked, cut, and visible.
struct ExposureFacts {
    let groups: [Secret: Int]
    private var facts: FindingFacts
    private let filter: ContentFilter

    init(_ report: RunReport, showsSecrets: Bool) {
        groups = report.groupsBySecret
        facts = FindingFacts(report, showsSecrets: showsSecrets)
        filter = ContentFilter(report.masker)
    }

    func prose(_ text: String) -> String { facts.prose(text) }

    /// The same for a text that holds addresses.
    func address(_ text: String) -> String { facts.address(text) }

    mutating func path(_ path: RawPath) -> String { facts.path(path) }

    func secret(of exposure: SecretExposure) -> String { facts.secret(of: exposure.finding) }

    /// Not cut: by it the message is found again.
    func identifier(_ identifier: String) -> String {
        DisplayText.prose(filter.whole(MailText.identifier(identifier)))
    }

    /// `2024-03-05T09:12:00Z by alice@corp.example: deploy key`.
    func firstSent(_ exposure: SecretExposure) -> String {
        let first = exposure.firstSent
        var words = [MailText.date(first.date) ?? "at an unknown time"]
        if !first.from.isEmpty { words.append("by \(address(first.from))") }
        let subject = first.subject.isEmpty ? "" : ": \(prose(first.subject))"
        let note = first.isOriginal ? "" : " (a quotation: the original is not in this mail)"
        return words.joined(separator: " ") + subject + note
    }

    /// `inbox.mbox, <c05@corp.example>, part 2 credentials.csv, line 2`.
    mutating func firstPlace(_ exposure: SecretExposure) -> String {
        let first = exposure.firstSent
        return "\(path(first.container)), \(identifier(first.messageID)), part \(path(first.part)), line \(first.line)"
    }

    /// People, those outside first, at most `limit`, with how many more there are.
    func people(_ exposure: SecretExposure, limit: Int) -> [String] {
        list(exposure.external + exposure.people.filter { $0.isExternal != true }, limit: limit, MailText.person)
    }

    /// Lists, at most `limit`, with how many more there are.
    func lists(_ exposure: SecretExposure, limit: Int) -> [String] {
        list(exposure.lists, limit: limit) { list in
            let members = list.memberCount.map { Quantity.count($0, "member") } ?? "members unknown"
            return "\(list.address) (\(members)\(list.isExternal == true ? ", external" : ""))"
        }
    }

    /// How it went, at most `limit` ways, with how many more there are.
    func ways(_ exposure: SecretExposure, limit: Int) -> [String] {
        list(MailText.ways(of: exposure), limit: limit, \.self)
    }

    private func list<Element>(_ all: [Element], limit: Int, _ text: (Element) -> String) -> [String] {
        let shown = all.prefix(limit).map { address(text($0)) }
        return shown + (all.count > limit ? ["and \(Quantity.count(all.count - limit)) more"] : [])
    }
}
