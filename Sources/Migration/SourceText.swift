/// Checks that hold for every file of text before its syntax is looked at.
enum SourceText {
    /// Returns the bytes as text.
    ///
    /// - Throws: `MigrationError` if there are more than `limit`, or if they are not UTF-8.
    /// - Complexity: linear in `bytes`.
    static func checked(_ bytes: [UInt8], limit: Int) throws(MigrationError) -> String {
        guard bytes.count <= limit else { throw MigrationError(.tooLarge(bytes: bytes.count, limit: limit)) }
        guard let text = String(validating: bytes.trimmingByteOrderMark, as: UTF8.self) else {
            let valid = lengthOfUTF8(in: bytes)
            throw MigrationError(.notUTF8(byteOffset: valid), line: lineNumber(ofByte: valid, in: bytes))
        }
        return text
    }

    static func lineNumber(ofByte offset: Int, in bytes: [UInt8]) -> Int {
        1 + bytes.prefix(offset).count { $0 == UInt8(ascii: "\n") }
    }

    private static func lengthOfUTF8(in bytes: [UInt8]) -> Int {
        var length = 0
        var iterator = bytes.makeIterator()
        var codec = UTF8()
        while case .scalarValue(let scalar) = codec.decode(&iterator) { length += UTF8.width(scalar) }
        return length
    }
}

extension [UInt8] {
    /// The bytes behind a byte order mark of UTF-8, if there is one.
    var trimmingByteOrderMark: ArraySlice<UInt8> { starts(with: [0xEF, 0xBB, 0xBF]) ? self[3...] : self[...] }
}
