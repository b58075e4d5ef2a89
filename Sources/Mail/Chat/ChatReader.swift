import Blobs

/// Reads the messages of a chat from its JSON, forward, part by part: for one worker.
///
/// The strings of messages are in their parts, so what the file's own bytes tell beside them is names of members.
/// Messages come in the order in which their objects end. Memory is bounded whatever the source holds, and time is
/// linear in its length. Nothing is an error: what is no JSON, or no message, is passed over.
public final class ChatReader {
    /// How deep messages stand in each other at most: replies in the message that they answer.
    private static let mostDrafts = 4

    private let kind: ChatKind
    private let folder: ChatChannel
    private var window: SourceWindow
    private var lexer = JSONLexer(limit: ChatDraft.longestString)

    /// For each open level of the lexer, the name that leads to it; `nil` for an element of an array, or an unknown
    /// name.
    private var path: [ChatKey?] = []
    private var isArray: [Bool] = []
    private var key: ChatKey?
    private var name: [UInt8] = []
    private var drafts: [ChatDraft] = []

    /// Of each of these, how many levels are open around its members: a draft is too much to be copied for that.
    private var depths: [Int] = []
    private var line = 1

    private var pending: [ChatDraft.Pending] = []
    private var nextPending = 0
    private var current = ByteBuffer()
    private var isDone = false

    /// - Parameters:
    ///   - kind: What the source is.
    ///   - path: The path of the file. Its folder is the channel, unless the messages name theirs.
    ///   - read: Gives the next bytes of the source, forward, at least 1; 0 at its end.
    public init(
        _ kind: ChatKind, path: RawPath,
        read: @escaping (inout MutableSpan<UInt8>) throws(ByteSourceError) -> Int
    ) {
        self.kind = kind
        folder = ChatChannel(path)
        window = SourceWindow(read)
    }

    /// The next part; what is left of the one before is skipped. `nil` behind the last one.
    ///
    /// - Throws: `ByteSourceError` as `read` does. The reader can then not go on.
    public func next() throws(ByteSourceError) -> ChatPart? {
        current.removeAll()
        while nextPending == pending.count {
            pending = []
            nextPending = 0
            guard !isDone else { return nil }
            try advance()
        }
        let (part, bytes) = pending[nextPending]
        pending[nextPending].bytes = ByteBuffer()
        nextPending += 1
        current = bytes
        return part
    }

    /// Bytes of the part in hand.
    ///
    /// - Returns: how many; 0 only at its end.
    public func read(into buffer: inout MutableSpan<UInt8>) -> Int {
        guard buffer.count > 0, !current.isEmpty else { return 0 }
        return current.take(into: &buffer)
    }

    /// Reads a stretch of the source, up to the end of a message.
    private func advance() throws(ByteSourceError) {
        guard try window.ensure(1) > 0 else {
            if lexer.isInValue { take(lexer.text) }
            while !drafts.isEmpty { finish(end: window.offset) }
            isDone = true
            return
        }
        let held = window.bytes
        let bytes = held.span
        var index = window.position
        while index < window.end, pending.isEmpty {
            let start = index
            let token = lexer.next(bytes, &index, window.end)
            line += bytes.count(of: 0x0A, in: start..<index)
            if let token { handle(token, at: window.base + index) }
        }
        window.position = index
    }

    private func handle(_ token: JSONToken, at offset: Int) {
        switch token {
        case .name:
            key = ChatKey.named(lexer.text)
            name = Array(lexer.text.storage[lexer.text.start..<min(lexer.text.end, lexer.text.start + 64)])
        case .string:
            take(lexer.text)
            if isArray.last == false { name = [] }
        case .beginArray, .beginObject:
            open(token == .beginArray, at: offset - 1)
        case .endArray:
            let inside = path.popLast()
            isArray.removeLast()
            if isInBlocks, inside == .elements { endBlockLine() }
        case .endObject:
            let inside = path.popLast()
            isArray.removeLast()
            if depths.last == path.count + 1 {
                finish(end: offset)
            } else if isInBlocks || inside == .blocks {
                if inside == .text || path.last == .fields { endBlockLine() } else { flushBlocks() }
            }
        }
    }

    private func open(_ isArray: Bool, at offset: Int) {
        let isElement = self.isArray.last ?? true
        path.append(isElement ? nil : key)
        self.isArray.append(isArray)
        key = nil
        name = []
        guard !isArray else { return }
        if isMessage() {
            drafts.append(ChatDraft(offset: offset, line: line))
            depths.append(path.count)
        } else if isInBlocks {
            flushBlocks()
        }
    }

    /// Whether the object that begins is a message, or may be one, or has messages.
    private func isMessage() -> Bool {
        let depth = path.count
        if depth == 1 { return true }
        guard isArray[depth - 2], drafts.count < Self.mostDrafts else { return false }
        if depth == 2 { return true }
        // In an array of the object in hand.
        guard depths.last == depth - 2 else { return false }
        switch path[depth - 2] {
        case .messages, .value: return depth == 3
        case .threadReplies: return true
        case .replies: return kind == .teams
        default: return false
        }
    }

    private func take(_ string: ByteBuffer) {
        guard let index = drafts.indices.last else { return }
        let isCut = lexer.isCut
        guard drafts[index].hasRoom(for: string, isCut: isCut) else { return }
        let inner = innerPath
        // An element of an array has the name of that.
        let own = isArray.last == true ? nil : key
        switch kind {
        case .slack: drafts[index].takeSlack(string, own, path: inner, name: name)
        case .teams: drafts[index].takeTeams(string, own, path: inner, name: name)
        }
    }

    /// The names within a message that lead to the members of the level in hand.
    private var innerPath: [ChatKey?] {
        var inner: [ChatKey?] = []
        for level in min(depths.last ?? 0, path.count)..<path.count where !isArray[level - 1] {
            inner.append(path[level])
        }
        return inner
    }

    private var isInBlocks: Bool {
        guard kind == .slack, let depth = depths.last, depth < path.count else { return false }
        return path[depth...].contains(.blocks)
    }

    private func flushBlocks() {
        if let index = drafts.indices.last { drafts[index].blocks.flush() }
    }

    private func endBlockLine() {
        if let index = drafts.indices.last { drafts[index].blocks.endLine() }
    }

    /// Ends the message in hand.
    ///
    /// - Parameter end: behind its object.
    private func finish(end: Int) {
        guard var draft = drafts.popLast(), let depth = depths.popLast() else { return }
        // What only has messages is none.
        let isWrapper = depth == 1 && !draft.isMarked && (draft.time.isEmpty || draft.text.isEmpty)
        guard !draft.isEmpty, !isWrapper else { return }
        pending += draft.parts(kind, folder: folder, end: end)
    }
}
