import Findings
import Rules

/// A credential whose structure tells something: read once for the verdict, and again for the report.
///
/// What all such credentials share is done here: escapes are undone before it is read, and one that has expired is
/// of low severity.
protocol TellingCredential {
    /// What of a match is read.
    static var extent: CredentialExtent { get }

    /// Whether percent-encoding is undone too. URLs keep theirs.
    static var percent: SpelledByte.Percent { get }

    /// The secret as it is used: two spellings of one secret give the same bytes.
    static func normalised(_ secret: [UInt8]) -> [UInt8]

    /// `nil` if `text` cannot be such a credential: the match is impossible.
    init?(_ text: [UInt8])

    /// What is thought of it at any time, expiry left out.
    var judgement: Judgement { get }

    /// The first moment at which it is refused; `nil` if it does not say, or never ends.
    var expiresAt: UTCTime? { get }

    /// Why it was found: one clause without any part of the secret.
    var reason: String { get }

    /// What it tells, but for its expiry.
    var details: DetailList { get }
}

/// What of a match a proof reads.
enum CredentialExtent {
    case secret
    case match
}

extension TellingCredential {
    static var extent: CredentialExtent { .secret }
    static var percent: SpelledByte.Percent { .undone }
    var expiresAt: UTCTime? { nil }

    /// - Parameter now: seconds since 1970.
    static func judge(_ window: Span<UInt8>, match: Range<Int>, secret: Range<Int>, now: Int) -> Judgement {
        let range = extent == .match ? match : secret
        guard let credential = Self(SpelledText.undone(window, range, percent: percent)) else { return .impossible }
        var judgement = credential.judgement
        if credential.hasExpired(at: now) { judgement.severityLimit = .low }
        return judgement
    }

    static func facts(secret: [UInt8], match: [UInt8], now: Int) -> (reason: String, details: [Finding.Detail]) {
        let text = extent == .match ? match : secret
        guard let credential = Self(SpelledText.undone(text.span, 0..<text.count, percent: percent)) else {
            return ("has the shape of such a credential", [])
        }
        var details = credential.details
        details.add("expires", credential.expiresAt)
        return (credential.reason + (credential.hasExpired(at: now) ? ", and has expired" : ""), details.all)
    }

    /// The secret with its escapes undone.
    static func normalised(_ secret: [UInt8]) -> [UInt8] {
        SpelledText.undone(secret.span, 0..<secret.count, percent: percent)
    }

    private func hasExpired(at now: Int) -> Bool {
        expiresAt.map { $0.seconds <= now } ?? false
    }
}
