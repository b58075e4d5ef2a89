import LiteralSearch

/// Picks from many short texts the few in which anything could be found, in one search.
///
/// A match begins with an anchor, and the anchors of a text are also anchors of the joined texts: a zero byte ends a
/// literal's hit nowhere and every run. Texts without zero bytes are not taken for wide text, unless they begin with a
/// byte order mark.
struct SuspectFinder: ~Copyable {
    private var literalHits = LiteralHits()
    private var runHits = ClassRunHits()
    private var offsets: [Int] = []

    /// Appends the ranges of these texts, each once and in order. What is left out holds no anchor.
    ///
    /// - Parameter joined: texts without zero bytes, one zero byte behind each.
    ///
    /// Complexity: O(n).
    mutating func find(in joined: Span<UInt8>, anchors: AnchorIndex, into suspects: inout [Range<Int>]) {
        guard !anchors.runsMayHoldZero, !Self.mayHoldMark(joined) else {
            return Self.appendAll(of: joined, to: &suspects)
        }
        findAnchors(in: joined, anchors: anchors)
        guard !offsets.isEmpty else { return }
        offsets.sort()
        var nextStart = 0
        for offset in offsets where offset >= nextStart {
            var (start, end) = (offset, offset)
            while start > 0, joined[start - 1] != 0 { start -= 1 }
            while joined[end] != 0 { end += 1 }
            suspects.append(start..<end)
            nextStart = end + 1
        }
    }

    private mutating func findAnchors(in joined: Span<UInt8>, anchors: AnchorIndex) {
        offsets.removeAll(keepingCapacity: true)
        let starts = 0..<joined.count
        var position = 0
        while anchors.literals.search(joined, starts: starts, from: &position, into: &literalHits) {
            for index in 0..<literalHits.count { offsets.append(literalHits[index].offset) }
        }
        // What holds no value needs no name.
        runHits.removeAll()
        anchors.searchRuns(joined, starts: starts, into: &runHits)
        for hit in runHits.found {
            if let run = anchors.encodedRun(hit), !EncodedRunProbe.mayHoldText(run, in: joined) { continue }
            offsets.append(hit.range.lowerBound)
        }
    }

    private static func appendAll(of joined: Span<UInt8>, to suspects: inout [Range<Int>]) {
        var start = 0
        for index in joined.indices where joined[index] == 0 {
            suspects.append(start..<index)
            start = index + 1
        }
    }

    /// Whether a text may begin with a UTF-16 byte order mark. UTF-8 has no such bytes.
    private static func mayHoldMark(_ joined: Span<UInt8>) -> Bool {
        var largest: UInt8 = 0
        for index in joined.indices { largest = max(largest, joined[index]) }
        return largest >= 0xFE
    }
}
