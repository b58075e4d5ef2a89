import LiteralSearch

/// Finds stretches of ASCII text in two- or four-byte code units inside other bytes, such as strings in a program file
/// or a UTF-16 tail behind UTF-8.
enum WideRegionFinder {
    /// A stretch of letters, `width` bytes apart, with zeros between them.
    struct Region: Equatable {
        /// Offset of the first letter in the text that was searched.
        let firstLetter: Int
        let letterCount: Int

        /// Bytes of a code unit: 2 or 4.
        let width: Int
    }

    /// The fewest code units of a stretch.
    private static let leastUnits = 8

    /// Appends the stretches of `text` in order.
    ///
    /// - Returns: whether there is a zero byte: without one, there is no stretch.
    /// - Complexity: O(n); returns at once for text without a zero byte.
    @discardableResult
    static func find(in text: Span<UInt8>, into regions: inout [Region]) -> Bool {
        guard ByteCounter().contains(0, in: text) else { return false }
        var position = 0
        while position + 1 < text.count {
            // Of two bytes of a stretch that stand beside each other, one is zero. So none begins up to such a place.
            let probe = position + leastUnits
            if probe + 1 < text.count, text[probe] != 0, text[probe + 1] != 0 {
                position = probe + 1
                continue
            }
            guard text[position + 1] == 0, isText(text[position]) else {
                position += 1
                continue
            }
            let width = position + 3 < text.count && text[position + 2] == 0 && text[position + 3] == 0 ? 4 : 2
            let count = countLetters(in: text, from: position, width: width)
            if count >= leastUnits {
                regions.append(Region(firstLetter: position, letterCount: count, width: width))
            }
            position += (count - 1) * width + 1
        }
        return true
    }

    /// Which byte order the letters have cannot be seen from inside the stretch, and does not matter: the last letter
    /// counts whether zeros follow it (little-endian) or not (big-endian, or the text ends).
    private static func countLetters(in text: Span<UInt8>, from start: Int, width: Int) -> Int {
        var letter = start
        var count = 0
        while letter < text.count, isText(text[letter]) {
            count += 1
            for index in letter + 1..<letter + width {
                guard index < text.count, text[index] == 0 else { return count }
            }
            letter += width
        }
        return count
    }

    private static func isText(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) || (0x09...0x0D).contains(byte)
    }
}
