/// Finds every maximal run of a byte class whose length is asked for.
///
/// A run of at least n bytes covers one of every n offsets that lie n apart, so most of the text is stepped over.
/// `NaiveClassRunSearcher` is the oracle.
public struct ClassRunSearcher: Sendable {
    private let runs: [ClassRun]

    public init(_ runs: [ClassRun]) {
        self.runs = runs
    }

    /// How many bytes before and behind a run decide whether it is one.
    public static let context = 1

    /// Appends a hit for every run that starts in `starts`, class by class, in order of offset.
    ///
    /// The ends of `text` count as bytes outside every class.
    ///
    /// Complexity: O(n) for each class; about n / shortest length where runs are rare.
    public func search(_ text: Span<UInt8>, starts: Range<Int>, into hits: inout [AnchorHit]) {
        for (index, run) in runs.enumerated() {
            search(text, starts: starts, run: run, index: UInt32(index), into: &hits)
        }
    }

    private func search(
        _ text: Span<UInt8>, starts: Range<Int>, run: ClassRun, index: UInt32, into hits: inout [AnchorHit]
    ) {
        let (members, stride) = (run.members, run.length.lowerBound)
        var position = starts.lowerBound
        if position > 0, position < text.count, members.contains(text[position - 1]) {
            position = Self.end(of: members, in: text, from: position)
        }
        while position < starts.upperBound, position + stride <= text.count {
            // No run of `stride` bytes starts at or after `position` and before the byte behind a foreign one.
            var probe = position + stride - 1
            while probe >= position, members.contains(text[probe]) { probe -= 1 }
            if probe >= position {
                position = probe + 1
                continue
            }
            let end = Self.end(of: members, in: text, from: position + stride)
            if run.length.contains(end - position) {
                hits.append(AnchorHit(index: index, offset: position, length: end - position))
            }
            position = end + 1
        }
    }

    private static func end(of members: ByteSet, in text: Span<UInt8>, from start: Int) -> Int {
        var end = start
        while end < text.count, members.contains(text[end]) { end += 1 }
        return end
    }
}
