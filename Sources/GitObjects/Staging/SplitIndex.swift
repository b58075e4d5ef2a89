/// Puts the two parts of a split index together.
///
/// Format: git's Documentation/gitformat-index, "Split index".
enum SplitIndex {
    /// - Parameters:
    ///   - own: entries of the index. Those that replace others come first, in the order of these, and may have no
    ///     path.
    ///   - shared: entries of the other part.
    ///   - bitmaps: which of these are deleted, and which are replaced; empty means none.
    /// - Throws: `StagingIndexError.mismatchedParts`
    ///
    /// Complexity: O(n log n) in the number of entries.
    static func merged(
        _ own: [StagingEntry], over shared: [StagingEntry], bitmaps: FieldReader
    ) throws(StagingIndexError) -> [StagingEntry] {
        var reader = bitmaps
        var deleted: [Int] = []
        var replaced: [Int] = []
        if reader.remaining > 0 {
            guard let first = CompressedBitmap(&reader, below: shared.count),
                let second = CompressedBitmap(&reader, below: shared.count)
            else { throw .mismatchedParts }
            deleted = first.positions
            replaced = second.positions
        }
        guard replaced.count <= own.count else { throw .mismatchedParts }
        var current: [StagingEntry?] = shared
        for (index, entry) in zip(replaced, own) {
            current[index] = entry.path.isEmpty ? entry.renamed(shared[index].path) : entry
        }
        for index in deleted { current[index] = nil }
        let added = own.dropFirst(replaced.count)
        guard added.allSatisfy({ !$0.path.isEmpty }) else { throw .mismatchedParts }
        return (current.compactMap { $0 } + added).sorted()
    }
}
