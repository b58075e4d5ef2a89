import Blobs

extension MailReader {
    /// Reads a header, and makes a part of what is worth searching in it.
    func openHeader(_ role: HeaderRole) throws(ByteSourceError) -> MailPart? {
        var isMessage = false
        if case .message = role { isMessage = true }
        header.reset(offset: window.offset, isMessage: isMessage)
        output.removeAll()
        damage = nil
        _ = try window.ensure(MboxSeparator.lookahead)
        header.offset = window.offset
        try readHeader()
        if isMessage, role.section.isEmpty, header.bytes.isEmpty, case .end? = header.delimiter {
            // A mark behind the last message begins none.
            phase = .done
            return nil
        }
        let isCut = !header.isDone
        // Rendering takes the bytes, and leaves them where they are.
        let held = header.bytes.storage
        let identity = header.bytes.start..<header.bytes.end
        renderHeader()
        if isMessage { openMessage(role, header: held.span.extracting(identity), isCut: isCut) }
        guard !output.isEmpty || !header.isDone else {
            finishHeader(role)
            return nil
        }
        if isCut { damage = .longHeader }
        phase = .headerRest(role)
        let section = isMessage ? "H" : "M"
        return part(
            section: role.section.isEmpty ? section : role.section + "." + section, kind: .header,
            mediaType: header.facts.mediaType, offset: header.offset)
    }

    /// Skips what was not taken of a header, and goes on to what follows it.
    func closeHeader(_ role: HeaderRole) throws(ByteSourceError) {
        while !header.isDone {
            try readHeader()
            renderHeader()
            output.removeAll()
        }
        output.removeAll()
        if header.isMessage, header.isLong {
            // What came late in it.
            let message = header.envelope.finish(
                header.facts, header: [UInt8]().span, offset: stack.message.offset, isCut: true)
            stack.replaceMessage(complete(message))
        }
        finishHeader(role)
    }

    private func openMessage(_ role: HeaderRole, header bytes: Span<UInt8>, isCut: Bool) {
        if role.section.isEmpty { header.envelope.add(states: file.states, folder: file.folder) }
        var message = header.envelope.finish(
            header.facts, header: bytes, offset: nesting.offset ?? header.offset, isCut: isCut)
        if role.section.isEmpty {
            messageCount += 1
        } else {
            message.enclosedIn = stack.messages.isEmpty ? nil : stack.message.identifier
            stack.push(MailLevel(message: role.section))
        }
        stack.push(message: message, outside: [])
    }

    private func complete(_ message: MailMessage) -> MailMessage {
        var message = message
        message.enclosedIn = stack.message.enclosedIn
        message.identifier = stack.message.identifier
        return message
    }

    private func finishHeader(_ role: HeaderRole) {
        if let delimiter = header.delimiter {
            phase = .delimiter(delimiter)
        } else {
            beginBody(role, header.facts)
        }
    }

    /// Reads lines of the header until it ends or the window is full.
    func readHeader() throws(ByteSourceError) {
        while header.bytes.count < HeaderState.window {
            let available = try window.ensure(MboxSeparator.lookahead * 2)
            guard available > 0 else {
                header.isDone = true
                header.delimiter = .end
                return
            }
            if isLineStart, try endsHeader() {
                header.isDone = true
                return
            }
            let start = window.position
            let stop = min(window.end, start + 64 * 1024)
            let end = window.bytes.span.firstIndex(of: 0x0A, in: start..<stop)
            isLineStart = end < stop
            let next = isLineStart ? end + 1 : stop
            appendLine(start..<next)
            window.position = next
        }
    }

    /// Whether the header ends at the line in front; an empty line is taken with it.
    private func endsHeader() throws(ByteSourceError) -> Bool {
        let start = window.position
        if let delimiter = delimiter(at: start) {
            header.delimiter = delimiter
            return true
        }
        let held = window.bytes
        let bytes = held.span
        let first = bytes[start]
        if first == 0x0A {
            window.position += 1
            return true
        }
        if first == 0x0D, start + 1 < window.end, bytes[start + 1] == 0x0A {
            window.position += 2
            return true
        }
        let isFirst = header.bytes.isEmpty && !header.isLong
        if first.isBlank { return isFirst }
        let limit = min(window.end, start + MboxSeparator.lookahead)
        let end = bytes.firstIndex(of: 0x0A, in: start..<limit)
        if HeaderSyntax.nameEnd(bytes, start..<end) != nil { return false }
        // A line that does not belong there is passed over if fields go on behind it.
        guard end < limit else { return true }
        let next = bytes.firstIndex(of: 0x0A, in: end + 1..<window.end)
        return !MailField.begins(bytes, end + 1..<next)
    }

    /// Takes over bytes of a header, with LF for CRLF and CR.
    private func appendLine(_ range: Range<Int>) {
        let held = window.bytes
        let bytes = held.span
        var index = range.lowerBound
        while index < range.upperBound {
            let end = bytes.firstIndex(of: 0x0D, in: index..<range.upperBound)
            header.bytes.append(bytes, index..<end)
            guard end < range.upperBound else { return }
            if end + 1 >= range.upperBound || bytes[end + 1] != 0x0A { header.bytes.append(0x0A) }
            index = end + 1
        }
    }

    /// Understands the fields of the window, and appends to the output those that are no noise.
    func renderHeader() {
        if header.bytes.isEmpty {
            header.isLong = header.isLong || !header.isDone
            return
        }
        var state = header
        header = HeaderState()
        let whole = state.bytes.start..<state.bytes.end
        let held = state.bytes.storage
        let bytes = held.span
        var start = whole.lowerBound
        if let isNoise = state.continuedNoise {
            let end = continuationEnd(bytes, whole)
            if !isNoise { EncodedWords.decode(bytes, start..<end, into: &output) }
            if end < whole.upperBound || state.isDone {
                state.continuedNoise = nil
                if !isNoise { output.append(0x0A) }
            }
            start = end
        }
        var end = whole.upperBound
        if !state.isDone, start < end {
            end = lastFieldStart(bytes, start..<end)
            if end == start {
                // One field that is longer than the window.
                end = whole.upperBound
                let nameEnd = HeaderSyntax.nameEnd(bytes, start..<end) ?? start
                state.continuedNoise =
                    nameEnd > start
                    && NoiseFields.contains(HeaderSyntax.hash(bytes, start..<nameEnd), bytes, start..<nameEnd)
            }
        }
        var facts = state.facts
        var envelope = state.envelope
        let isMessage = state.isMessage
        HeaderSyntax.forEachField(in: bytes, start..<end) { name, value in
            let hash = HeaderSyntax.hash(bytes, name)
            if let field = MailField.named(hash) {
                facts.add(field, bytes, value)
                if isMessage { envelope.add(field, bytes, value) }
            }
            if name.isEmpty || !NoiseFields.contains(hash, bytes, name) {
                output.append(bytes, name)
                if !name.isEmpty {
                    output.append(0x3A)
                    output.append(0x20)
                }
                EncodedWords.decode(bytes, value, into: &output)
                output.append(0x0A)
            }
        }
        // The field goes on in the next window, on the same line.
        if state.continuedNoise == false, output.last == 0x0A, !state.isDone { output.dropLast(1) }
        state.facts = facts
        state.envelope = envelope
        state.isLong = !state.isDone || state.isLong
        let taken = end - whole.lowerBound
        state.bytes.consume(taken)
        header = state
    }

    private func continuationEnd(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        var index = range.lowerBound
        while index < range.upperBound {
            let end = bytes.firstIndex(of: 0x0A, in: index..<range.upperBound)
            guard end + 1 < range.upperBound else { return range.upperBound }
            if !bytes[end + 1].isBlank { return end + 1 }
            index = end + 1
        }
        return range.upperBound
    }

    private func lastFieldStart(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        var index = range.upperBound - 1
        while index > range.lowerBound {
            if bytes[index - 1] == 0x0A, !bytes[index].isBlank { return index }
            index -= 1
        }
        return range.lowerBound
    }
}
