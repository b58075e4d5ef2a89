import Findings

/// One kind of token in a family whose tokens end with a check.
struct CheckedTokenForm: Sendable {
    let prefix: String

    /// What the token is, such as "personal access token".
    let kind: String

    /// Bytes of the whole token.
    let lengths: ClosedRange<Int>

    /// Whether every token of this kind carries the check, so that one without is none.
    let isHard: Bool

    /// What else the prefix tells.
    let details: [Finding.Detail]

    init(
        _ prefix: String, _ kind: String, lengths: ClosedRange<Int>, isHard: Bool, details: [Finding.Detail] = []
    ) {
        self.prefix = prefix
        self.kind = kind
        self.lengths = lengths
        self.isHard = isHard
        self.details = details
    }
}
