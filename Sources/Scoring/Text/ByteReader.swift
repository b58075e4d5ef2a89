/// Reads numbers and counted fields from bytes that may be hostile: every read says `nil` past the end.
struct ByteReader {
    let bytes: ArraySlice<UInt8>

    /// The index in `bytes` of the next byte.
    private(set) var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    var remaining: Int { bytes.endIndex - position }
    var isAtEnd: Bool { remaining == 0 }

    mutating func byte() -> UInt8? {
        guard remaining > 0 else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    /// A big-endian number of `count` bytes, at most 4.
    mutating func number(_ count: Int) -> Int? {
        guard let field = take(count) else { return nil }
        return field.reduce(0) { $0 << 8 | Int($1) }
    }

    /// The next `count` bytes.
    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, count <= remaining else { return nil }
        defer { position += count }
        return bytes[position..<position + count]
    }

    /// Bytes behind their length in 4 bytes: a `string` of RFC 4251, section 5.
    mutating func sshString() -> ArraySlice<UInt8>? {
        number(4).flatMap { take($0) }
    }

    /// A base-128 number, lowest digits first, of at most 10 bytes: a varint of Protocol Buffers.
    mutating func varint() -> UInt64? {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 70, by: 7) {
            guard let next = byte() else { return nil }
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
        }
        return nil
    }
}
