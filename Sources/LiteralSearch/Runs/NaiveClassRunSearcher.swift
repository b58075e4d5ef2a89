/// The oracle of `ClassRunSearcher`: looks at every offset.
public struct NaiveClassRunSearcher: Sendable {
    private let runs: [ClassRun]

    public init(_ runs: [ClassRun]) {
        self.runs = runs
    }

    /// As `ClassRunSearcher.search`.
    public func search(_ text: Span<UInt8>, starts: Range<Int>, into hits: inout ClassRunHits) {
        for (index, run) in runs.enumerated() {
            for start in starts where start < text.count && run.members.contains(text[start]) {
                if start > 0, run.members.contains(text[start - 1]) { continue }
                var end = start
                while end < text.count, run.members.contains(text[end]) { end += 1 }
                if run.length.contains(end - start) { hits.append(ClassRunHit(index: index, range: start..<end)) }
            }
        }
    }
}
