/// The encoding in the clear text of a Type 1 font program (Adobe Type 1 Font Format, 2.2): `dup 58 /period put`, for
/// each code.
enum Type1Encoding {
    /// Bytes of a font that hold it, at most.
    static let length = 16 * 1024

    /// The characters of codes; none if it is the standard encoding, or not there.
    static func parse(_ bytes: [UInt8]) -> [Int: [Unicode.Scalar]] {
        var lexer = Lexer(bytes)
        while true {
            switch lexer.next() {
            case .end, .unterminated: return [:]
            case .name("Encoding"): return entries(&lexer)
            default: continue
            }
        }
    }

    private static let entry = Keyword("dup")
    private static let ends: Set<Keyword> = [Keyword("def"), Keyword("readonly"), Keyword("eexec")]

    private static func entries(_ lexer: inout Lexer) -> [Int: [Unicode.Scalar]] {
        var result: [Int: [Unicode.Scalar]] = [:]
        while true {
            switch lexer.next() {
            case .end, .unterminated: return result
            case .keyword(let word) where ends.contains(word): return result
            case .keyword(entry):
                guard case .integer(let code) = lexer.next(), case .name(let name) = lexer.next() else { continue }
                if (0..<256).contains(code) { result[code] = GlyphNames.scalars(name) ?? [] }
            default: continue
            }
        }
    }
}
