/// Joins the lines of `format=flowed` (RFC 3676).
struct FlowedText {
    private let deletesSpace: Bool

    /// Of the line before, if it goes on: how deep it is quoted. Its line break was not given.
    private var pendingDepth: Int?

    /// Whether the start of the line in hand was given already.
    private var isMidLine = false

    /// How deep the line in hand is quoted.
    private var depth = 0

    init(deletesSpace: Bool = false) {
        self.deletesSpace = deletesSpace
    }

    /// - Returns: how many bytes were taken: whole lines, unless a line is long.
    /// - Complexity: O(n).
    mutating func process(
        _ bytes: Span<UInt8>, _ range: Range<Int>, isLast: Bool, into output: inout ByteBuffer
    ) -> Int {
        var index = range.lowerBound
        while index < range.upperBound {
            let end = bytes.firstIndex(of: 0x0A, in: index..<range.upperBound)
            if end == range.upperBound, !isLast {
                // A line without an end is given in pieces, but for what may be its end.
                guard end - index > 4096 else { break }
                let piece = end - 8
                begin(bytes, &index, end, into: &output)
                output.append(bytes, min(index, piece)..<piece)
                return piece - range.lowerBound
            }
            begin(bytes, &index, end, into: &output)
            finish(bytes, index..<end, hasBreak: end < range.upperBound, into: &output)
            index = min(end + 1, range.upperBound)
        }
        if isLast, pendingDepth != nil {
            pendingDepth = nil
            output.append(0x0A)
        }
        return index - range.lowerBound
    }

    /// The start of a line: joined to the one before, or not.
    private mutating func begin(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int, into output: inout ByteBuffer) {
        guard !isMidLine else { return }
        isMidLine = true
        var start = index
        while start < end, bytes[start] == 0x3E { start += 1 }
        depth = start - index
        guard let pending = pendingDepth else { return }
        pendingDepth = nil
        var text = start
        if text < end, bytes[text] == 0x20 { text += 1 }
        let isSignature = end - text >= 3 && end - text <= 4 && bytes.hasText("-- ", at: text)
        if pending == depth, !isSignature {
            index = text
        } else {
            output.append(0x0A)
        }
    }

    private mutating func finish(
        _ bytes: Span<UInt8>, _ line: Range<Int>, hasBreak: Bool, into output: inout ByteBuffer
    ) {
        isMidLine = false
        var end = line.upperBound
        if end > line.lowerBound, bytes[end - 1] == 0x0D { end -= 1 }
        let isSignature =
            end - line.lowerBound >= 3 && end - line.lowerBound - depth <= 4
            && bytes.hasText("-- ", at: end - 3)
        guard hasBreak, end > line.lowerBound, bytes[end - 1] == 0x20, !isSignature else {
            output.append(bytes, line.lowerBound..<end)
            if hasBreak { output.append(0x0A) }
            return
        }
        output.append(bytes, line.lowerBound..<(deletesSpace ? end - 1 : end))
        pendingDepth = depth
    }
}
