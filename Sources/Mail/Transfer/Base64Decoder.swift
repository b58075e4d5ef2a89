/// Decodes base64 (RFC 2045, section 6.8) of any line width.
///
/// Bytes that do not belong there are passed over, as the RFC says, and padding ends a group wherever it stands: what
/// follows is decoded too.
struct Base64Decoder {
    private enum Code {
        static let blank: UInt8 = 64
        static let padding: UInt8 = 65
        static let foreign: UInt8 = 66
    }

    /// What each byte stands for: its six bits, or a code.
    private static let values: [UInt8] = {
        var table = [UInt8](repeating: Code.foreign, count: 256)
        for (value, byte) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8.enumerated() {
            table[Int(byte)] = UInt8(value)
        }
        for blank in [0x20, 0x09, 0x0A, 0x0D, 0x0B, 0x0C] { table[blank] = Code.blank }
        table[0x3D] = Code.padding
        return table
    }()

    /// For each of the four places in a group, what each byte stands for there: its bits as they are stored, the first
    /// byte lowest, or `none`.
    private static let groups: [UInt32] = {
        var table = [UInt32](repeating: none, count: 4 * 256)
        for byte in 0..<256 where values[byte] < 64 {
            for place in 0..<4 {
                table[place * 256 + byte] = (UInt32(values[byte]) << UInt32(26 - 6 * place)).byteSwapped
            }
        }
        return table
    }()

    /// The highest byte of a group is not used.
    private static let none: UInt32 = 0xFF00_0000

    /// Whether a byte has a value in base64.
    static func isDigit(_ byte: UInt8) -> Bool { values[Int(byte)] < 64 }

    /// Bits of characters that do not make a whole byte yet, and how many characters.
    private var bits: UInt32 = 0
    private var held = 0

    /// How many bytes were passed over that belong to no base64.
    private(set) var foreignCount = 0

    /// Decodes `range` of `input`.
    ///
    /// - Parameter foreign: gets the lines, as far as they are in `range`, that have bytes which do not belong there.
    /// - Complexity: O(n), four characters at once.
    mutating func decode(
        _ input: Span<UInt8>, _ range: Range<Int>, into output: inout ByteBuffer, foreign: inout ByteBuffer
    ) {
        let table = Self.values.span
        let groups = Self.groups.span
        var copiedTo = range.lowerBound
        var bits = bits
        var held = held
        var found = 0
        var lines = ByteBuffer()
        output.write(atMost: range.count / 4 * 3 + 8) { target, start in
            var index = range.lowerBound
            var position = start
            while index < range.upperBound {
                if held == 0 {
                    while index &+ 4 <= range.upperBound {
                        let word = input.mailHalfWord(at: index)
                        let group =
                            groups[Int(word & 0xFF)] | groups[256 | Int(word >> 8 & 0xFF)]
                            | groups[512 | Int(word >> 16 & 0xFF)] | groups[768 | Int(word >> 24)]
                        guard group < Self.none else { break }
                        target.storeMailHalfWord(group, at: position)
                        position &+= 3
                        index &+= 4
                    }
                    guard index < range.upperBound else { break }
                }
                let value = table[Int(input[index])]
                if value < 64 {
                    bits = bits << 6 | UInt32(value)
                    held &+= 1
                    if held == 4 {
                        target[position] = UInt8(truncatingIfNeeded: bits >> 16)
                        target[position + 1] = UInt8(truncatingIfNeeded: bits >> 8)
                        target[position + 2] = UInt8(truncatingIfNeeded: bits)
                        position += 3
                        held = 0
                    }
                } else if value == Code.padding {
                    position += Self.flush(&bits, &held, &target, position)
                } else if value == Code.foreign {
                    found += 1
                    if index >= copiedTo {
                        let line = Self.line(around: index, in: input, range)
                        lines.append(input, max(line.lowerBound, copiedTo)..<line.upperBound)
                        if lines.last != 0x0A { lines.append(0x0A) }
                        copiedTo = line.upperBound
                    }
                }
                index += 1
            }
            return position
        }
        if found > 0 { foreign.append(lines.storage.span, lines.start..<lines.end) }
        foreignCount += found
        self.bits = bits
        self.held = held
    }

    /// Gives the bytes of a last group that is not whole.
    mutating func finish(into output: inout ByteBuffer) {
        var bits = bits
        var held = held
        output.write(atMost: 8) { target, start in start + Self.flush(&bits, &held, &target, start) }
        self.bits = 0
        self.held = 0
    }

    private static func flush(
        _ bits: inout UInt32, _ held: inout Int, _ target: inout MutableSpan<UInt8>, _ position: Int
    ) -> Int {
        let count = max(0, held - 1)
        if held == 2 {
            target[position] = UInt8(truncatingIfNeeded: bits >> 4)
        } else if held == 3 {
            target[position] = UInt8(truncatingIfNeeded: bits >> 10)
            target[position + 1] = UInt8(truncatingIfNeeded: bits >> 2)
        }
        held = 0
        return count
    }

    private static func line(around index: Int, in input: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var start = index
        while start > range.lowerBound, input[start - 1] != 0x0A, index - start < 1024 { start -= 1 }
        let end = input.firstIndex(of: 0x0A, in: index..<range.upperBound)
        return start..<min(end + 1, range.upperBound)
    }
}
