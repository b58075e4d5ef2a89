/// Reads Swift just well enough to tell code from comments and texts. It knows no regex literals: use none here.
enum SwiftCode {
    private static let newline = UInt8(ascii: "\n")
    private static let quote = UInt8(ascii: "\"")
    private static let hash = UInt8(ascii: "#")
    private static let blank = UInt8(ascii: " ")

    /// `source` with comments and the content of string literals blanked: every byte stays at its place, line ends and
    /// quotes stay, and so does the code in interpolations.
    static func blanked(_ source: [UInt8]) -> [UInt8] {
        var reader = Reader(source)
        reader.readCode(isInterpolation: false)
        return reader.output
    }

    /// The module that a line of code imports; `nil` for every other line.
    ///
    /// `@testable import Scanning`, `public import struct Blobs.RawPath`.
    static func importedModule(in line: String) -> String? {
        let modifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "var", "let", "actor"]
        var words = line.split { $0 == " " || $0 == "\t" || $0 == ";" }[...]
        while let word = words.first, word.hasPrefix("@") || modifiers.contains(word) { words.removeFirst() }
        guard words.popFirst() == "import" else { return nil }
        if let word = words.first, kinds.contains(word) { words.removeFirst() }
        return words.first?.split(separator: ".").first.map(String.init)
    }

    /// Whether a line of code traps where a value is missing: `x!`, `try!`, `as!`, and the type `T!`.
    static func hasForcedUnwrap(_ line: String) -> Bool {
        let bytes = Array(line.utf8)
        return bytes.indices.dropFirst().contains { index in
            bytes[index] == UInt8(ascii: "!") && endsExpression(bytes[index - 1])
                && (index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "="))
        }
    }

    /// The identifiers and keywords in a line of code.
    static func words(in line: String) -> [Substring] {
        line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    }

    private static func endsExpression(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...,
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: ")"), UInt8(ascii: "]"),
            UInt8(ascii: "}"), UInt8(ascii: ">"), UInt8(ascii: "?"), UInt8(ascii: "`"), quote:
            true
        default: false
        }
    }

    private struct Reader {
        let source: [UInt8]
        var output: [UInt8]
        var position = 0

        init(_ source: [UInt8]) {
            self.source = source
            output = source
        }

        /// Leaves code as it is, to the end of the file or behind the parenthesis that ends the interpolation.
        mutating func readCode(isInterpolation: Bool) {
            var depth = 0
            while position < source.count {
                if starts(with: "//") {
                    while position < source.count, source[position] != SwiftCode.newline { skip() }
                } else if starts(with: "/*") {
                    readComment()
                } else if let hashes = hashesOfLiteral() {
                    position += hashes
                    readLiteral(hashes: hashes)
                } else {
                    if source[position] == UInt8(ascii: "(") { depth += 1 }
                    if source[position] == UInt8(ascii: ")") { depth -= 1 }
                    position += 1
                    if isInterpolation, depth < 0 { return }
                }
            }
        }

        /// Comments of this kind nest.
        private mutating func readComment() {
            var depth = 0
            while position < source.count {
                if starts(with: "/*") {
                    depth += 1
                    skip(2)
                } else if starts(with: "*/") {
                    depth -= 1
                    skip(2)
                    if depth == 0 { return }
                } else {
                    skip()
                }
            }
        }

        /// How many `#` stand before the quote of a string literal that begins here; `nil` where none begins.
        private func hashesOfLiteral() -> Int? {
            var index = position
            while index < source.count, source[index] == SwiftCode.hash { index += 1 }
            return index < source.count && source[index] == SwiftCode.quote ? index - position : nil
        }

        private mutating func readLiteral(hashes: Int) {
            let suffix = String(repeating: "#", count: hashes)
            let end = (starts(with: "\"\"\"") ? "\"\"\"" : "\"") + suffix
            position += end.utf8.count - hashes
            while position < source.count, !starts(with: end) {
                if starts(with: "\\" + suffix + "(") {
                    skip(1 + hashes)
                    position += 1
                    readCode(isInterpolation: true)
                } else if starts(with: "\\" + suffix) {
                    skip(2 + hashes)
                } else {
                    skip()
                }
            }
            position = min(source.count, position + end.utf8.count)
        }

        private func starts(with text: String) -> Bool {
            var index = position
            for byte in text.utf8 {
                guard index < source.count, source[index] == byte else { return false }
                index += 1
            }
            return true
        }

        /// Blanks what is passed over, line ends left out.
        private mutating func skip(_ count: Int = 1) {
            for _ in 0..<count where position < source.count {
                if source[position] != SwiftCode.newline { output[position] = SwiftCode.blank }
                position += 1
            }
        }
    }
}
