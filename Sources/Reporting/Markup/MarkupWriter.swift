/// Writes elements of XML 1.0, or of HTML in a form that an XML parser reads too.
///
/// Whatever text goes in, what comes out is well-formed, holds nothing that is invisible or acts on a terminal or a CI
/// log (`DisplayText`), and cannot end the element that it stands in.
struct MarkupWriter {
    typealias Attributes = KeyValuePairs<String, String>

    var buffer = OutputBuffer()

    /// - Parameter attributes: their names are ours, their values may be anything.
    mutating func begin(_ name: String, _ attributes: Attributes = [:]) {
        open(name, attributes)
        buffer.append(">")
    }

    mutating func end(_ name: String) {
        buffer.append("</\(name)>")
    }

    /// An element without an end tag of its own: any in XML, the void ones in HTML.
    mutating func empty(_ name: String, _ attributes: Attributes = [:]) {
        open(name, attributes)
        buffer.append("/>")
    }

    mutating func element(_ name: String, _ attributes: Attributes = [:], _ content: (inout MarkupWriter) -> Void) {
        begin(name, attributes)
        content(&self)
        end(name)
    }

    mutating func element(_ name: String, _ attributes: Attributes = [:], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    mutating func text(_ text: String) {
        buffer.append(Self.escaped(text))
    }

    /// What is markup already, or the content of an element whose text is not parsed. Never anything of foreign origin.
    mutating func raw(_ markup: String) {
        buffer.append(markup)
    }

    mutating func newLine() {
        buffer.append(UInt8(ascii: "\n"))
    }

    private mutating func open(_ name: String, _ attributes: Attributes) {
        buffer.append("<" + name)
        for (key, value) in attributes { buffer.append(" \(key)=\"\(Self.escaped(value))\"") }
    }

    /// `text` as the content of an element or of a quoted attribute.
    static func escaped(_ text: String) -> String {
        let visible = DisplayText.prose(text)
        guard visible.utf8.contains(where: { [0x22, 0x26, 0x27, 0x3C, 0x3E].contains($0) }) else { return visible }
        var escaped = ""
        for scalar in visible.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
