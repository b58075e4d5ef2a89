import Blobs

extension MailReader {
    /// Bytes at the start of a line by which it is told whether it is a delimiter.
    private static let lookahead = 4096

    /// The longest stretch of content that is handled at once.
    private static let longestChunk = 64 * 1024

    /// The next stretch of the content in front, in the window; it is not taken yet. `nil` at a delimiter.
    ///
    /// - Complexity: O(n); only lines that begin like a delimiter are looked at.
    func contentChunk() throws(ByteSourceError) -> (range: Range<Int>, isLineStart: Bool)? {
        guard try window.ensure(Self.lookahead * 2) > 0 else {
            endContent(.end)
            return nil
        }
        let start = window.position
        if isLineStart, let delimiter = delimiter(at: start) {
            endContent(delimiter)
            return nil
        }
        let held = window.bytes
        let bytes = held.span
        var limit = min(window.end, start + Self.longestChunk)
        if let end = statedEndInWindow, end > start, end < limit { limit = end }
        let mbox = kind == .mbox
        let emlx = kind == .emlx
        var index = start
        while true {
            let lineEnd = bytes.firstIndex(of: 0x0A, in: index..<limit)
            guard lineEnd < limit else { return (start..<limit, limit == statedEndInWindow) }
            index = lineEnd + 1
            guard index < limit else { return (start..<index, true) }
            let byte = bytes[index]
            guard byte == 0x2D || mbox && (byte == 0x46 || byte == 0x01) || emlx && (byte == 0x3C || byte == 0x62)
            else { continue }
            if window.end - index < Self.lookahead, !window.isAtEnd { return (start..<index, true) }
            if delimiter(at: index) != nil { return (start..<index, true) }
        }
    }

    private func endContent(_ delimiter: MailDelimiter) {
        content.isSourceOver = true
        header.delimiter = delimiter
    }

    /// What delimiter stands at a line start; `nil` if none does.
    func delimiter(at start: Int) -> MailDelimiter? {
        guard start < window.end else { return nil }
        let held = window.bytes
        let bytes = held.span
        switch bytes[start] {
        case 0x2D: return boundary(at: start)
        case 0x46 where kind == .mbox: return separator(at: start)
        case 0x01 where kind == .mbox:
            guard bytes.hasText("\u{1}\u{1}\u{1}\u{1}", at: start) else { return nil }
            let end = bytes.firstIndex(of: 0x0A, in: start..<min(window.end, start + 16))
            guard end < window.end, bytes[end] == 0x0A else { return nil }
            var length = end + 1 - start
            // One line ends a message, and one begins the next.
            if bytes.hasText("\u{1}\u{1}\u{1}\u{1}\n", at: end + 1) { length += 5 }
            // MMDF may have a line of the other kind too.
            if bytes.hasText("from ", at: start + length), bytes[start + length] == 0x46 {
                let next = bytes.firstIndex(of: 0x0A, in: start + length..<window.end)
                if next < window.end { length = next + 1 - start }
            }
            return .separator(length: length)
        case 0x3C where kind == .emlx, 0x62 where kind == .emlx: return isPropertyList(at: start) ? .end : nil
        default: return nil
        }
    }

    private func boundary(at start: Int) -> MailDelimiter? {
        let held = window.bytes
        let bytes = held.span
        guard stack.hasMultipart || earlier != nil, start + 2 < window.end, bytes[start + 1] == 0x2D else { return nil }
        let limit = min(window.end, start + LevelStack.longestBoundary + 64)
        let lineEnd = bytes.firstIndex(of: 0x0A, in: start..<limit)
        guard lineEnd < limit || limit == window.end else { return nil }
        var last = lineEnd
        while last > start + 2, bytes[last - 1] <= 0x20 { last -= 1 }
        let length = min(lineEnd + 1, window.end) - start
        if let match = stack.match(bytes, start + 2..<last) {
            return .boundary(level: match.level, closes: match.closes, length: length)
        }
        if let match = earlier?.match(bytes, start + 2..<last) {
            return .earlierBoundary(level: match.level, closes: match.closes, length: length)
        }
        return nil
    }

    private func separator(at start: Int) -> MailDelimiter? {
        let held = window.bytes
        let bytes = held.span
        guard isBehindBlankLine(start) else { return nil }
        switch MboxSeparator.kind(bytes, start..<window.end) {
        case .none: return nil
        case .patch where messageCount > 0 && !isPatchSeries: return nil
        case .patch: isPatchSeries = true
        case .separator: break
        }
        let end = bytes.firstIndex(of: 0x0A, in: start..<window.end)
        return .separator(length: min(end + 1, window.end) - start)
    }

    /// Whether the line before is empty, or there is none, or it was a boundary or a header.
    private func isBehindBlankLine(_ start: Int) -> Bool {
        let held = window.bytes
        let bytes = held.span
        guard start > 0 else { return true }
        guard bytes[start - 1] == 0x0A else { return window.base + start <= 3 }
        var index = start - 1
        if index > 0, bytes[index - 1] == 0x0D { index -= 1 }
        return index == 0 ? window.base == 0 : bytes[index - 1] == 0x0A || lastLineWasClosing(index)
    }

    /// Whether the line that ends at `end` could be a closing boundary: programs forget the empty line behind it.
    private func lastLineWasClosing(_ end: Int) -> Bool {
        let held = window.bytes
        let bytes = held.span
        return end >= 2 && bytes[end - 1] == 0x2D && bytes[end - 2] == 0x2D && end == window.position - 1
    }
}
