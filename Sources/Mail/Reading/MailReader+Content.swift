import Blobs

extension MailReader {
    /// Begins to read the content in front, and makes a part of it unless there is nothing.
    func openContent(_ planned: ContentPlan) throws(ByteSourceError) -> MailPart? {
        var plan = planned
        damage = nil
        output.removeAll()
        content.open(plan, offset: 0)
        if case .raw = plan.kind { try skipLineEnds() }
        guard let chunk = try contentChunk() else { return passNothing(plan) }
        if isBlank(chunk.range), try isAllOfContent(chunk) { return passNothing(plan) }
        plan.isKeptElsewhere = false
        let offset = window.offset
        let peek = chunk.range.lowerBound..<min(chunk.range.upperBound, chunk.range.lowerBound + EncodingGuess.window)
        let isInferred = infer(&plan, peek, isWhole: peek == chunk.range)
        content.open(plan, offset: offset)
        content.isInferred = isInferred
        phase = .open
        switch plan.use {
        case .skip:
            content.isPieceOver = true
            try skipContent()
            phase = .delimiter(header.delimiter ?? .end)
            return nil
        case .searchBoundary:
            if openFoundBoundary(plan, peek) { return nil }
        case .message:
            if openNested(plan, peek) { return nil }
        case .fragments(let first):
            openFragments(plan, first)
            return nil
        case .cryptographic:
            if openSigned(plan, peek) { return nil }
        case .part: break
        }
        return contentPart(view: plan.stage.isHTML ? .rendered : .whole, firstLine: 1)
    }

    /// Goes on behind a content without bytes.
    private func passNothing(_ plan: ContentPlan) -> MailPart? {
        if plan.isKeptElsewhere { return openExternal(plan) }
        phase = .delimiter(header.delimiter ?? .end)
        return nil
    }

    /// Sets another encoding than the stated one where the content shows that.
    ///
    /// - Returns: whether it did.
    private func infer(_ plan: inout ContentPlan, _ peek: Range<Int>, isWhole: Bool) -> Bool {
        let held = window.bytes
        let bytes = held.span
        if plan.encoding == .base64, EncodingGuess.isPlain(bytes, peek) {
            plan.encoding = .identity
            return true
        }
        if plan.mayInfer, plan.encoding == .identity, EncodingGuess.isBase64(bytes, peek, isWhole: isWhole) {
            plan.encoding = .base64
            return true
        }
        return false
    }

    /// Whether a stretch is so short that it can be the line break in front of a boundary, and nothing else.
    private func isBlank(_ range: Range<Int>) -> Bool {
        guard range.count <= 4 else { return false }
        let held = window.bytes
        for index in range where held[index] != 0x0A && held[index] != 0x0D { return false }
        return true
    }

    /// Takes a stretch if a delimiter follows it.
    private func isAllOfContent(_ chunk: (range: Range<Int>, isLineStart: Bool)) throws(ByteSourceError) -> Bool {
        guard chunk.isLineStart, chunk.range.upperBound == window.end || delimiter(at: chunk.range.upperBound) != nil
        else { return false }
        window.position = chunk.range.upperBound
        isLineStart = true
        return try contentChunk() == nil
    }

    private func skipLineEnds() throws(ByteSourceError) {
        while try window.ensure(16) > 0 {
            let byte = window.bytes.span[window.position]
            guard byte == 0x0A || byte == 0x0D && isLineStart else { return }
            window.position += 1
            isLineStart = true
        }
    }

    /// A multipart that does not say its boundary: the first line like one, with a header behind it, is taken for it.
    private func openFoundBoundary(_ plan: ContentPlan, _ peek: Range<Int>) -> Bool {
        let held = window.bytes
        let bytes = held.span
        var index = peek.lowerBound
        while index < peek.upperBound {
            let end = bytes.firstIndex(of: 0x0A, in: index..<peek.upperBound)
            var last = end
            while last > index, bytes[last - 1] <= 0x20 { last -= 1 }
            if last - index > 2, last - index <= 72, bytes[index] == 0x2D, bytes[index + 1] == 0x2D,
                end < peek.upperBound,
                bytes.hasText("content-", at: end + 1)
            {
                var facts = ContentFacts()
                facts.mediaType = plan.mediaType
                facts.boundary = bytes.bytes(in: index + 2..<last)
                openMultipart(plan.section, facts)
                return true
            }
            index = end + 1
        }
        content.plan.section = plan.section.isEmpty ? "1" : plan.section
        return false
    }

    /// A message, or multipart, that says it is encoded: it is read plainly if it is not.
    private func openNested(_ plan: ContentPlan, _ peek: Range<Int>) -> Bool {
        let held = window.bytes
        let bytes = held.span
        let isMultipart = plan.mediaType.hasPrefix("multipart/")
        var facts = header.facts
        let end = bytes.firstIndex(of: 0x0A, in: peek)
        let isPlain =
            plan.encoding == .identity || HeaderSyntax.nameEnd(bytes, peek.lowerBound..<end) != nil
            || bytes.hasText("--", at: peek.lowerBound)
        if isPlain {
            if isMultipart {
                openMultipart(plan.section, facts)
            } else {
                phase = .header(.message(section: plan.section))
            }
            return true
        }
        guard nesting.depth < MailNesting.limit else {
            content.plan.damage.insert(.tooDeep)
            content.plan.kind = .attachment
            return false
        }
        content.plan.stage = .none
        facts.encoding = .identity
        let reader = nestedReader(.message(section: plan.section))
        if isMultipart {
            reader.isLineStart = true
            reader.stack.push(message: stack.message, outside: stack.enclosing)
            reader.openMultipart(plan.section, facts)
        } else {
            reader.stack.push(message: stack.message, outside: stack.enclosing)
        }
        nested = reader
        return true
    }

    private func openSigned(_ plan: ContentPlan, _ peek: Range<Int>) -> Bool {
        var transfer = TransferDecoder(plan.encoding)
        var start = ByteBuffer()
        var foreign = ByteBuffer()
        let held = window.bytes
        transfer.decode(held.span, peek, into: &start, foreign: &foreign)
        guard nesting.depth < MailNesting.limit,
            SignedContent.isSigned(start.storage.span.extracting(start.start..<start.end))
        else { return false }
        content.plan.stage = .none
        content.signed = SignedContent()
        let reader = nestedReader(.part(section: plan.section, isInDigest: false))
        reader.stack.push(message: stack.message, outside: stack.enclosing)
        nested = reader
        return true
    }

    func nestedReader(_ role: HeaderRole) -> MailReader {
        var inner = MailNesting()
        inner.depth = nesting.depth + 1
        inner.offset = nesting.offset ?? content.offset
        return MailReader(inner, phase: .header(role), stack: LevelStack()) {
            [unowned self] (buffer: inout MutableSpan<UInt8>) throws(ByteSourceError) in
            try self.readContent(into: &buffer)
        }
    }

    /// Decoded bytes of the content in hand, for the reader of what is in it.
    private func readContent(into buffer: inout MutableSpan<UInt8>) throws(ByteSourceError) -> Int {
        guard buffer.count > 0 else { return 0 }
        while output.count <= heldBack {
            if content.isPieceOver { return 0 }
            try pump()
            while content.isPieceOver, try joinFragment() {}
        }
        var room = buffer._mutatingExtracting(0..<min(buffer.count, output.count - heldBack))
        return output.take(into: &room)
    }

    /// Skips what is left of the piece in hand; what stands encoded in a text is a piece of its own.
    func skipPiece() throws(ByteSourceError) {
        if content.plan.stage.isLineBased {
            while !content.isPieceOver {
                try pump()
                output.removeAll()
            }
        } else {
            try skipContent()
            content.isPieceOver = true
            content.isFlushed = true
        }
    }

    private func skipContent() throws(ByteSourceError) {
        while !content.isSourceOver, let chunk = try contentChunk() {
            window.position = chunk.range.upperBound
            isLineStart = chunk.isLineStart
        }
    }
}

extension ContentPlan.Stage {
    var isHTML: Bool {
        if case .html = self { true } else { false }
    }
}
