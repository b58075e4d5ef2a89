/// The ways in which issuers let a token carry its own check.
///
/// A family adds the check to a text: examples of rules are made with it. Proofs compare what stands with what should.
public enum CheckedFamily: String, CaseIterable, Sendable {
    /// `ghp_` and its siblings: six base62 digits of the CRC-32 of what follows the prefix.
    case github

    /// Returns `body`, a token without its check, with the check where the family puts it; `nil` if `body` cannot be
    /// the body of such a token.
    public func completed(_ body: [UInt8]) -> [UInt8]? {
        switch self {
        case .github:
            guard let end = body.firstIndex(of: UInt8(ascii: "_")) else { return nil }
            let checked = Array(body[(end + 1)...])
            return body + Base62.digits(CRC32.checksum(of: checked.span), width: 6)
        }
    }
}
