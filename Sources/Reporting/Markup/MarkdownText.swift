/// Strings in Markdown, as code hosts render it.
enum MarkdownText {
    /// `text` as it is: nothing in it is markup.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "\\", "`", "*", "_", "[", "]", "#", "|", "~", ">", "@":
                escaped += "\\" + String(character)
            case "<": escaped += "&lt;"
            case "&": escaped += "&amp;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }

    /// `text` as a code span (CommonMark 0.31, 6.1): no links, no mentions, no references in it.
    ///
    /// - Parameter text: on one line.
    static func code(_ text: String) -> String {
        var longest = 0
        var run = 0
        for scalar in text.unicodeScalars {
            run = scalar == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        return longest > 0 ? "\(fence) \(text) \(fence)" : fence + text + fence
    }
}
