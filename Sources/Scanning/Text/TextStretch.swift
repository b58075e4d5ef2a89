/// What a stretch of a text does to lines and columns, wherever in the text it stands.
///
/// Stretches can be put together, so each can be counted by itself, in any order: what a lone CR means, and what cut
/// UTF-8 sequences and line ends are, shows when they stand beside each other.
struct TextStretch {
    private enum LineEnd {
        /// LF or CRLF.
        case feed

        /// CR without LF behind it.
        case loneReturn
    }

    /// Bytes.
    private(set) var count = 0

    private var startsWithFeed = false
    private var endsWithReturn = false

    /// The first line end that is known to be one.
    private var firstEnd: LineEnd?

    /// The count if lone CRs end no lines.
    private var lines = LineCount()

    /// The count if lone CRs end lines; `nil` where that makes no difference.
    private var linesWithReturns: LineCount?

    /// A stretch of no bytes, which changes nothing.
    init() {}

    /// Complexity: O(n), fast where lines are short or ASCII.
    init(_ bytes: Span<UInt8>) {
        guard !bytes.isEmpty else { return }
        count = bytes.count
        startsWithFeed = bytes[0] == LineEndCounter.feed
        endsWithReturn = bytes[count - 1] == LineEndCounter.return
        let feeds = LineEndCounter.feeds(in: bytes)
        lines = LineCount(bytes, ends: feeds.count, lastEnd: feeds.last.map { $0 + 1 } ?? 0)
        firstEnd = feeds.count > 0 ? .feed : nil
        let loneReturns = LineEndCounter.loneReturns(in: bytes)
        if loneReturns > 0 { countReturns(loneReturns, in: bytes, feeds: feeds.count) }
    }

    /// A stretch of zero bytes.
    init(zeros count: Int) {
        self.count = count
        lines = LineCount(zeros: count)
    }

    private mutating func countReturns(_ loneReturns: Int, in bytes: Span<UInt8>, feeds: Int) {
        func endsLine(behind index: Int) -> Bool {
            bytes[index] == LineEndCounter.feed
                || bytes[index] == LineEndCounter.return && index + 1 < bytes.count
                    && bytes[index + 1] != LineEndCounter.feed
        }
        var first = 0
        while !endsLine(behind: first) { first += 1 }
        firstEnd = bytes[first] == LineEndCounter.feed ? .feed : .loneReturn
        var last = bytes.count - 1
        while !endsLine(behind: last) { last -= 1 }
        linesWithReturns = LineCount(bytes, ends: feeds + loneReturns, lastEnd: last + 1)
    }

    /// Puts `next` behind this stretch.
    mutating func append(_ next: TextStretch) {
        guard next.count > 0 else { return }
        let isLoneReturn = endsWithReturn && !next.startsWithFeed
        if isLoneReturn || linesWithReturns != nil || next.linesWithReturns != nil {
            var all = linesWithReturns ?? lines
            if isLoneReturn { all.endLine(at: count) }
            all.append(next.linesWithReturns ?? next.lines, at: count)
            linesWithReturns = all
        }
        lines.append(next.lines, at: count)
        if firstEnd == nil { firstEnd = isLoneReturn ? .loneReturn : next.firstEnd }
        if count == 0 { startsWithFeed = next.startsWithFeed }
        endsWithReturn = next.endsWithReturn
        count += next.count
    }

    /// The lines up to the end of the stretch, if a text begins with it.
    ///
    /// - Parameter isBeforeFeed: whether an LF follows: it tells what a CR at the end means.
    func lineCount(isBeforeFeed: Bool) -> LineCount {
        let endsWithLoneReturn = endsWithReturn && !isBeforeFeed
        guard firstEnd == .loneReturn || firstEnd == nil && endsWithLoneReturn else { return lines }
        var all = linesWithReturns ?? lines
        if endsWithLoneReturn { all.endLine(at: count) }
        return all
    }
}
