/// What a credential proves about itself without a network.
public enum Verdict: String, Hashable, Sendable {
    /// A checksum or a parse holds.
    case proven

    /// No proof exists for this kind, or none that speaks against it.
    case plausible

    /// A check fails in a family where it must hold: not a credential.
    case impossible
}
