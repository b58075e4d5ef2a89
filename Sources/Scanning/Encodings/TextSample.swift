/// What some decoded bytes look like.
enum TextSample {
    enum Kind {
        case bytes
        case utf16LittleEndian
        case utf16BigEndian
    }

    /// Bytes that are looked at together.
    static let size = 64

    /// Fewer bytes say nothing.
    private static let least = 12

    /// A short text in company of other bytes counts if so many bytes of text follow each other.
    private static let stretch = 20

    /// Signs that a text has at least. Long runs of one digit decode to runs of one sign, without an end.
    private static let leastSigns = 5

    /// `nil` for what is no text: nearly all of it must be printable.
    static func kind(of bytes: [UInt8]) -> Kind? {
        guard bytes.count >= least, signs(in: bytes) >= leastSigns else { return nil }
        var (printable, zeros, evenZeros, run, longest) = (0, 0, 0, 0, 0)
        var index = 0
        while index < bytes.count {
            let length = lengthOfLetter(in: bytes, at: index)
            if bytes[index] == 0 {
                zeros += 1
                evenZeros += 1 - index & 1
            }
            printable += length
            run = length > 0 ? run + length : 0
            longest = max(longest, run)
            index += max(1, length)
        }
        if isMost(printable, of: bytes.count) { return .bytes }
        if bytes.count < size, longest >= stretch, 2 * printable >= bytes.count { return .bytes }
        guard isMost(printable + zeros, of: bytes.count), isMost(2 * zeros, of: bytes.count) else { return nil }
        if evenZeros * 8 <= zeros { return .utf16LittleEndian }
        return (zeros - evenZeros) * 8 <= zeros ? .utf16BigEndian : nil
    }

    /// Whether one of the samples of a text looks like text.
    static func isTextSomewhere(in bytes: [UInt8]) -> Bool {
        let last = max(0, bytes.count - size)
        return (Array(stride(from: 0, to: last, by: 4 * size)) + [last]).contains { start in
            kind(of: Array(bytes[start..<min(start + size, bytes.count)])) == .bytes
        }
    }

    /// How many different bytes there are, those that differ in bits 6 and 7 only taken for one.
    private static func signs(in bytes: [UInt8]) -> Int {
        bytes.reduce(into: UInt64(0)) { $0 |= 1 << UInt64($1 & 63) }.nonzeroBitCount
    }

    private static func isMost(_ count: Int, of all: Int) -> Bool { 100 * count >= 85 * all }

    /// Bytes of the letter at `index`: a printable sign of ASCII, a blank, a line end, or a sequence of UTF-8; else 0.
    private static func lengthOfLetter(in bytes: [UInt8], at index: Int) -> Int {
        switch bytes[index] {
        case 0x20...0x7E, 0x09, 0x0A, 0x0D: 1
        case 0xC2...0xDF: follows(1, index, bytes) ? 2 : 0
        case 0xE0...0xEF: follows(2, index, bytes) ? 3 : 0
        case 0xF0...0xF4: follows(3, index, bytes) ? 4 : 0
        default: 0
        }
    }

    private static func follows(_ count: Int, _ index: Int, _ bytes: [UInt8]) -> Bool {
        guard index + count < bytes.count else { return false }
        return (1...count).allSatisfy { bytes[index + $0] & 0xC0 == 0x80 }
    }
}
