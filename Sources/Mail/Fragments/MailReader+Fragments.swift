import Blobs

/// Messages in fragments. Where the next fragment is the next message of a mailbox, the content goes on in it: the
/// message is read as one, however long it is. A fragment that stands alone is read as it is.
extension MailReader {
    /// How far the header of the next message is looked at.
    private static let mostLookahead = 64 * 1024

    /// Begins to read a message from its first fragment.
    func openFragments(_ plan: ContentPlan, _ first: FragmentFacts) {
        content.plan.stage = .none
        content.plan.charset = .wide
        let reader = nestedReader(.message(section: plan.section))
        reader.stack.push(message: stack.message, outside: stack.enclosing)
        chain = FragmentChain(first)
        nested = reader
    }

    /// Whether the message in hand ends before its last fragment.
    var lacksFragments: Bool {
        guard let chain else { return false }
        return !chain.last.isLast
    }

    /// Goes on with the next fragment if it is the next message.
    ///
    /// - Returns: whether it does.
    func joinFragment() throws(ByteSourceError) -> Bool {
        guard kind == .mbox, let chain, chain.hasRoom, !chain.last.isLast,
            case .separator(let length)? = header.delimiter
        else { return false }
        _ = try window.ensure(Self.mostLookahead)
        guard let next = fragment(behind: window.position + length), next.follows(chain.last) else { return false }
        // A line `From` has an empty line in front, which is no part of the message.
        if window.bytes.span[window.position] == 0x46 { output.dropLast(lastLineEnd) }
        let held = Array(output.storage[output.start..<output.end])
        output.removeAll()
        self.chain?.last = next
        window.position += length
        isLineStart = true
        try takeFragmentHeader()
        output.append(held)
        let delimiter = header.delimiter
        content.open(content.plan, offset: window.offset)
        if delimiter != nil {
            content.isSourceOver = true
            content.isFlushed = true
            content.isPieceOver = true
        }
        return true
    }

    /// How many bytes of the output may be a line end in front of the next fragment.
    var heldBack: Int {
        chain == nil || content.isPieceOver ? 0 : lastLineEnd
    }

    private var lastLineEnd: Int {
        guard output.last == 0x0A else { return 0 }
        return output.count > 1 && output.storage[output.end - 2] == 0x0D ? 2 : 1
    }

    /// What the header at a place in the window says; `nil` if it is none of a fragment, or too long.
    private func fragment(behind start: Int) -> FragmentFacts? {
        let held = window.bytes
        let bytes = held.span
        var lines = ByteBuffer()
        var isWhole = false
        var index = start
        let limit = min(window.end, start + Self.mostLookahead)
        while index < limit {
            let end = bytes.firstIndex(of: 0x0A, in: index..<limit)
            var last = end
            while last > index, bytes[last - 1] == 0x0D { last -= 1 }
            if last == index {
                isWhole = true
                break
            }
            lines.append(bytes, index..<last)
            lines.append(0x0A)
            index = end + 1
        }
        guard isWhole else { return nil }
        var facts = ContentFacts()
        let text = lines.storage
        HeaderSyntax.forEachField(in: text.span, lines.start..<lines.end) { name, value in
            if MailField.named(HeaderSyntax.hash(text.span, name)) == .contentType {
                facts.add(.contentType, text.span, value)
            }
        }
        return facts.fragment
    }

    /// Takes the header of a fragment, which is told later.
    private func takeFragmentHeader() throws(ByteSourceError) {
        header.reset(offset: window.offset, isMessage: true)
        try readHeader()
        let held = header.bytes.storage
        let identity = header.bytes.start..<header.bytes.end
        renderHeader()
        header.envelope.add(states: file.states, folder: file.folder)
        let message = header.envelope.finish(
            header.facts, header: held.span.extracting(identity), offset: nesting.offset ?? header.offset, isCut: false)
        messageCount += 1
        let bytes = Array(output.storage[output.start..<output.end])
        output.removeAll()
        chain?.add(
            MailPart(
                origin: MailOrigin(message: message, enclosing: [], section: "H"), name: nil, kind: .header,
                view: .whole, mediaType: "message/partial", offset: nesting.offset ?? header.offset, firstLine: 1,
                encoding: .identity, isInferred: false, isElsewhere: false), bytes)
    }

    /// The header of a fragment that was put together with others.
    func nextFragmentHeader() -> MailPart? {
        guard let (part, bytes) = chain?.takeHeader() else {
            chain = nil
            return nil
        }
        output.removeAll()
        output.append(bytes)
        damage = nil
        return part
    }
}
