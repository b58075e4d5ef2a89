/// Which runs are asked for by class and length, looked up without a walk over all that are asked for.
struct AskedRuns: Sendable {
    /// Runs of up to so many bytes, less one, have a list of their own.
    private static let lengths = 256

    /// The lists of indexes behind each other, by class, then by length, and where each begins.
    private var indexes: [Int32] = []
    private var beginnings: [Int32] = [0]

    /// For each class what is asked for among longer runs.
    private let longer: [[(index: Int, length: ClosedRange<Int>)]]

    /// - Parameter classes: for each class the runs asked for.
    init(_ classes: some Sequence<[(index: Int, length: ClosedRange<Int>)]>) {
        for runs in classes {
            for length in 0..<Self.lengths {
                for run in runs where run.length.contains(length) { indexes.append(Int32(run.index)) }
                beginnings.append(Int32(indexes.count))
            }
        }
        longer = classes.map { $0.filter { $0.length.upperBound >= Self.lengths } }
    }

    /// Calls `body` with the index of every run asked for of a class that may have `length` bytes.
    func forEach(of byteClass: Int, length: Int, _ body: (Int) -> Void) {
        guard length < Self.lengths else {
            for run in longer[byteClass] where run.length.contains(length) { body(run.index) }
            return
        }
        let list = byteClass * Self.lengths + length
        for position in Int(beginnings[list])..<Int(beginnings[list + 1]) { body(Int(indexes[position])) }
    }
}
