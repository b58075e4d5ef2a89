/// Segments that were read, and the rows that are none.
struct SegmentList {
    /// What was as it had been written.
    var intact: [(number: Int64, ids: SortedIds)] = []

    /// Rows that have another checksum, or are not sorted, or hold something else: nothing of them is believed.
    var damaged: [Int64] = []

    var numbers: [Int64] { intact.map(\.number) + damaged }

    /// The highest number of a row, or 0.
    var lastNumber: Int64 { numbers.max() ?? 0 }

    /// All ids of the intact ones.
    func union(idLength: Int) -> SortedIds {
        SortedIds.union(of: intact.map(\.ids), idLength: idLength)
    }
}
