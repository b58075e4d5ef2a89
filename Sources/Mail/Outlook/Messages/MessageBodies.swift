import Blobs

/// The parts of a message itself: header, bodies, other texts.
enum MessageBodies {
    static func parts(
        of source: OutlookMessage, headerLines: [UInt8], failures: inout [OutlookError]
    ) -> [PendingPart] {
        let properties = source.properties
        var parts = [
            PendingPart(
                section: "H", kind: .header, offset: source.offset,
                content: HeaderText.content(source, lines: headerLines))
        ]
        var bodies: [PendingPart] = []
        func addText(_ id: Int, _ kind: OutlookPart.Kind, _ text: any StoredBytes, isWide: Bool) {
            let codePage = isWide ? nil : properties.codePage(of: id)
            var part = PendingPart(
                section: "1", kind: kind, offset: text.offset,
                content: ContentChoice.text(text, isWide: isWide, codePage: codePage))
            part.codePage = codePage
            bodies.append(part)
        }
        if let text = properties.data(PropertyId.body), text.count > 0 {
            addText(PropertyId.body, .text, text, isWide: properties.isWide(PropertyId.body))
        }
        if let html = properties.data(PropertyId.html), html.count > 0 {
            addText(PropertyId.html, .html, html, isWide: isWideHTML(properties, html))
        }
        if let rich = properties.data(PropertyId.richText), rich.count > 0 {
            do throws(OutlookError) {
                let content = try RichTextContent(rich)
                let kind: OutlookPart.Kind =
                    switch content.form {
                    case .html: .html
                    case .text: .text
                    case .native: .rtf
                    }
                bodies.append(PendingPart(section: "1", kind: kind, offset: rich.offset, content: content))
            } catch {
                failures.append(error.concerning("1"))
            }
        }
        if bodies.count > 1 { for index in bodies.indices { bodies[index].section = "1.\(index + 1)" } }
        parts += bodies
        // A line of the header is cut; a text that is longer is told here.
        let inHeader = PropertyId.headerLines.filter { properties.data($0)?.count ?? 0 <= PropertyBag.mostShortText }
        let texts = properties.texts(without: PropertyId.ownParts.union(inHeader))
        if !texts.isEmpty {
            parts.append(
                PendingPart(
                    section: "T", kind: .properties, offset: source.offset,
                    content: ContentChoice.lines(of: texts, in: properties)))
        }
        return parts
    }

    /// HTML is kept as bytes. A byte order mark says UTF-16, and so do zeros where Latin letters have theirs: what the
    /// message says of its code page is not always true.
    private static func isWideHTML(_ properties: PropertyBag, _ html: any StoredBytes) -> Bool {
        if properties.isWide(PropertyId.html) { return true }
        guard let beginning = try? html.leadingBytes(limit: 64), beginning.count >= 2 else { return false }
        if beginning.starts(with: [0xFF, 0xFE]) { return true }
        let zeros = stride(from: 1, to: beginning.count, by: 2).count { beginning[$0] == 0 }
        return zeros * 4 > beginning.count
    }
}
