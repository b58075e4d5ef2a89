/// Finds every maximal run of a byte class whose length is asked for.
///
/// `NaiveClassRunSearcher` is the oracle. Up to eight classes are told apart in one walk: a vector of text becomes a
/// word of bits for each class, and a few shifts tell whether a word holds a long run.
public struct ClassRunSearcher: Sendable {
    /// The runs of some classes, found in one walk.
    private struct Walk: Sendable {
        let table: ClassRunTable

        let runs: AskedRuns
    }

    private let kernel: Kernel
    private let walks: [Walk]

    /// - Parameter kernel: one that is supported.
    public init(_ runs: [ClassRun], kernel: Kernel = .best) {
        precondition(kernel.isSupported, "this processor does not have \(kernel)")
        self.kernel = kernel
        var classes: [ByteSet] = []
        var lengths: [[(index: Int, length: ClosedRange<Int>)]] = []
        for (index, run) in runs.enumerated() {
            if let known = classes.firstIndex(of: run.members) {
                lengths[known].append((index, run.length))
            } else {
                classes.append(run.members)
                lengths.append([(index, run.length)])
            }
        }
        walks = stride(from: 0, to: classes.count, by: ClassRunTable.mostClasses).map { first in
            let part = first..<min(first + ClassRunTable.mostClasses, classes.count)
            let bounds = part.map { index in
                let all = lengths[index].map(\.length)
                return (all.map(\.lowerBound).min() ?? 2)...(all.map(\.upperBound).max() ?? 2)
            }
            return Walk(table: ClassRunTable(Array(classes[part]), lengths: bounds), runs: AskedRuns(lengths[part]))
        }
    }

    /// How many bytes before and behind a run decide whether it is one.
    public static let context = 1

    /// Appends a hit for every run that starts in `starts`, in no particular order.
    ///
    /// The ends of `text` count as bytes outside every class.
    ///
    /// - Complexity: O(n) in the length of `starts` and of the runs that begin there.
    public func search(_ text: Span<UInt8>, starts: Range<Int>, into hits: inout ClassRunHits) {
        for walk in walks {
            walk.table.search(text, starts: starts, kernel: kernel, room: &hits) { byteClass, range, hits in
                guard starts.contains(range.lowerBound) else { return }
                walk.runs.forEach(of: byteClass, length: range.count) { index in
                    hits.append(ClassRunHit(index: index, range: range))
                }
            }
        }
    }
}
