/// Weighs whether JSON has the messages of a chat: by members of an object in an array that only messages have.
struct ChatEvidence {
    private var isArray: [Bool] = []
    private var key: ChatKey?
    private var found: Set<ChatKey> = []

    /// - Returns: what it is, once that is certain.
    mutating func take(_ token: JSONToken, _ lexer: JSONLexer) -> ChatKind? {
        switch token {
        case .beginArray, .beginObject:
            // An object of an answer may have members like those of a message.
            if token == .beginObject, isPlace { found = [] }
            if isMember, let key { note(key) }
            isArray.append(token == .beginArray)
        case .endArray, .endObject: isArray.removeLast()
        case .name: key = ChatKey.named(lexer.text)
        case .string: if isMember, let key, isLikely(key, lexer.text) { note(key) }
        }
        return kind
    }

    /// Whether an object that begins here may be a message: alone, in an array, or in an array of an object.
    private var isPlace: Bool { isArray.isEmpty || isArray == [true] || isArray == [false, true] }

    /// Whether what comes is a member of such an object.
    private var isMember: Bool { isArray == [false] || isArray == [true, false] || isArray == [false, true, false] }

    private mutating func note(_ key: ChatKey) { found.insert(key) }

    private func isLikely(_ key: ChatKey, _ text: ByteBuffer) -> Bool {
        let bytes = text.storage[text.start..<text.end]
        switch key {
        case .type: return bytes.elementsEqual("message".utf8)
        case .time:
            // Seconds with ten digits, and six digits behind a point.
            return bytes.count == 17 && bytes.dropFirst(10).first == 0x2E
                && bytes.allSatisfy { $0.isDigit || $0 == 0x2E }
        case .user:
            return bytes.count >= 9 && bytes.count <= 16 && (bytes.first == 0x55 || bytes.first == 0x57)
                && bytes.allSatisfy { $0.isDigit || $0 >= 0x41 && $0 <= 0x5A }
        default: return true
        }
    }

    private var kind: ChatKind? {
        if found.contains(.type), !found.isDisjoint(with: [.time, .user, .clientMessageID]) { return .slack }
        if found.contains(.messageType),
            !found.isDisjoint(with: [.created, .body, .etag, .chatID, .channelIdentity, .replyToID])
        {
            return .teams
        }
        return nil
    }
}
