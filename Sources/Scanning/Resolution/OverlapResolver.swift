import Blobs

/// Decides which of the matches that share bytes stay: one secret is reported once, under the rule that says most.
enum OverlapResolver {
    /// Returns, for each match, whether it stays.
    ///
    /// Within a group of matches that overlap, directly or through others, the best one stays, then the best of those
    /// that do not overlap it, and so on. A group is decided by its own members only.
    ///
    /// - Parameter matches: in the order of `PendingMatch.isOrderedBefore`.
    /// - Complexity: O(n log n), and O(k²) in the matches that stay within one group.
    static func survivors(of matches: [PendingMatch]) -> [Bool] {
        var survives = [Bool](repeating: false, count: matches.count)
        var first = 0
        while first < matches.count {
            var end = matches[first].bytes.upperBound
            var last = first + 1
            while last < matches.count, matches[last].bytes.lowerBound < end {
                end = max(end, matches[last].bytes.upperBound)
                last += 1
            }
            if last == first + 1 {
                survives[first] = true
            } else {
                resolve(matches, group: first..<last, into: &survives)
            }
            first = last
        }
        return survives
    }

    private static func resolve(_ matches: [PendingMatch], group: Range<Int>, into survives: inout [Bool]) {
        var kept: [Range<Int>] = []
        for index in group.sorted(by: { matches[$0].outranks(matches[$1]) }) {
            let bytes = matches[index].bytes
            let position = kept.partitioningIndex { $0.lowerBound >= bytes.upperBound }
            if position > 0, kept[position - 1].upperBound > bytes.lowerBound { continue }
            kept.insert(bytes, at: position)
            survives[index] = true
        }
    }
}
