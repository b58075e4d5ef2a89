/// One byte as it is meant, and how many bytes of text spell it.
///
/// Secrets stand in JSON, URLs, HTML and string literals, where `+` may be `\u002b`, `%2B` or `&#43;`. Backslashes in
/// front of an escape may be doubled by nesting (a key inside JSON inside JSON): up to four count as one.
struct SpelledByte {
    /// Percent-encoding is undone in values, but kept in a URL, which is used with it.
    enum Percent { case undone, kept }

    private static let mostBackslashes = 4
    private static let longestEntity = 8

    let value: UInt8

    /// At least 1.
    let length: Int

    /// The byte that `text[position...]` spells. Whatever is no escape of an ASCII character stands for itself.
    ///
    /// - Precondition: `position < end`, and `end` lies in `text`.
    init(in text: Span<UInt8>, at position: Int, before end: Int, percent: Percent = .undone) {
        let escape: SpelledByte? =
            switch text[position] {
            case UInt8(ascii: "\\"): Self.backslash(text, position, end)
            case UInt8(ascii: "&"): Self.entity(text, position, end)
            case UInt8(ascii: "%") where percent == .undone:
                Self.hexadecimal(text, position + 1, count: 2, end).map { SpelledByte(value: $0, length: 3) }
            default: nil
            }
        self = escape ?? SpelledByte(value: text[position], length: 1)
    }

    private init(value: UInt8, length: Int) {
        self.value = value
        self.length = length
    }

    private static func backslash(_ text: Span<UInt8>, _ position: Int, _ end: Int) -> SpelledByte? {
        var next = position + 1
        while next < end, next - position < mostBackslashes, text[next] == UInt8(ascii: "\\") { next += 1 }
        guard next < end else { return nil }
        let length = next + 1 - position
        switch text[next] {
        case UInt8(ascii: "n"), UInt8(ascii: "\n"): return SpelledByte(value: UInt8(ascii: "\n"), length: length)
        case UInt8(ascii: "r"), UInt8(ascii: "\r"): return SpelledByte(value: UInt8(ascii: "\r"), length: length)
        case UInt8(ascii: "t"): return SpelledByte(value: UInt8(ascii: "\t"), length: length)
        case UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "+"):
            return SpelledByte(value: text[next], length: length)
        case UInt8(ascii: "u"):
            return hexadecimal(text, next + 1, count: 4, end).map { SpelledByte(value: $0, length: length + 4) }
        case UInt8(ascii: "x"):
            return hexadecimal(text, next + 1, count: 2, end).map { SpelledByte(value: $0, length: length + 2) }
        default: return nil
        }
    }

    /// `&amp;`, `&#43;`, `&#x2B;` and the like: the entities that occur inside credentials and URLs.
    private static func entity(_ text: Span<UInt8>, _ position: Int, _ end: Int) -> SpelledByte? {
        let limit = min(end, position + longestEntity)
        var semicolon = position + 1
        while semicolon < limit, text[semicolon] != UInt8(ascii: ";") { semicolon += 1 }
        guard semicolon < limit else { return nil }
        let name = position + 1..<semicolon
        guard let value = named(text, name) ?? numbered(text, name) else { return nil }
        return SpelledByte(value: value, length: semicolon + 1 - position)
    }

    private static func named(_ text: Span<UInt8>, _ name: Range<Int>) -> UInt8? {
        if text.holds("amp", at: name) { return UInt8(ascii: "&") }
        if text.holds("quot", at: name) { return UInt8(ascii: "\"") }
        if text.holds("gt", at: name) { return UInt8(ascii: ">") }
        if text.holds("lt", at: name) { return UInt8(ascii: "<") }
        if text.holds("plus", at: name) { return UInt8(ascii: "+") }
        if text.holds("sol", at: name) { return UInt8(ascii: "/") }
        if text.holds("equals", at: name) { return UInt8(ascii: "=") }
        if text.holds("nbsp", at: name) { return UInt8(ascii: " ") }
        return nil
    }

    private static func numbered(_ text: Span<UInt8>, _ name: Range<Int>) -> UInt8? {
        guard name.count >= 2, text[name.lowerBound] == UInt8(ascii: "#") else { return nil }
        var first = name.lowerBound + 1
        let isHexadecimal = text[first] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal { first += 1 }
        guard first < name.upperBound else { return nil }
        var value = 0
        for index in first..<name.upperBound {
            guard let digit = digit(text[index]), isHexadecimal || digit < 10 else { return nil }
            value = value * (isHexadecimal ? 16 : 10) + Int(digit)
        }
        return value < 0x80 ? UInt8(value) : nil
    }

    /// The ASCII character that `count` hexadecimal digits name, or `nil`.
    private static func hexadecimal(_ text: Span<UInt8>, _ start: Int, count: Int, _ end: Int) -> UInt8? {
        guard start + count <= end else { return nil }
        var value = 0
        for index in start..<start + count {
            guard let digit = digit(text[index]) else { return nil }
            value = value << 4 | Int(digit)
        }
        return value < 0x80 ? UInt8(value) : nil
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
