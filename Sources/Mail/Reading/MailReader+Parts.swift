import Blobs

extension MailReader {
    /// What follows the part in hand within the same content: a view, what stands encoded in it, the text behind that.
    /// `nil` if nothing does, or if it is to be asked again.
    func nextPiece() throws(ByteSourceError) -> MailPart? {
        if !content.isPieceOver { try skipPiece() }
        output.removeAll()
        damage = nil
        if let view = sideView() { return view }
        guard !content.isFlushed else {
            phase = .delimiter(header.delimiter ?? .end)
            return nil
        }
        content.isPieceOver = false
        let line = content.line
        let offset = window.offset - content.decoded.count
        let inline = content.inline
        while output.isEmpty, !content.isPieceOver { try pump() }
        // Only what there is becomes a part.
        guard !output.isEmpty else { return nil }
        if let inline { return inlinePart(inline, offset: offset) }
        return contentPart(view: content.plan.stage.isHTML ? .rendered : .whole, firstLine: line)
    }

    private func sideView() -> MailPart? {
        if !content.markup.isEmpty {
            let line = content.markupLine
            content.markupLine += content.markup.lineCount
            return side(&content.markup, .markup, line)
        }
        if !content.links.found.isEmpty {
            let line = content.linkLine
            content.linkLine += content.links.found.lineCount
            return side(&content.links.found, .links, line)
        }
        if !content.quotes.found.isEmpty {
            let line = content.quoteLine
            content.quoteLine += content.quotes.found.lineCount
            return side(&content.quotes.found, .unquoted, line)
        }
        if !content.undecoded.isEmpty {
            let line = content.undecodedLine
            content.undecodedLine += content.undecoded.lineCount
            return side(&content.undecoded, .undecoded, line)
        }
        return nil
    }

    private func side(_ bytes: inout ByteBuffer, _ view: MailPart.View, _ line: Int) -> MailPart {
        output.append(bytes.storage.span, bytes.start..<bytes.end)
        bytes.removeAll()
        return contentPart(view: view, firstLine: line)
    }

    func contentPart(view: MailPart.View, firstLine: Int) -> MailPart {
        let plan = content.plan
        return MailPart(
            origin: MailOrigin(message: stack.message, enclosing: stack.enclosing, section: plan.section),
            name: plan.name.map { RawPath($0) }, kind: plan.kind, view: view, mediaType: plan.mediaType,
            offset: nesting.offset ?? content.offset, firstLine: firstLine,
            encoding: view == .undecoded ? .identity : plan.encoding, isInferred: content.isInferred,
            isElsewhere: plan.isKeptElsewhere)
    }

    private func inlinePart(_ inline: InlinePart, offset: Int) -> MailPart {
        MailPart(
            origin: MailOrigin(
                message: stack.message, enclosing: stack.enclosing,
                section: content.plan.section + "~" + inline.kind.rawValue + String(content.inlineCount)),
            name: inline.name.isEmpty ? nil : RawPath(inline.name),
            kind: inline.kind == .pgp ? .encrypted : .attachment, view: .whole, mediaType: inline.mediaType,
            offset: nesting.offset ?? offset, firstLine: 1, encoding: inline.kind.encoding, isInferred: false,
            isElsewhere: false)
    }

    func part(section: String, kind: MailPart.Kind, mediaType: String, offset: Int) -> MailPart {
        MailPart(
            origin: MailOrigin(message: stack.message, enclosing: stack.enclosing, section: section), name: nil,
            kind: kind, view: .whole, mediaType: mediaType, offset: nesting.offset ?? offset, firstLine: 1,
            encoding: .identity, isInferred: false, isElsewhere: false)
    }
}

extension ByteBuffer {
    /// How many lines end in it.
    var lineCount: Int { storage.span.count(of: 0x0A, in: start..<end) }
}
