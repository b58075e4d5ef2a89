/// What a text in RTF is made of ([MS-OXRTFEX] section 2.1.3).
enum RichTextForm {
    case html
    case text

    /// RTF of its own.
    case native

    /// What the beginning of the text says: `\fromhtml1` and `\fromtext` stand in its header.
    init(_ beginning: [UInt8]) {
        let text = String(decoding: beginning, as: Unicode.ASCII.self)
        if text.contains("\\fromhtml1") {
            self = .html
        } else if text.contains("\\fromtext") {
            self = .text
        } else {
            self = .native
        }
    }
}
