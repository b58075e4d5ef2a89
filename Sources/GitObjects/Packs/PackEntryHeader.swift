/// What stands in front of the compressed bytes of an entry.
///
/// Format: git's Documentation/gitformat-pack, "Object entries".
struct PackEntryHeader {
    enum Base {
        /// No delta: the object itself.
        case none(ObjectKind)

        /// A delta to the entry that begins so many bytes earlier, at least 1.
        case distance(Int)

        /// A delta to an object by its name, which is the last part of the header.
        case name
    }

    /// Of the object, or of the delta, when inflated. In bytes.
    let size: Int

    let base: Base

    /// How many bytes the header takes.
    let length: Int

    /// No header is longer: ten bytes of size, and a name or a distance.
    static let largestLength = 10 + 32

    /// - Parameter bytes: from the start of the entry on, as many as there are.
    /// - Throws: `corrupt` when they are no header, or not all of it.
    init(_ bytes: Span<UInt8>, idLength: Int) throws(ObjectError) {
        guard !bytes.isEmpty else { throw Self.cut }
        var byte = bytes[0]
        var length = 1
        let kind = byte >> 4 & 7
        var size = Int(byte & 0xF)
        var shift = 4
        while byte & 0x80 != 0 {
            guard length < bytes.count else { throw Self.cut }
            byte = bytes[length]
            // 4 + 8 * 7 bits, so that the size stays below 2^60.
            guard shift < 60 else { throw .corrupt("an entry's size is too large") }
            size |= Int(byte & 0x7F) << shift
            shift += 7
            length += 1
        }
        switch kind {
        case 1...4:
            guard let kind = ObjectKind(rawValue: kind) else { throw .corrupt("an entry has an unknown kind") }
            base = .none(kind)
        case 6:
            base = .distance(try Self.distance(bytes, at: &length))
        case 7:
            guard length + idLength <= bytes.count else { throw Self.cut }
            length += idLength
            base = .name
        default:
            throw .corrupt("an entry has an unknown kind")
        }
        self.size = size
        self.length = length
    }

    private static var cut: ObjectError { .corrupt("an entry's header is cut") }

    private static func distance(_ bytes: Span<UInt8>, at position: inout Int) throws(ObjectError) -> Int {
        var distance = 0
        while true {
            guard position < bytes.count else { throw cut }
            let byte = bytes[position]
            position += 1
            guard distance < 1 << 55 else { throw .corrupt("a delta's base is too far away") }
            distance = distance << 7 | Int(byte & 0x7F)
            if byte & 0x80 == 0 { break }
            distance += 1
        }
        guard distance > 0 else { throw .corrupt("a delta is its own base") }
        return distance
    }
}
