/// Where in a table the values are that are parts of their own.
struct LargeValuePlaces {
    /// Columns with such values.
    private(set) var columns: Set<Int> = []

    /// The rowids, or numbers, of the first and of the last row with one.
    private(set) var rows: ClosedRange<Int64>?

    mutating func note(_ columns: [Int], _ row: Int64) {
        guard !columns.isEmpty else { return }
        self.columns.formUnion(columns)
        let known = rows ?? row...row
        rows = min(known.lowerBound, row)...max(known.upperBound, row)
    }
}
