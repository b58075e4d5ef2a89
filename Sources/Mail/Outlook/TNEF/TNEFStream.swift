/// The attributes of a TNEF stream ([MS-OXTNEF] section 2.1.3).
struct TNEFStream {
    static let signature = 0x223E_9F78

    /// How many attributes are read at most.
    private static let mostAttributes = 1 << 16

    /// Bytes of an attribute without data.
    private static let leastSize = 11

    private(set) var attributes: [TNEFAttribute] = []

    /// What could not be read behind the last attribute.
    private(set) var damage: OutlookError?

    /// The bytes behind the last attribute.
    private(set) var rest: BytesInRange?

    /// - Throws: `.otherFormat` if it is none.
    init(_ bytes: any StoredBytes) throws(OutlookError) {
        var cursor = StoredCursor(bytes)
        guard try cursor.word32() == Self.signature else { throw OutlookError(.otherFormat, at: bytes.offset) }
        _ = try cursor.word16()
        while !cursor.isAtEnd {
            let start = cursor.position
            do throws(OutlookError) {
                guard attributes.count < Self.mostAttributes else {
                    throw OutlookError(.tooLarge, at: bytes.offset &+ start)
                }
                let level = try cursor.word8()
                guard level == 1 || level == 2 else { throw OutlookError(.malformed, at: bytes.offset &+ start) }
                let id = try cursor.word32()
                let data = try cursor.stretch(try cursor.word32())
                attributes.append(TNEFAttribute(isOfAttachment: level == 2, id: id, data: data))
                // The checksum. Programs get it wrong, and nothing is gained by leaving bytes out.
                cursor.skip(2)
            } catch {
                // Less than an attribute takes is none: programs add a line end, or zeros.
                if bytes.count - start >= Self.leastSize { damage = error }
                rest = BytesInRange(of: bytes, start..<bytes.count)
                return
            }
        }
    }

    /// The data of the first attribute of the message with an identifier.
    func data(_ id: Int) -> BytesInRange? {
        attributes.first { $0.id == id && !$0.isOfAttachment }?.data
    }
}
