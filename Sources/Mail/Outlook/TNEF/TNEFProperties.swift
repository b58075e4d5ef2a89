/// Lists of properties in TNEF ([MS-OXTNEF] section 2.1.3.4).
struct TNEFProperties {
    /// How many properties, or values of one, a list has at most.
    private static let mostValues = 1 << 16

    /// How many values are read still: of all lists of a message together.
    private var valuesLeft = 1 << 18

    /// Reads a list of properties at a cursor into a bag. What stands in front of damage is kept.
    ///
    /// - Returns: Whether the list was read to its end.
    mutating func read(_ cursor: inout StoredCursor, into bag: inout PropertyBag) -> Bool {
        do throws(OutlookError) {
            let count = try cursor.word32()
            try take(count, &cursor)
            for _ in 0..<count { try readProperty(&cursor, into: &bag) }
            return true
        } catch {
            bag.damage.append(error)
            return false
        }
    }

    private mutating func readProperty(
        _ cursor: inout StoredCursor, into bag: inout PropertyBag
    ) throws(OutlookError) {
        let type = try cursor.word16()
        let id = try cursor.word16()
        if id >= 0x8000 {
            cursor.skip(16)
            if try cursor.word32() == 0 {
                _ = try cursor.word32()
            } else {
                let length = try cursor.word32()
                _ = try Self.padded(length, &cursor)
            }
        }
        let isList = type & PropertyType.isList != 0
        let single = type & ~PropertyType.isList
        if let size = PropertyType.fixedSize(single) {
            let count = isList ? try cursor.word32() : 1
            try take(count, &cursor)
            var values: [UInt64] = []
            for _ in 0..<count {
                let value = size == 8 ? try cursor.word64() : size == 0 ? 0 : UInt64(try cursor.word32())
                values.append(size == 2 ? value & 0xFFFF : value)
            }
            if !isList, let value = values.first { bag.set(id, type: type, .number(value)) }
            return
        }
        if single == PropertyType.guid {
            let count = isList ? try cursor.word32() : 1
            try take(count, &cursor)
            _ = try cursor.stretch(16 * count)
            return
        }
        guard [PropertyType.string, PropertyType.string8, PropertyType.binary, PropertyType.object].contains(single)
        else { throw OutlookError(.malformed, at: cursor.bytes.offset &+ cursor.position) }
        let count = try cursor.word32()
        try take(count, &cursor)
        var values: [any StoredBytes] = []
        for _ in 0..<count {
            let length = try cursor.word32()
            values.append(Self.withoutEnd(try Self.padded(length, &cursor), type: single))
        }
        if isList {
            bag.set(id, type: type, .list(values))
        } else if let value = values.first {
            bag.set(id, type: type, .data(value))
        }
    }

    /// Makes sure that a number of values can be true, and is not too much.
    private mutating func take(_ count: Int, _ cursor: inout StoredCursor) throws(OutlookError) {
        guard count <= Self.mostValues else { throw OutlookError(.malformed, at: cursor.bytes.offset) }
        valuesLeft -= count
        guard valuesLeft >= 0 else { throw OutlookError(.tooLarge, at: cursor.bytes.offset) }
    }

    /// Values begin at multiples of four.
    private static func padded(_ length: Int, _ cursor: inout StoredCursor) throws(OutlookError) -> BytesInRange {
        let value = try cursor.stretch(length)
        cursor.skip((4 - length & 3) & 3)
        return value
    }

    /// Texts end with a zero, which is none of the text.
    private static func withoutEnd(_ value: BytesInRange, type: Int) -> BytesInRange {
        let width = type == PropertyType.string ? 2 : type == PropertyType.string8 ? 1 : 0
        guard width > 0, value.count >= width, let end = try? value.bytes(from: value.count - width, limit: width),
            end.allSatisfy({ $0 == 0 })
        else { return value }
        return BytesInRange(of: value, 0..<value.count - width)
    }
}
