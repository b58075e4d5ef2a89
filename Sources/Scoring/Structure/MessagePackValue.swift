/// A value in MessagePack (github.com/msgpack/msgpack, `spec.md`), as far as tokens need it.
enum MessagePackValue {
    case number(UInt64)
    /// A string or binary data.
    case bytes(ArraySlice<UInt8>)
    case array([MessagePackValue])
    /// Keys and values in turn.
    case map([MessagePackValue])
    /// Nil, a boolean, a negative or floating-point number, or an extension.
    case other

    private static let maximumDepth = 16

    /// `nil` unless `bytes` are one value, nested 16 deep at most.
    init?(_ bytes: [UInt8]) {
        var reader = ByteReader(bytes[...])
        guard let value = Self.read(&reader, depth: 0), reader.isAtEnd else { return nil }
        self = value
    }

    var elements: [MessagePackValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    var bytes: ArraySlice<UInt8>? {
        if case .bytes(let bytes) = self { bytes } else { nil }
    }

    var integer: Int? {
        if case .number(let number) = self { Int(exactly: number) } else { nil }
    }

    private static func read(_ reader: inout ByteReader, depth: Int) -> MessagePackValue? {
        guard depth < maximumDepth, let type = reader.byte() else { return nil }
        switch type {
        case 0x00...0x7F: return .number(UInt64(type))
        case 0x80...0x8F: return items(2 * Int(type & 0x0F), &reader, depth).map { .map($0) }
        case 0x90...0x9F: return items(Int(type & 0x0F), &reader, depth).map { .array($0) }
        case 0xA0...0xBF: return reader.take(Int(type & 0x1F)).map { .bytes($0) }
        case 0xC0, 0xC2, 0xC3, 0xE0...0xFF: return .other
        case 0xC4...0xC6: return number(1 << Int(type - 0xC4), &reader).flatMap { reader.take($0) }.map { .bytes($0) }
        case 0xC7...0xC9: return number(1 << Int(type - 0xC7), &reader).flatMap { skip($0 + 1, &reader) }
        case 0xCA: return skip(4, &reader)
        case 0xCB: return skip(8, &reader)
        case 0xCC...0xCF: return number(1 << Int(type - 0xCC), &reader).map { .number(UInt64($0)) }
        case 0xD0...0xD3: return skip(1 << Int(type - 0xD0), &reader)
        case 0xD4...0xD8: return skip(1 + 1 << Int(type - 0xD4), &reader)
        case 0xD9...0xDB: return number(1 << Int(type - 0xD9), &reader).flatMap { reader.take($0) }.map { .bytes($0) }
        case 0xDC, 0xDD:
            return number(type == 0xDC ? 2 : 4, &reader).flatMap { items($0, &reader, depth) }.map { .array($0) }
        case 0xDE, 0xDF:
            return number(type == 0xDE ? 2 : 4, &reader).flatMap { items(2 * $0, &reader, depth) }.map { .map($0) }
        default: return nil
        }
    }

    private static func items(_ count: Int, _ reader: inout ByteReader, _ depth: Int) -> [MessagePackValue]? {
        // Every item takes a byte or more.
        guard count <= reader.remaining else { return nil }
        var items: [MessagePackValue] = []
        for _ in 0..<count {
            guard let item = read(&reader, depth: depth + 1) else { return nil }
            items.append(item)
        }
        return items
    }

    /// A big-endian number of 1, 2, 4 or 8 bytes that `Int` can hold.
    private static func number(_ count: Int, _ reader: inout ByteReader) -> Int? {
        guard let bytes = reader.take(count) else { return nil }
        return Int(exactly: bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }

    private static func skip(_ count: Int, _ reader: inout ByteReader) -> MessagePackValue? {
        reader.take(count) == nil ? nil : .other
    }
}
