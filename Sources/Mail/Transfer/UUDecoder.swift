/// Decodes the lines of uuencode (POSIX, `uuencode`) and of xxencode, from behind `begin` to `end`.
struct UUDecoder {
    /// The longest line that is looked at; 61 is usual.
    static let longestLine = 256

    /// Alphabet of xxencode.
    private static let xxDigits = Array("+-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    /// Whether lines are those of xxencode: told by the first one, whose length is a digit.
    private var isXX: Bool?

    /// Whether a line was found that is none.
    private(set) var isDamaged = false

    /// Decodes whole lines.
    ///
    /// - Returns: how many bytes were taken, and whether the encoded part is over.
    /// - Complexity: O(n).
    mutating func decode(
        _ input: Span<UInt8>, _ range: Range<Int>, isLast: Bool, into output: inout ByteBuffer
    ) -> (taken: Int, ended: Bool) {
        var index = range.lowerBound
        while index < range.upperBound {
            let end = input.firstIndex(of: 0x0A, in: index..<min(range.upperBound, index + Self.longestLine))
            let isWhole = end < range.upperBound && input[end] == 0x0A
            if !isWhole {
                if end - index >= Self.longestLine {
                    isDamaged = true
                    return (index - range.lowerBound, true)
                }
                if !isLast { return (index - range.lowerBound, false) }
            }
            var last = end
            while last > index, input[last - 1] == 0x0D { last -= 1 }
            let next = isWhole ? end + 1 : end
            if input.hasText("end", at: index), last - index == 3 { return (next - range.lowerBound, true) }
            if last > index, !decodeLine(input, index..<last, into: &output) {
                isDamaged = true
                return (index - range.lowerBound, true)
            }
            index = next
        }
        if isLast { isDamaged = true }
        return (range.count, isLast)
    }

    /// - Returns: `false` if the line is none of the encoding.
    private mutating func decodeLine(_ input: Span<UInt8>, _ line: Range<Int>, into output: inout ByteBuffer) -> Bool {
        let first = input[line.lowerBound]
        let xx = isXX ?? (first == 0x68)
        isXX = xx
        guard let length = value(first, xx) else { return false }
        let count = Int(length)
        let digits = (count + 2) / 3 * 4
        // Blanks at the end of a line may have been cut off; a check digit may follow.
        guard line.count - 1 <= digits + 2, count == 0 || line.count > 1 else { return false }
        var written = 0
        var index = line.lowerBound + 1
        while written < count {
            var group: UInt32 = 0
            for place in 0..<4 {
                let byte = index + place < line.upperBound ? input[index + place] : 0x20
                guard let value = value(byte, xx) else { return false }
                group = group << 6 | UInt32(value)
            }
            for place in 0..<min(3, count - written) {
                output.append(UInt8(truncatingIfNeeded: group >> UInt32(16 - 8 * place)))
            }
            written += 3
            index += 4
        }
        return true
    }

    private func value(_ byte: UInt8, _ xx: Bool) -> UInt8? {
        if xx { return Self.xxDigits.firstIndex(of: byte).map { UInt8($0) } }
        return byte >= 0x20 && byte <= 0x60 ? (byte - 0x20) & 0x3F : nil
    }
}
