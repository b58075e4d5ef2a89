/// Collects lines for people. A line never starts with `::`, white space aside: CI logs read such lines as commands.
struct TextLines {
    var buffer = OutputBuffer()

    /// - Parameter text: free of line breaks; strings of foreign origin in it went through `DisplayText`.
    mutating func line(_ text: String = "") {
        let trimmed = text.drop { $0.isWhitespace }
        if trimmed.hasPrefix("::") {
            buffer.append(String(text[..<trimmed.startIndex]) + "\\u{3A}" + trimmed.dropFirst())
        } else {
            buffer.append(text)
        }
        buffer.append(UInt8(ascii: "\n"))
    }
}
