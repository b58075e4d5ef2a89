import Blobs

extension ChatDraft {
    typealias Pending = (part: ChatPart, bytes: ByteBuffer)

    /// Its parts.
    ///
    /// - Parameter end: where its object ends.
    mutating func parts(_ kind: ChatKind, folder: ChatChannel, end: Int) -> [Pending] {
        blocks.endLine()
        let head = header(kind, folder: folder)
        let message = message(kind, folder: folder, header: head)
        var parts: [Pending] = []
        func add(_ section: String, _ kind: ChatPart.Kind, _ view: MailPart.View, _ bytes: ByteBuffer) {
            guard !bytes.isEmpty else { return }
            let origin = MailOrigin(message: message, enclosing: [], section: section)
            let part = ChatPart(
                origin: origin, kind: kind, view: view, range: offset..<max(offset, end), line: line, isCut: isCut)
            parts.append((part, bytes))
        }
        var header = ByteBuffer()
        header.append(head)
        add("H", .header, .whole, header)
        var found = LinkFinder()
        if isHTML {
            var shown = ByteBuffer()
            var markup = ByteBuffer()
            var html = HTMLText()
            _ = html.process(text.storage.span, text.start..<text.end, isLast: true, into: &shown, markup: &markup)
            found.find(shown.storage.span, shown.start..<shown.end)
            found.find(markup.storage.span, markup.start..<markup.end, inOther: true)
            found.finish()
            add("1", .html, .rendered, shown)
            add("1", .html, .markup, markup)
        } else {
            found.find(text.storage.span, text.start..<text.end)
            found.find(links.storage.span, links.start..<links.end, inOther: true)
            found.finish()
            add("1", .text, .whole, text)
        }
        var targets = links
        targets.append(blocks.links)
        targets.append(found.found)
        add("1", isHTML ? .html : .text, .links, targets)
        add("P", .previous, .whole, previous)
        add("B", .blocks, .whole, ownLinesOfBlocks())
        add("A", .attachments, .whole, attachments)
        add("F", .files, .whole, files)
        add("T", .properties, .whole, others)
        return parts
    }
}
