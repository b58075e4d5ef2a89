/// Strings of foreign origin in a form that a terminal or a CI log shows and does not obey.
public enum DisplayText {
    /// A name for people: as it is, or in double quotes with escapes where it could deceive.
    ///
    /// Inside the quotes `\n`, `\t`, `\r`, `\e`, `\"`, `\\`, `\u{202E}` stand for characters, and `\xFF` for a byte
    /// that is not UTF-8. A name is quoted when it holds any such character but a backslash alone, is empty, begins
    /// with a quote or `::`, begins or ends with white space, or holds `##`, which starts a command in CI logs. So two
    /// names never look the same.
    public static func name(_ bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self), isPlain(text) { return text }
        return "\"" + escaped(bytes, quotes: true) + "\""
    }

    /// Running text: as it is, or with escapes where it could do harm.
    public static func prose(_ text: String) -> String {
        let isHarmless = text.unicodeScalars.allSatisfy(VisibleText.isVisible) && !text.contains("##")
        return isHarmless ? text : escaped(Array(text.utf8), quotes: false)
    }

    private static func isPlain(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { return false }
        return !first.properties.isWhitespace && !last.properties.isWhitespace && first != "\""
            && !text.hasPrefix("::") && !text.contains("##") && scalars.allSatisfy(VisibleText.isVisible)
    }

    private static func escaped(_ bytes: [UInt8], quotes: Bool) -> String {
        var text = ""
        var previous: Unicode.Scalar = " "
        for piece in UTF8Pieces(bytes) {
            switch piece {
            case .stray(let byte): text += "\\x" + hexadecimal(UInt32(byte))
            case .scalar(let scalar):
                switch scalar {
                case "\n": text += "\\n"
                case "\t": text += "\\t"
                case "\r": text += "\\r"
                case "\u{1B}": text += "\\e"
                case "\\": text += "\\\\"
                case "\"" where quotes: text += "\\\""
                case "#" where previous == "#": text += "\\u{23}"
                default:
                    if VisibleText.isVisible(scalar) {
                        text.unicodeScalars.append(scalar)
                    } else {
                        text += "\\u{" + hexadecimal(scalar.value) + "}"
                    }
                }
                previous = scalar
            }
        }
        return text
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        (value < 16 ? "0" : "") + String(value, radix: 16, uppercase: true)
    }
}
