/// How the members of Slack's messages are understood.
extension ChatDraft {
    /// Takes a string.
    ///
    /// - Parameters:
    ///   - path: the names that lead to it within the message, without those of arrays' elements.
    ///   - name: the text of its own name.
    mutating func takeSlack(_ string: ByteBuffer, _ key: ChatKey?, path: [ChatKey?], name: [UInt8]) {
        var path = path[...]
        var isPrevious = false
        if path.first == .message {
            path.removeFirst()
        } else if let first = path.first, first == .previousMessage || first == .original || first == .root {
            isPrevious = true
            path.removeFirst()
        }
        if path.contains(.blocks) {
            if !blocks.take(string, key) { takeOther(string, named: name) }
            return
        }
        switch path.first {
        case nil: takeSlackMember(string, key, isPrevious: isPrevious, name)
        case .attachments: takeSlackAttachment(string, key, isField: path.last == .fields, name)
        case .files, .file: Self.addLine(string, to: &files)
        case .userProfile where !isPrevious, .botProfile where !isPrevious: takeSlackSender(string, key, name)
        default: takeOther(string, named: name)
        }
    }

    private mutating func takeSlackMember(
        _ string: ByteBuffer, _ key: ChatKey?, isPrevious: Bool, _ name: [UInt8]
    ) {
        switch key {
        case .text where isPrevious: addSlackText(string, to: \.previous)
        case .text: addSlackText(string, to: \.text)
        case .type, .clientMessageID: break
        case .time where !isPrevious:
            // A message about a change has the time of that, and holds the message.
            if time.isEmpty { time = Self.short(string) }
        case .thread where !isPrevious: thread = Self.short(string)
        case .user where !isPrevious: if sender.identifier.isEmpty { sender.identifier = Self.short(string) }
        case .username where !isPrevious: sender.otherName = Self.short(string)
        case .subtype:
            let kind = Self.short(string)
            if kind == "message_deleted" || kind == "tombstone" { isDeleted = true }
        case .deletedTime: isDeleted = true
        case .time, .thread, .user: break
        default: takeOther(string, named: name)
        }
    }

    private mutating func takeSlackSender(_ string: ByteBuffer, _ key: ChatKey?, _ name: [UInt8]) {
        switch key {
        case .realName: sender.realName = Self.short(string)
        case .displayNameOfUser: sender.displayName = Self.short(string)
        case .name: if sender.otherName.isEmpty { sender.otherName = Self.short(string) }
        case .email: sender.email = Self.short(string)
        default: takeOther(string, named: name)
        }
    }

    private mutating func takeSlackAttachment(
        _ string: ByteBuffer, _ key: ChatKey?, isField: Bool, _ name: [UInt8]
    ) {
        addSlackText(string, to: \.attachments)
        // A field is a name and a value.
        if isField, key == .title, !attachments.isEmpty {
            attachments.dropLast(1)
            attachments.append(": ")
        }
    }

    private mutating func addSlackText(_ string: ByteBuffer, to list: WritableKeyPath<ChatDraft, ByteBuffer>) {
        guard !string.isEmpty else { return }
        var shown = ByteBuffer()
        SlackText.append(string.storage.span, string.start..<string.end, into: &shown, links: &links)
        Self.addLine(shown, to: &self[keyPath: list])
    }

    /// The lines of the blocks that are not lines of the text, but for the signs of markup around them.
    func ownLinesOfBlocks() -> ByteBuffer {
        var known: Set<ArraySlice<UInt8>> = []
        for line in Self.lines(text) { known.insert(Self.bare(line)) }
        var own = ByteBuffer()
        for line in Self.lines(blocks.lines) {
            let bare = Self.bare(line)
            guard !bare.isEmpty, known.insert(bare).inserted else { continue }
            own.append(Array(line))
            own.append(0x0A)
        }
        return own
    }

    private static func lines(_ buffer: ByteBuffer) -> [ArraySlice<UInt8>] {
        buffer.storage[buffer.start..<buffer.end].split(separator: 0x0A)
    }

    /// A line without blanks and signs of markup at its ends. A bullet is no sign of ASCII.
    private static func bare(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isMarkup(_ byte: UInt8) -> Bool {
            byte <= 0x20 || byte == 0x2A || byte == 0x5F || byte == 0x7E || byte == 0x60 || byte == 0x3E
                || byte == 0xE2 || byte == 0x80 || byte == 0x97 || byte == 0xA2 || byte == 0xA6
        }
        var bare = line.drop(while: isMarkup)
        while let last = bare.last, isMarkup(last) { bare.removeLast() }
        return bare
    }
}
