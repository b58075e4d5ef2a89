/// The name of a tag, as far as it tells what the tag does to text.
struct HTMLTag {
    enum Effect: Sendable {
        /// An inline tag, or one that is not known: it vanishes.
        case none
        case lineBreak
        case block
        case cell
        case preformatted

        /// What it holds is not shown.
        case hidden
    }

    /// The first eight letters in lower case.
    private(set) var code: UInt64 = 0
    private var count = 0
    var isEnd = false

    mutating func add(_ byte: UInt8) {
        guard count < 8 else { return }
        code = code << 8 | UInt64(byte.lowercasedASCII)
        count += 1
    }

    var effect: Effect { Self.effects[code] ?? .none }

    private static let effects: [UInt64: Effect] = {
        var effects: [UInt64: Effect] = [:]
        let names: [(Effect, [String])] = [
            (.lineBreak, ["br"]), (.cell, ["td", "th"]), (.preformatted, ["pre", "textarea", "listing", "xmp"]),
            (.hidden, ["script", "style", "title"]),
            (
                .block,
                [
                    "p", "div", "tr", "table", "tbody", "thead", "tfoot", "caption", "ul", "ol", "li", "dl", "dt", "dd",
                    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote", "section", "article", "header", "footer",
                    "main", "nav", "aside", "address", "figure", "figcaption", "form", "fieldset", "legend", "body",
                    "html", "head", "center", "option", "select", "button", "details", "summary", "dialog", "iframe",
                ]
            ),
        ]
        for (effect, list) in names {
            for name in list {
                var tag = HTMLTag()
                for byte in name.utf8 { tag.add(byte) }
                effects[tag.code] = effect
            }
        }
        return effects
    }()
}
