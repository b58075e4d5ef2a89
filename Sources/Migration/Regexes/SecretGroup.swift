/// Which group of a pattern holds the secret.
enum SecretGroup: Hashable, Sendable {
    /// The first group that takes part, or the whole match if there is none.
    case first
    /// By number, from 1.
    case number(Int)
    /// Called so, in any case; otherwise as `first`.
    case named(String)
}
