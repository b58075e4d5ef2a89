/// A picture in a content stream: `BI`, entries, `ID`, bytes, `EI` (ISO 32000-2, 8.9.7).
enum InlineImage {
    private static let mark = Keyword("ID")

    /// How many bytes behind `EI` must look like content.
    private static let sample = 12

    /// Passes it over, from behind `BI`. Where its end is missing, the rest is passed over.
    ///
    /// Complexity: O(n) in what is passed over.
    static func skip(_ lexer: inout Lexer) {
        while true {
            switch lexer.next() {
            case .end, .unterminated: return
            case .keyword(mark):
                skipData(&lexer)
                return
            default: continue
            }
        }
    }

    private static func skipData(_ lexer: inout Lexer) {
        var index = lexer.position
        while index + 2 < lexer.end {
            if lexer.bytes[index + 1] == UInt8(ascii: "E"), lexer.bytes[index + 2] == UInt8(ascii: "I"),
                ByteClass[lexer.bytes[index]] == .whitespace, isContent(lexer, index + 3)
            {
                lexer.position = index + 3
                return
            }
            index += 1
        }
        lexer.position = lexer.end
    }

    /// Whether an `EI` in front of this is no chance bytes of the picture.
    private static func isContent(_ lexer: Lexer, _ start: Int) -> Bool {
        guard start < lexer.end else { return true }
        guard ByteClass[lexer.bytes[start]] == .whitespace else { return false }
        return lexer.bytes[start..<min(start + sample, lexer.end)].allSatisfy {
            $0 < 0x7F && ($0 >= 0x20 || ByteClass[$0] == .whitespace)
        }
    }
}
