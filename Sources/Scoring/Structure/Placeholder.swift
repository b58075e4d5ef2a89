/// Tells what people write where a secret goes from secrets: `xxxxxxxx`, `0000`, `your-token-here`, `abcdef123456`.
enum Placeholder {
    /// The fewest different characters of a random text of 16 or more: of 16 hexadecimal digits, 5 or fewer are met
    /// once in 40,000 texts.
    private static let fewestCharacters = 6

    /// The same for shorter texts.
    private static let fewestOfShortText = 4

    private static let words = [
        "example", "your", "xxxx", "redacted", "placeholder", "1234567890", "abcdefgh", "0123456789abcdef",
    ]

    /// - Parameter text: the random part of a credential.
    static func isOne(_ text: some Collection<UInt8>) -> Bool {
        if Set(text).count < (text.count < 16 ? fewestOfShortText : fewestCharacters) { return true }
        let lower = text.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
        return words.contains { lower.span.firstIndex(of: $0, in: 0..<lower.count) != nil }
    }
}
