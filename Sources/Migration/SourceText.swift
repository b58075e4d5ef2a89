import RuleCompilation

/// Checks that hold for every file of text before its syntax is looked at.
enum SourceText {
    /// Returns the bytes as text.
    ///
    /// - Throws: `MigrationError` if there are more than `limit`, or if they are not UTF-8.
    /// - Complexity: linear in `bytes`.
    static func checked(_ bytes: [UInt8], limit: Int) throws(MigrationError) -> String {
        guard bytes.count <= limit else { throw MigrationError(.tooLarge(bytes: bytes.count, limit: limit)) }
        guard let text = String(validating: bytes.trimmingByteOrderMark, as: UTF8.self) else {
            let valid = TextPosition.lengthOfUTF8(in: bytes)
            throw MigrationError(.notUTF8(byteOffset: valid), line: TextPosition.lineNumber(ofByte: valid, in: bytes))
        }
        return text
    }
}

extension [UInt8] {
    /// The bytes behind a byte order mark of UTF-8, if there is one.
    var trimmingByteOrderMark: ArraySlice<UInt8> { starts(with: [0xEF, 0xBB, 0xBF]) ? self[3...] : self[...] }
}
