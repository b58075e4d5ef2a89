import Checksums

/// An issuer's tokens of the form prefix, body, check.
struct CheckedTokenFamily: Sendable {
    let issuer: String
    let check: TrailingCheck
    let forms: [CheckedTokenForm]

    /// The form of `token`: the one whose prefix and length it has; `nil` if there is none.
    func form(of token: Span<UInt8>) -> CheckedTokenForm? {
        forms.first { $0.lengths.contains(token.count) && token.starts(with: $0.prefix, at: 0) }
    }
}
