/// The control words of RTF that stand for a character.
enum RichTextCharacter {
    /// The character, or `nil` if the word is none. A cell of a table ends with a tab, a row with a line end.
    static func named(_ word: String) -> Unicode.Scalar? {
        switch word {
        case "par", "line", "row", "sect", "page", "nestrow": "\n"
        case "tab", "cell", "nestcell": "\t"
        case "lquote": "\u{2018}"
        case "rquote": "\u{2019}"
        case "ldblquote": "\u{201C}"
        case "rdblquote": "\u{201D}"
        case "bullet": "\u{2022}"
        case "endash": "\u{2013}"
        case "emdash": "\u{2014}"
        case "emspace", "enspace", "qmspace": " "
        default: nil
        }
    }
}
