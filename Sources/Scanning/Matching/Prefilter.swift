/// How anchors are searched for. Both ways give the same hits; the naive one is the oracle of the other.
public enum Prefilter: String, Sendable, CaseIterable {
    case fast
    case naive
}
