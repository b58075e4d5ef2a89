/// How the texts of properties are given.
enum ContentChoice {
    /// A property's text, from UTF-16 or from its code page.
    ///
    /// - Parameter codePage: `nil` if nothing tells it: the text is given as it is stored.
    static func text(_ data: any StoredBytes, isWide: Bool, codePage: Int?) -> any PartContent {
        if isWide { return WideTextContent(data) }
        switch codePage.map(MailCharset.init(codePage:)) {
        case nil, .opaque, .wide: return PlainContent(data)
        case .some(let charset): return ConvertedContent(data, charset)
        }
    }

    /// Each text on a line of its own.
    static func lines(of texts: [(id: Int, texts: [any StoredBytes])], in bag: PropertyBag) -> any PartContent {
        var parts: [any PartContent] = []
        for (id, values) in texts {
            let codePage = PropertyId.textsAsBytes.contains(id) ? nil : bag.codePage(of: id)
            for value in values where value.count > 0 {
                parts.append(text(value, isWide: bag.isWide(id), codePage: codePage))
                parts.append(PlainContent(BytesInMemory([UInt8(ascii: "\n")], offset: value.offset)))
            }
        }
        return JoinedContent(parts)
    }
}
