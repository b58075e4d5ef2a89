/// A search that is done in one of two ways with the same results.
enum AnchorSearcher<Fast: Sendable, Naive: Sendable>: Sendable {
    case fast(Fast)
    case naive(Naive)
}
