import Blobs

extension MailReader {
    /// Bytes of a view that wait, at which the part in hand is cut at the end of a line, and wherever it is.
    private static let mostWaiting = 1024 * 1024

    /// Decoded bytes at which no more are decoded.
    private static let mostDecoded = 64 * 1024

    /// Takes a stretch of the content in hand through all its stages.
    func pump() throws(ByteSourceError) {
        if case .none = content.plan.stage, content.signed == nil, content.plan.charset == .wide {
            return try pumpDirectly()
        }
        // What is left of a stretch is used up first, unless more is needed to tell what it is.
        if !content.isSourceOver, content.decoded.count < Self.mostDecoded || content.needsMore {
            if let chunk = try contentChunk() {
                content.transfer.decode(
                    window.bytes.span, chunk.range, into: &content.decoded, foreign: &content.undecoded)
                window.position = chunk.range.upperBound
                isLineStart = chunk.isLineStart
            } else {
                content.transfer.finish(into: &content.decoded)
            }
        }
        let isLast = content.isSourceOver
        let before = content.decoded.count
        if content.signed != nil {
            unwrap(isLast: isLast)
        } else if let inline = content.inline {
            decodeInline(inline, isLast: isLast)
        } else {
            decodeText(isLast: isLast)
        }
        if content.isPieceOver { return }
        content.needsMore = content.decoded.count == before
        if content.markup.count > Self.mostWaiting || content.links.found.count > Self.mostWaiting
            || content.undecoded.count > Self.mostWaiting || content.quotes.found.count > Self.mostWaiting
        {
            let isHuge = content.markup.count + content.links.found.count > 2 * Self.mostWaiting
            if isHuge || content.plan.stage.isLineBased == false || output.last == 0x0A { content.isPieceOver = true }
        }
    }

    /// Contents that need no more than their transfer encoding undone.
    private func pumpDirectly() throws(ByteSourceError) {
        if let chunk = try contentChunk() {
            content.transfer.decode(window.bytes.span, chunk.range, into: &output, foreign: &content.undecoded)
            window.position = chunk.range.upperBound
            isLineStart = chunk.isLineStart
            if content.undecoded.count > Self.mostWaiting { content.isPieceOver = true }
        } else {
            content.transfer.finish(into: &output)
            endPieces()
        }
    }

    private func endPieces() {
        content.isFlushed = true
        content.isPieceOver = true
        var found = content.plan.damage
        if content.transfer.isDamaged { found.insert(.transferEncoding) }
        if case .end? = header.delimiter, stack.hasMultipart { found.insert(.unclosed) }
        if case .separator? = header.delimiter, stack.hasMultipart { found.insert(.unclosed) }
        if !found.isEmpty { damage = found }
    }

    private func unwrap(isLast: Bool) {
        let range = content.decoded.start..<content.decoded.end
        let held = content.decoded.storage
        content.signed?.process(held.span, range, into: &output)
        content.decoded.removeAll()
        if isLast { endPieces() }
    }

    /// Decodes what stands encoded in a text.
    private func decodeInline(_ inline: InlinePart, isLast: Bool) {
        let range = content.decoded.start..<content.decoded.end
        let held = content.decoded.storage
        let bytes = held.span
        let result: (taken: Int, ended: Bool)
        switch inline.kind {
        case .uu: result = content.inlineUU.decode(bytes, range, isLast: isLast, into: &output)
        case .yEnc: result = content.inlineYEnc.decode(bytes, range, isLast: isLast, into: &output)
        case .base64, .attachment, .pgp:
            result = inline.lines(bytes, range, isLast: isLast, decoder: &content.inlineBase64, into: &output)
        }
        content.line += bytes.count(of: 0x0A, in: range.lowerBound..<range.lowerBound + result.taken)
        content.decoded.consume(result.taken)
        guard result.ended || isLast else { return }
        if content.inlineUU.isDamaged { damage = .transferEncoding }
        content.inline = nil
        content.isPieceOver = true
    }

    private func decodeText(isLast: Bool) {
        let range = content.decoded.start..<content.decoded.end
        let before = output.count
        let held = content.decoded.storage
        let bytes = held.span
        var found: InlinePart?
        var taken = range.count
        if case .calendar = content.plan.stage {
            let result = content.calendar.process(bytes, range, isLast: isLast, into: &output)
            taken = result.taken
            found = result.found
        } else {
            var end = range.upperBound
            if content.plan.looksForInline {
                let result = content.finder.scan(bytes, range, isLast: isLast)
                end = result.passed
                found = result.found
            }
            taken = convert(bytes, range.lowerBound..<end, isLast: isLast || found != nil)
        }
        content.decoded.consume(taken)
        let fresh = output.start + before..<output.end
        content.line += output.storage.span.count(of: 0x0A, in: fresh)
        let shown = output.storage
        content.links.find(shown.span, fresh)
        if content.plan.kind == .text { content.quotes.find(shown.span, fresh) }
        if let found {
            content.line += bytes.count(
                of: 0x0A, in: range.lowerBound + taken..<range.lowerBound + taken + found.headLength)
            content.decoded.consume(found.headLength)
            content.inline = found
            content.inlineCount += 1
            content.inlineBase64 = Base64Decoder()
            content.inlineUU = UUDecoder()
            content.inlineYEnc = YEncDecoder()
            content.isPieceOver = true
        } else if isLast, content.decoded.isEmpty {
            content.links.finish()
            content.quotes.finish()
            endPieces()
        } else if isLast, taken == 0 {
            // What cannot be told at the end is given as it is.
            content.decoded.removeAll()
        }
    }

    /// Undoes the charset, and makes of the text what its stage makes.
    ///
    /// - Returns: how many bytes were taken.
    private func convert(_ bytes: Span<UInt8>, _ range: Range<Int>, isLast: Bool) -> Int {
        if case .plain = content.plan.stage {
            return content.converter.convert(bytes, range, isLast: isLast, into: &output)
        }
        let taken = content.converter.convert(bytes, range, isLast: isLast, into: &content.converted)
        let held = content.converted.storage
        let converted = held.span
        let text = content.converted.start..<content.converted.end
        let used: Int
        switch content.plan.stage {
        case .flowed:
            used = content.flowed.process(converted, text, isLast: isLast, into: &output)
        case .html:
            let before = content.markup.count
            used = content.html.process(
                converted, text, isLast: isLast, into: &output, markup: &content.markup)
            let shown = content.markup.storage
            content.links.find(shown.span, content.markup.start + before..<content.markup.end, inOther: true)
        case .none, .plain, .calendar:
            output.append(converted, text)
            used = text.count
        }
        content.converted.consume(used)
        return taken
    }
}

extension ContentPlan {
    /// Whether lines may begin what stands encoded in the text.
    var looksForInline: Bool {
        switch (stage, charset) {
        case (.plain, .utf8), (.plain, .latin), (.plain, .opaque), (.plain, .wide), (.flowed, .utf8),
            (.flowed, .latin):
            true
        default: false
        }
    }
}
