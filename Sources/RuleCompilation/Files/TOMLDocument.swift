import TOMLKit

/// A file of TOML that was read: its root table, with what is needed to say on which line something is wrong.
package struct TOMLDocument {
    package let root: TOMLSection

    /// - Throws: what is wrong with the text as such: too large, not UTF-8, not TOML.
    package init(_ file: RuleFile) throws(RuleFileErrors) {
        let text = try Self.checkedText(of: file)
        let lines = TOMLLineIndex(file.bytes)
        if let malformation = lines.malformation {
            throw Self.error(in: file, .syntax(malformation.message), line: malformation.line)
        }
        let table: TOMLTable
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            let place = error.source.begin
            throw Self.error(
                in: file, .syntax(error.description), line: max(1, place.line), column: max(1, place.column))
        } catch {
            throw Self.error(in: file, .syntax("\(error)"))
        }
        root = TOMLSection(table, path: "", file: file.name, lines: lines)
    }

    private static func checkedText(of file: RuleFile) throws(RuleFileErrors) -> String {
        guard file.bytes.count <= RuleFile.maximumSize else {
            throw error(in: file, .fileTooLarge(bytes: file.bytes.count, limit: RuleFile.maximumSize))
        }
        guard let text = String(validating: file.bytes, as: UTF8.self) else {
            let valid = TextPosition.lengthOfUTF8(in: file.bytes)
            throw error(
                in: file, .notUTF8(byteOffset: valid), line: TextPosition.lineNumber(ofByte: valid, in: file.bytes))
        }
        // TOMLKit hands strings over as C strings: what follows a NUL would be lost without a word.
        if let offset = offsetOfNUL(in: file.bytes) {
            throw error(in: file, .nulCharacter, line: TextPosition.lineNumber(ofByte: offset, in: file.bytes))
        }
        return text
    }

    private static func offsetOfNUL(in bytes: [UInt8]) -> Int? {
        let spellings = [[0], Array(#"\u0000"#.utf8), Array(#"\U00000000"#.utf8)]
        return bytes.indices.first { offset in
            (bytes[offset] == 0 || bytes[offset] == UInt8(ascii: "\\"))
                && spellings.contains { bytes[offset...].starts(with: $0) }
        }
    }

    private static func error(
        in file: RuleFile, _ reason: RuleProblemReason, line: Int = 1, column: Int? = nil
    ) -> RuleFileErrors {
        RuleFileErrors(
            problems: [RuleProblem(file: file.name, line: line, column: column, rule: nil, reason: reason)])
    }
}
