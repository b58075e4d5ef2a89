import Blobs

/// A line of a file as users write it: `PATH:LINE`, or `PATH:LINE:COLUMN` as reports have it.
struct LineReference {
    let path: RawPath

    /// From 1.
    let line: Int

    /// - Throws: `Refusal`.
    init(_ text: RawPath) throws {
        var parts = text.bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        var numbers: [Int] = []
        while numbers.count < 2, parts.count > 1, let last = parts.last, let number = Self.number(last) {
            numbers.insert(number, at: 0)
            parts.removeLast()
        }
        let path = RawPath(Array(parts.joined(separator: [UInt8(ascii: ":")])))
        guard let line = numbers.first, line > 0, !path.bytes.isEmpty else {
            throw Refusal("explain takes PATH:LINE; a place or fingerprint needs --report FILE")
        }
        (self.path, self.line) = (path, line)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        Int(String(decoding: digits, as: UTF8.self)).flatMap { $0 >= 0 ? $0 : nil }
    }

    /// The bytes of the line in its file, its end left out; `nil` if the file has no such line. Lines end with LF or
    /// CRLF; in a file that has no LF they end with CR.
    func range(in bytes: [UInt8]) -> Range<Int>? {
        let end = bytes.contains(UInt8(ascii: "\n")) ? UInt8(ascii: "\n") : UInt8(ascii: "\r")
        var (start, number) = (0, 1)
        while number < line {
            guard let next = bytes[start...].firstIndex(of: end) else { return nil }
            (start, number) = (next + 1, number + 1)
        }
        guard start < bytes.count || number == 1 else { return nil }
        var last = bytes[start...].firstIndex(of: end) ?? bytes.count
        if last > start, bytes[last - 1] == UInt8(ascii: "\r") { last -= 1 }
        return start..<last
    }
}
