import Blobs
import Exposure
import Findings
import Rules

/// Messages and findings made by hand, at a company `corp.example`.
enum MailSample {
    static let secret = Secret(Array(("wJ4" + "kQ9zT" + "b7Lm").utf8))
    static let otherSecret = Secret(Array(("pR2" + "xV8sD" + "n5Yc").utf8))

    static let rule = RuleSummary(
        id: "test-key", title: "Test key", description: "", severity: .critical, remedy: "Deactivate it.",
        references: [])

    static let corp = organisation(["corp.example"])

    static func organisation(_ names: [String]) -> OrganisationDomains {
        do {
            return try OrganisationDomains(names)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    /// 2024-03-05T09:12:00Z.
    static let start: Int64 = 1_709_629_920

    static func addresses(_ list: [String]) -> [MailAddress] { list.map { MailAddress(address: $0) } }

    /// - Parameter day: days after `start`; `nil` for no date.
    static func message(
        _ identifier: String, from: String = "alice@corp.example", to: [String] = [], cc: [String] = [],
        day: Int64? = 0, subject: String = "deploy key", _ change: (inout MailMessage) -> Void = { _ in }
    ) -> MailMessage {
        var message = MailMessage()
        message.identifier = identifier
        message.date = day.map { start + 86_400 * $0 }
        message.subject = subject
        message.from = from.isEmpty ? [] : addresses([from])
        message.to = addresses(to)
        message.cc = addresses(cc)
        change(&message)
        return message
    }

    static func finding(
        in message: MailMessage, enclosing: [MailMessage] = [], secret: Secret = secret, box: String = "inbox.mbox",
        part: String = "1", line: Int = 3, isQuoted: Bool = false, score: Float = 0.92
    ) -> Finding {
        let outermost = enclosing.first ?? message
        let provenance = Provenance(
            .file(RawPath(box)), .message(RawPath("<\(outermost.identifier)>")), .part(RawPath(part)))
        let location = Location(
            bytes: 20..<30, start: .init(line: line, column: 1, utf16Column: 1),
            end: .init(line: line, column: 11, utf16Column: 11))
        return Finding(
            rule: rule, severity: .critical, verdict: .plausible, score: score, provenance: provenance,
            location: location, secret: secret, prefixLength: 0, reason: "", details: [], related: [],
            line: Place.Line(masked: []), ordinal: 0
        ).placed(in: MailOrigin(message: message, enclosing: enclosing, section: "1"), isQuoted: isQuoted)
    }

    /// The only record of `findings`.
    static func exposure(
        _ findings: [Finding], organisation: OrganisationDomains = corp, members: GroupMembership = GroupMembership()
    ) -> SecretExposure {
        let exposures = MailExposure.build(findings: findings, organisation: organisation, members: members)
        precondition(exposures.count == 1)
        return exposures[0]
    }
}
