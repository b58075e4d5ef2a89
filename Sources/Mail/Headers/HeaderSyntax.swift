/// The syntax of header fields (RFC 5322, section 2.2), as far as a line tells.
enum HeaderSyntax {
    /// The longest name of a field.
    static let longestName = 128

    /// Where the name of a field ends, if one begins at `start`; `nil` if there is no name with a colon behind it.
    static func nameEnd(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var index = range.lowerBound
        let limit = min(range.upperBound, range.lowerBound + longestName)
        while index < limit, bytes[index] > 0x20, bytes[index] < 0x7F, bytes[index] != 0x3A { index += 1 }
        guard index > range.lowerBound, index < range.upperBound else { return nil }
        let end = index
        while index < min(range.upperBound, end + 8), bytes[index].isBlank { index += 1 }
        return index < range.upperBound && bytes[index] == 0x3A ? end : nil
    }

    /// Calls `body` for each field: where its name is, and where its value, with the lines that continue it.
    ///
    /// A line that is none of a field has an empty name and is a value. Lines end with LF.
    /// - Complexity: O(n).
    static func forEachField(
        in bytes: Span<UInt8>, _ range: Range<Int>, _ body: (_ name: Range<Int>, _ value: Range<Int>) -> Void
    ) {
        var index = range.lowerBound
        while index < range.upperBound {
            let end = fieldEnd(bytes, from: index, to: range.upperBound)
            var last = end
            if last > index, bytes[last - 1] == 0x0A { last -= 1 }
            if let nameEnd = nameEnd(bytes, index..<last) {
                var start = nameEnd
                while bytes[start] != 0x3A { start += 1 }
                start += 1
                if start < last, bytes[start].isBlank { start += 1 }
                body(index..<nameEnd, start..<last)
            } else if last > index {
                body(index..<index, index..<last)
            }
            index = end
        }
    }

    /// Behind the last line of the field that begins at `start`.
    private static func fieldEnd(_ bytes: Span<UInt8>, from start: Int, to limit: Int) -> Int {
        var index = start
        while index < limit {
            index = min(bytes.firstIndex(of: 0x0A, in: index..<limit) + 1, limit)
            if index >= limit || !bytes[index].isBlank { break }
        }
        return index
    }

    /// The hash of a name in lower case, by which fields are told apart.
    static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        var hash = BoundaryHash.start
        for index in range { hash = BoundaryHash.adding(bytes[index].lowercasedASCII, to: hash) }
        return hash
    }

    static func hash(_ name: String) -> UInt64 {
        let bytes = Array(name.utf8)
        return hash(bytes.span, 0..<bytes.count)
    }
}
