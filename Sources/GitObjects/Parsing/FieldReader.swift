/// Takes fields from a stretch of bytes, one behind the other. Numbers are big-endian, as in all of git's files.
///
/// Whatever does not fit is `nil`, and nothing is taken then: lengths that a file states are never trusted.
struct FieldReader {
    let bytes: [UInt8]

    /// Byte offset of the next field.
    private(set) var position: Int

    /// Byte offset behind the last field.
    let end: Int

    /// - Precondition: the range is inside of the bytes.
    init(_ bytes: [UInt8], in range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "fields are inside of their bytes")
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    var remaining: Int { end - position }

    mutating func take(_ count: Int) -> Range<Int>? {
        guard count >= 0, count <= remaining else { return nil }
        defer { position += count }
        return position..<position + count
    }

    /// A number of so many bytes, 8 at most.
    mutating func number(_ width: Int) -> UInt64? {
        guard let range = take(width) else { return nil }
        var value: UInt64 = 0
        for index in range { value = value << 8 | UInt64(bytes[index]) }
        return value
    }

    /// A number of 32 bits or less, which always fits.
    mutating func small(_ width: Int) -> Int? {
        number(width).map(Int.init(truncatingIfNeeded:))
    }

    /// A number of varying length, as git's packs write offsets (gitformat-pack, "OBJ_OFS_DELTA").
    mutating func varint() -> Int? {
        var index = position
        var value: Int = 0
        while index < end {
            let byte = bytes[index]
            index += 1
            value |= Int(byte & 0x7F)
            if byte & 0x80 == 0 {
                position = index
                return value
            }
            guard value < 1 << 55 else { return nil }
            value = (value + 1) << 7
        }
        return nil
    }

    mutating func id(_ format: ObjectFormat) -> ObjectID? {
        take(format.idLength).map { ObjectID(bytes.span.extracting($0), format: format) }
    }

    /// A text behind its length.
    mutating func text() -> ArraySlice<UInt8>? {
        let start = position
        guard let count = varint(), let range = take(count) else {
            position = start
            return nil
        }
        return bytes[range]
    }
}
