/// Writes rows as RFC 4180 has them: fields in quotes, ended by CR LF.
///
/// Tables are opened with spreadsheets, which take a text for a formula if it begins with `=`, `+`, `-`, `@`, TAB or
/// CR, or with a full-width form of these, white space aside. Such a text gets an apostrophe in front, which
/// spreadsheets read as "this is text". So does one that begins with an apostrophe: two texts never become the same.
struct CSVWriter {
    enum Field {
        case empty
        case number(Int)
        case boolean(Bool)
        /// One of our own words.
        case name(String)
        /// Anything.
        case text(String)
    }

    var buffer = OutputBuffer()

    mutating func row(_ fields: [Field]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: ",")) }
            append(field)
        }
        buffer.append("\r\n")
    }

    private mutating func append(_ field: Field) {
        switch field {
        case .empty: return
        case .number(let number): buffer.append(String(number))
        case .boolean(let value): buffer.append(value ? "true" : "false")
        case .name(let name): buffer.append(name)
        case .text(let text): buffer.append(Self.quoted(Self.harmless(text)))
        }
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// `text` with everything visible, and no formula.
    static func harmless(_ text: String) -> String {
        let first = text.unicodeScalars.first { !$0.properties.isWhitespace && VisibleText.isVisible($0) }
        let shown = DisplayText.prose(text)
        guard let first, formulaStarts.contains(first) else { return shown }
        return "'" + shown
    }

    private static let formulaStarts: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "'", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{FE62}", "\u{FE63}", "\u{FE66}",
        "\u{FE6B}", "\u{2212}",
    ]
}
