/// The records of one block, one after the other. Each key begins with a part of the one before it.
///
/// Format: git's Documentation/technical/reftable, "Ref block format" and "Log block format".
struct ReftableRecords {
    /// The key of the record that is being read.
    private(set) var key: [UInt8] = []

    private var reader: FieldReader

    /// - Parameter content: records, restart offsets, and how many of these there are.
    /// - Throws: `ReftableError.malformed` when the offsets do not fit into the block.
    init(_ bytes: [UInt8], in content: Range<Int>) throws(ReftableError) {
        guard content.count >= 2 else { throw .malformed(offset: content.lowerBound) }
        var count = FieldReader(bytes, in: content.upperBound - 2..<content.upperBound)
        // Searching would need the offsets. Whoever reads everything does not.
        guard let restarts = count.small(2), restarts * 3 + 2 <= content.count else {
            throw .malformed(offset: content.upperBound - 2)
        }
        reader = FieldReader(bytes, in: content.lowerBound..<content.upperBound - 2 - restarts * 3)
    }

    /// - Returns: the type of the next record, whose value must be read before the next call; `nil` at the end.
    mutating func nextKey() throws(ReftableError) -> Int? {
        guard reader.remaining > 0 else { return nil }
        let start = reader.position
        guard let prefix = reader.varint(), prefix <= key.count, let lengthAndType = reader.varint(),
            let suffix = reader.take(lengthAndType >> 3)
        else { throw .malformed(offset: start) }
        key.removeSubrange(prefix...)
        key.append(contentsOf: reader.bytes[suffix])
        return lengthAndType & 7
    }

    /// - Returns: `nil` for a reference that was deleted.
    mutating func referenceValue(
        _ type: Int, format: ObjectFormat
    ) throws(ReftableError) -> (target: Reference.Target?, peeled: ObjectID?) {
        let start = reader.position
        guard reader.varint() != nil else { throw .malformed(offset: start) }
        switch type {
        case 0: return (nil, nil)
        case 1:
            if let id = reader.id(format) { return (.object(id), nil) }
        case 2:
            if let id = reader.id(format), let peeled = reader.id(format) { return (.object(id), peeled) }
        case 3:
            if let name = reader.text() { return (.symbolic(Array(name)), nil) }
        default: break
        }
        throw .malformed(offset: start)
    }

    /// - Returns: `nil` for an entry that was deleted.
    mutating func logValue(_ type: Int, format: ObjectFormat) throws(ReftableError) -> ReflogEntry? {
        let start = reader.position
        // The key is a name, a NUL, and a number of 8 bytes.
        guard key.count >= 9, key[key.count - 9] == 0, type <= 1 else { throw .malformed(offset: start) }
        if type == 0 { return nil }
        guard let old = reader.id(format), let new = reader.id(format), let name = reader.text(),
            let email = reader.text(), let seconds = reader.varint(), reader.take(2) != nil,
            let message = reader.text()
        else { throw .malformed(offset: start) }
        return ReflogEntry(
            reference: Array(key.dropLast(9)), old: old, new: new, message: Array(message).withoutLineEnd,
            who: Array(name) + Array(" <".utf8) + Array(email) + [UInt8(ascii: ">")], seconds: seconds)
    }
}
