/// A found match, and where it is, as seen from where the lines of its segment are counted from.
struct PlacedMatch {
    let found: FoundMatch
    let start: RelativePlace
    let end: RelativePlace

    /// Bytes of memory that it takes, about.
    var footprint: Int {
        MemoryLayout<Self>.stride + found.secretText.count + (found.spelling?.count ?? 0) + found.matchText.count
            + found.excerpt.count
    }
}
