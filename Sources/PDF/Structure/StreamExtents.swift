import Blobs

/// Says where the bytes of a stream end (ISO 32000-2, 7.3.8).
struct StreamExtents {
    private let bytes: [UInt8]

    /// By number, then by place.
    private var headers: [ObjectHeader] = []

    /// From here on there is no `endstream`.
    private var noneFrom = Int.max

    /// Bytes that are searched for one token.
    private static let longestGap = 1024

    private static let mark = Array("endstream".utf8)

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func setHeaders(_ all: [ObjectHeader]) {
        headers = all.sorted { ($0.number, $0.start) < ($1.number, $1.start) }
    }

    /// The first byte of a stream whose dictionary ends at `position`; `nil`: it is no stream.
    static func start(behind position: Int, in bytes: [UInt8]) -> Int? {
        var lexer = Lexer(bytes, in: position..<position + longestGap)
        guard case .keyword(.stream) = lexer.next() else { return nil }
        if lexer.peeked == 13 { lexer.position += 1 }
        if lexer.peeked == 10 { lexer.position += 1 }
        return lexer.position
    }

    /// The bytes of the stream that begins at `start`: as many as its dictionary says, if its end mark stands there,
    /// and else up to the next one, or the next object.
    ///
    /// Complexity: O(n) in the bytes passed over; once there is no end mark left, O(1).
    mutating func range(from start: Int, length: PDFObject?, before next: Int) -> Range<Int> {
        if let stated = statedLength(length, from: start) { return start..<start + stated }
        if start < noneFrom {
            if let mark = nextMark(from: start) { return start..<withoutLineEnd(start, mark) }
            noneFrom = start
        }
        return start..<max(start, next)
    }

    private func statedLength(_ length: PDFObject?, from start: Int) -> Int? {
        switch length {
        case .integer(let value): return isEnd(start, value) ? value : nil
        case .reference(let number):
            // Several definitions: the latest that fits.
            let behind = headers.partitioningIndex { $0.number > number }
            for header in headers[..<behind].suffix(4).reversed() where header.number == number {
                var lexer = Lexer(bytes, in: header.body..<header.body + Self.longestGap)
                if case .integer(let value) = lexer.next(), isEnd(start, value) { return value }
            }
            return nil
        default: return nil
        }
    }

    private func isEnd(_ start: Int, _ length: Int) -> Bool {
        guard length >= 0, length <= bytes.count - start else { return false }
        var index = start + length
        let last = min(index + 4, bytes.count)
        while index < last, ByteClass[bytes[index]] == .whitespace { index += 1 }
        return bytes[index...].starts(with: Self.mark)
    }

    private func nextMark(from start: Int) -> Int? {
        var index = start
        while index + Self.mark.count <= bytes.count {
            if bytes[index] == UInt8(ascii: "e"), bytes[index + 3] == UInt8(ascii: "s"),
                bytes[index...].starts(with: Self.mark)
            {
                return index
            }
            index += 1
        }
        return nil
    }

    private func withoutLineEnd(_ start: Int, _ end: Int) -> Int {
        var end = end
        if end > start, bytes[end - 1] == 10 { end -= 1 }
        if end > start, bytes[end - 1] == 13 { end -= 1 }
        return end
    }
}
