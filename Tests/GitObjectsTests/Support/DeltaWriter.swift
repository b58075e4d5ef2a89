/// Writes deltas, right or wrong as a test wants them.
struct DeltaWriter {
    private(set) var bytes: [UInt8] = []

    init(base: Int, result: Int) {
        bytes = Self.size(base) + Self.size(result)
    }

    static func size(_ size: Int) -> [UInt8] {
        var rest = size
        var bytes: [UInt8] = []
        repeat {
            bytes.append(UInt8(rest & 0x7F) | (rest > 0x7F ? 0x80 : 0))
            rest >>= 7
        } while rest > 0
        return bytes
    }

    mutating func copy(_ offset: Int, _ count: Int) {
        var code: UInt8 = 0x80
        var operands: [UInt8] = []
        for index in 0..<4 where offset >> (8 * index) & 0xFF != 0 {
            code |= 1 << UInt8(index)
            operands.append(UInt8(offset >> (8 * index) & 0xFF))
        }
        for index in 0..<3 where count != 0x10000 && count >> (8 * index) & 0xFF != 0 {
            code |= 0x10 << UInt8(index)
            operands.append(UInt8(count >> (8 * index) & 0xFF))
        }
        bytes += [code] + operands
    }

    mutating func insert(_ text: [UInt8]) {
        for start in stride(from: 0, to: text.count, by: 127) {
            let piece = text[start..<min(text.count, start + 127)]
            bytes += [UInt8(piece.count)] + piece
        }
    }

    mutating func raw(_ more: [UInt8]) { bytes += more }

    /// A delta that keeps all of a base but its first byte, and puts a text in front.
    static func replacingFirst(of base: [UInt8], with text: [UInt8]) -> (delta: [UInt8], result: [UInt8]) {
        let result = text + base.dropFirst()
        var writer = DeltaWriter(base: base.count, result: result.count)
        writer.insert(text)
        if base.count > 1 { writer.copy(1, base.count - 1) }
        return (writer.bytes, result)
    }
}
