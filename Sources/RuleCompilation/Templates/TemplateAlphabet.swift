/// The characters of which a placeholder such as `{hex:32}` is made, under the name that it has there.
enum TemplateAlphabet: String, Hashable, Sendable {
    case base64, base64url, base32, hex, upper, lower, digits, alnum
    case upperHex = "upper-hex"
    case upperAlnum = "upper-alnum"

    private static let upperCharacters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    private static let lowerCharacters = Array("abcdefghijklmnopqrstuvwxyz".utf8)
    private static let digitCharacters = Array("0123456789".utf8)

    /// The kinds of character that a random text of this alphabet has, in the order of the encoding.
    private var kinds: [[UInt8]] {
        switch self {
        case .base64: [Self.upperCharacters, Self.lowerCharacters, Self.digitCharacters, Array("+/".utf8)]
        case .base64url: [Self.upperCharacters, Self.lowerCharacters, Self.digitCharacters, Array("-_".utf8)]
        case .base32: [Self.upperCharacters, Array("234567".utf8)]
        case .hex: [Self.digitCharacters, Array("abcdef".utf8)]
        case .upperHex: [Self.digitCharacters, Array("ABCDEF".utf8)]
        case .upper: [Self.upperCharacters]
        case .lower: [Self.lowerCharacters]
        case .digits: [Self.digitCharacters]
        case .alnum: [Self.upperCharacters, Self.lowerCharacters, Self.digitCharacters]
        case .upperAlnum: [Self.upperCharacters, Self.digitCharacters]
        }
    }

    /// From this length up, a text has at least one letter of each case and one digit that its alphabet offers,
    /// as nearly every random secret of that length does.
    private static let shortestMixedText = 12

    /// Returns `count` characters, independent and uniform but for the promise above.
    ///
    /// Complexity: linear in `count`; a text is drawn again with a probability below one half.
    func text(count: Int, using generator: inout SeededGenerator) -> String {
        let characters = kinds.flatMap { $0 }
        let needed = count >= Self.shortestMixedText ? kinds.filter { $0.count > 2 } : []
        while true {
            let drawn = (0..<count).map { _ in characters[generator.number(below: characters.count)] }
            if needed.allSatisfy({ kind in drawn.contains(where: kind.contains) }) {
                return String(decoding: drawn, as: UTF8.self)
            }
        }
    }
}
