import Blobs

/// A part of a version in which rules with a certain margin say what they said in the base.
struct UnchangedPart {
    /// Where their anchors need not be searched, half-open and not empty.
    let range: Range<Int>

    /// What to add to an offset in the base for the one in the version.
    let distance: Int

    /// All that is copied from the base around it. Where the ends of both blobs are copied onto each other it has no
    /// end on that side: nothing changes there.
    let copied: Range<Int>

    /// The same part in the base.
    var source: Range<Int> { range.shifted(by: -distance) }

    /// The parts of a version, in order and apart.
    ///
    /// - Parameters:
    ///   - copies: what is copied from the base, in order and without overlap.
    ///   - count: bytes of the version.
    ///   - baseCount: bytes of the base.
    /// - Complexity: O(n) in the number of copies.
    static func find(
        _ copies: [CopiedRange], count: Int, baseCount: Int, margin: VersionReach.Margin
    ) -> [UnchangedPart] {
        copies.compactMap { copy in
            let (range, source) = (copy.range, copy.source)
            let isAtStart = range.lowerBound == 0 && source == 0
            let isAtEnd = range.upperBound == count && source + range.count == baseCount
            let start = isAtStart ? 0 : range.lowerBound + margin.before
            let end = isAtEnd ? count : range.upperBound - margin.after
            guard start < end else { return nil }
            return UnchangedPart(
                range: start..<end, distance: range.lowerBound - source,
                copied: (isAtStart ? Int.min : range.lowerBound)..<(isAtEnd ? Int.max : range.upperBound))
        }
    }

    /// What lies between parts, in order and apart: what must be searched.
    static func gaps(_ parts: [UnchangedPart], count: Int) -> [Range<Int>] {
        var gaps: [Range<Int>] = []
        var position = 0
        for part in parts {
            if position < part.range.lowerBound { gaps.append(position..<part.range.lowerBound) }
            position = part.range.upperBound
        }
        if position < count { gaps.append(position..<count) }
        return gaps
    }
}
