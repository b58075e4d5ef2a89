/// How a value that was given to a name is written: name, sign, quotes, and the lines around.
///
/// It looks no further than `before` bytes in front of the name and `after` bytes behind the value, so what it says
/// does not depend on how the text is cut.
struct AssignedText {
    /// How far the surroundings reach, in bytes, in front of the keyword and behind the value.
    static let reach = (before: 300, after: 300)

    /// What stands between name and value.
    enum Sign: UInt8 {
        case arrow, becomes, comparison, equals, colon, comma, call, tag, valueAttribute, words, blank, other
    }

    /// The whole identifier with the keyword in it, dots and hyphens included.
    let name: Range<Int>

    /// The keyword begins here.
    let keyword: Int
    let value: Range<Int>
    let sign: Sign

    /// What opens the value; 0 if it is bare.
    let quote: UInt8
    let backslashes: Int

    /// The quote behind the name; 0 if there is none.
    let nameQuote: UInt8

    /// Whether something such as `Base64.decode(` stands in front of the quote.
    let isWrapped: Bool
    let crossesLine: Bool

    /// The line of the name up to the name, and what follows the value in its line, both cut to the reach.
    let lineBefore: Range<Int>
    let lineAfter: Range<Int>

    /// The line before and the line behind, as far as the reach goes.
    let lineAbove: Range<Int>
    let lineBelow: Range<Int>

    /// - Parameters:
    ///   - match: begins with the keyword.
    ///   - secret: the value without its quotes.
    init(_ text: Span<UInt8>, match: Range<Int>, secret: Range<Int>) {
        keyword = match.lowerBound
        value = secret
        var start = keyword
        let first = max(0, keyword - Self.reach.before)
        while start > max(0, keyword - 60), text[start - 1].isNamePart { start -= 1 }
        var end = keyword
        while end < secret.lowerBound, text[end].isNamePart { end += 1 }
        if end > keyword, end < secret.lowerBound, text[end - 1] == UInt8(ascii: "-") { end -= 1 }
        name = start..<end
        var open = secret.lowerBound
        quote = open > end && (text[open - 1].isQuote || text[open - 1] == UInt8(ascii: ";")) ? text[open - 1] : 0
        if quote != 0 { open -= 1 }
        var slashes = 0
        while open > end, text[open - 1] == UInt8(ascii: "\\") { (open, slashes) = (open - 1, slashes + 1) }
        backslashes = slashes
        nameQuote = text[end].isQuote && end < open ? text[end] : 0
        (sign, isWrapped, crossesLine) = Self.sign(text, end..<open)
        var lineStart = start
        while lineStart > first, !text[lineStart - 1].isLineEnd { lineStart -= 1 }
        lineBefore = lineStart..<start
        let last = min(text.count, secret.upperBound + Self.reach.after)
        var lineEnd = secret.upperBound
        while lineEnd < last, !text[lineEnd].isLineEnd { lineEnd += 1 }
        lineAfter = secret.upperBound..<lineEnd
        lineAbove = first..<max(first, lineStart - 1)
        lineBelow = min(last, lineEnd + 1)..<last
    }

    /// Reads what stands between the name and the quote of the value.
    private static func sign(_ text: Span<UInt8>, _ range: Range<Int>) -> (Sign, isWrapped: Bool, crossesLine: Bool) {
        var position = range.lowerBound
        var (crosses, letters) = (false, 0)
        var sign: Sign?
        while position < range.upperBound {
            let byte = text[position]
            let next = position + 1 < range.upperBound ? text[position + 1] : 0
            crosses = crosses || byte == UInt8(ascii: "\n")
            if sign == nil {
                switch byte {
                case UInt8(ascii: "="):
                    sign =
                        letters > 0
                        ? .valueAttribute
                        : next == UInt8(ascii: ">") ? .arrow : next == UInt8(ascii: "=") ? .comparison : .equals
                case UInt8(ascii: ":"):
                    // A type may stand between the colon and the sign.
                    sign =
                        next == UInt8(ascii: "=")
                        ? .becomes : holdsEquals(text, position..<range.upperBound) ? .equals : .colon
                case UInt8(ascii: "!"), UInt8(ascii: "~"): sign = .comparison
                case UInt8(ascii: "|"), UInt8(ascii: "?"): sign = .equals
                case UInt8(ascii: ","): sign = .comma
                case UInt8(ascii: "("): sign = .call
                case UInt8(ascii: ">"): sign = .tag
                default: if byte.isLetter { letters += 1 }
                }
            } else if byte.isLetter {
                letters += 1
            }
            position += 1
        }
        let isWrapped = letters > 0 && text[max(range.lowerBound, range.upperBound - 1)] == UInt8(ascii: "(")
        return (sign ?? (letters > 0 ? .words : .blank), isWrapped, crosses)
    }

    private static func holdsEquals(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        range.contains { text[$0] == UInt8(ascii: "=") }
    }
}

extension UInt8 {
    /// What names of settings and variables are made of.
    var isNamePart: Bool { isIdentifier || self == UInt8(ascii: "-") || self == UInt8(ascii: ".") }
}
