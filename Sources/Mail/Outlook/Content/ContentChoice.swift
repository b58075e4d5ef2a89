/// How the texts of properties are given.
enum ContentChoice {
    /// A property's text as UTF-8 if it is in UTF-16, else as it is stored.
    static func text(_ data: any StoredBytes, isWide: Bool) -> any PartContent {
        isWide ? WideTextContent(data) : PlainContent(data)
    }

    /// Each text on a line of its own.
    static func lines(of texts: [(id: Int, texts: [any StoredBytes])], in bag: PropertyBag) -> any PartContent {
        var parts: [any PartContent] = []
        for (id, values) in texts {
            for value in values where value.count > 0 {
                parts.append(text(value, isWide: bag.isWide(id)))
                parts.append(PlainContent(BytesInMemory([UInt8(ascii: "\n")], offset: value.offset)))
            }
        }
        return JoinedContent(parts)
    }
}
