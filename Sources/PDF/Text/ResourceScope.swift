/// What the names in a content stream stand for (ISO 32000-2, 7.8.3).
struct ResourceScope {
    let entries: [String: PDFObject]
    private var fonts: [String: Font] = [:]

    init(_ entries: [String: PDFObject]) {
        self.entries = entries
    }

    mutating func font(
        named name: String, _ document: Document, _ loader: FontLoader
    ) throws(PDFError) -> Font {
        if let known = fonts[name] { return known }
        let all = try document.resolve(entries["Font"]).entries ?? [:]
        let font = if let object = all[name] { try loader.font(object) } else { Font.missing }
        fonts[name] = font
        return font
    }

    /// The number of a stream that a name stands for.
    func formNumber(named name: String, _ document: Document) throws(PDFError) -> Int? {
        try document.resolve(entries["XObject"]).entries?[name]?.referenceNumber
    }

    /// The font of a set of parameters, and its size.
    func font(inParameters name: String, _ document: Document) throws(PDFError) -> (PDFObject, Double)? {
        let all = try document.resolve(entries["ExtGState"]).entries ?? [:]
        guard let pair = try document.resolve(all[name]).entries?["Font"]?.elements, pair.count == 2,
            let size = pair[1].number
        else { return nil }
        return (pair[0], size)
    }
}
