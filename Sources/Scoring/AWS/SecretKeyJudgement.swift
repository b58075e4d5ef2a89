/// What is thought of one candidate for an AWS secret access key: a plain value.
public struct SecretKeyJudgement: Hashable, Sendable {
    /// The least of the six statistics on their common scale, 0 being the limit beside a
    /// keyword and 64 the limit alone. `Int32.min` if the surroundings rule the candidate out.
    public let margin: Int32

    /// What is held against the candidate where it stands alone; `nil` if it passes.
    public let objection: SecretKeyObjection?

    /// Whether the candidate passes without any context: at least 99.3 % of random keys do.
    public var passesAlone: Bool { objection == nil }

    /// Whether the candidate passes beside a keyword or a key id: at least 99.97 % of random keys do.
    public let passesBesideKeyword: Bool
}
