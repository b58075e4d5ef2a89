/// What a segment holds, found without knowing what lies in front of it. `BlobResolver` makes a report of these.
public struct SegmentMatches: Sendable {
    var matches: [PlacedMatch] = []

    /// What lies between the places where the lines of this segment and of the next are counted from.
    var way = TextStretch()

    /// No match of a later segment begins before this offset; `nil` behind the last segment.
    var frontier: Int?

    /// Rules that did not examine all, in this segment or in others that the same scanner has seen of the blob.
    var failures: [RuleFailure] = []

    /// Bytes of memory that it takes, about.
    ///
    /// Complexity: O(n) in the matches.
    public var footprint: Int {
        MemoryLayout<Self>.stride + matches.reduce(0) { $0 + $1.footprint }
    }
}
