/// What begins every line of a block that was pasted into a comment or a patch: `+` or `/`, once or more.
///
/// Both are base64 too. The footer tells which is meant, because nothing of the body stands on its line.
struct LinePrefix {
    private static let longest = 3

    private(set) var byte: UInt8 = 0
    private(set) var count = 0

    /// The prefix of the line that holds "-----END"; of length 0 if there is no such line, or nothing stands on it.
    init(_ text: Span<UInt8>, _ range: Range<Int>) {
        guard var index = text.firstIndex(of: "-----END", in: range) else { return }
        repeat { index -= 1 } while index >= range.lowerBound && text[index].isBlank
        guard index >= range.lowerBound else { return }
        let last = index
        let byte = text[last]
        guard byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/") else { return }
        while index >= range.lowerBound, text[index] == byte { index -= 1 }
        guard index >= range.lowerBound, text[index].isLineEnd, last - index <= Self.longest else { return }
        self.byte = byte
        count = last - index
    }

    /// True if the prefix stands at `position` and only blanks stand before it on its line.
    func begins(_ text: Span<UInt8>, at position: Int, in range: Range<Int>) -> Bool {
        guard count > 0, position + count <= range.upperBound else { return false }
        for index in position..<position + count where text[index] != byte { return false }
        var before = position - 1
        while before >= range.lowerBound, text[before].isBlank { before -= 1 }
        return before >= range.lowerBound && text[before].isLineEnd
    }
}
