/// The text of blocks (Slack's Block Kit, block `rich_text` and objects of text), put together from its elements: each
/// run of one style is an element, and may cut a word.
struct SlackBlocks {
    /// The lines, and the targets of links that they do not show.
    private(set) var lines = ByteBuffer()
    var links = ByteBuffer()

    /// What is known of the object in hand.
    private var type: [UInt8] = []
    private var text = ByteBuffer()
    private var target = ByteBuffer()

    var count: Int { lines.count + links.count + text.count + target.count }

    /// An object begins or ends: whatever the one in hand has is complete.
    mutating func flush() {
        if !text.isEmpty {
            if type.elementsEqual("mrkdwn".utf8) {
                let (held, range) = (text.storage, text.start..<text.end)
                SlackText.append(held.span, range, into: &lines, links: &links)
            } else {
                lines.append(text)
            }
        }
        if !target.isEmpty {
            if text.isEmpty {
                lines.append(target)
            } else if text.storage[text.start..<text.end] != target.storage[target.start..<target.end] {
                links.append(target)
                links.append(0x0A)
            }
        }
        type = []
        text.removeAll()
        target.removeAll()
    }

    /// A section of text ends.
    mutating func endLine() {
        flush()
        if let last = lines.last, last != 0x0A { lines.append(0x0A) }
    }

    /// Takes a string of the object in hand.
    ///
    /// - Returns: whether it is one that is shown, or tells how.
    mutating func take(_ string: ByteBuffer, _ key: ChatKey?) -> Bool {
        switch key {
        case .type: type = Array(string.storage[string.start..<string.end].prefix(32))
        case .text:
            if !text.isEmpty { text.append(0x0A) }
            text.append(string)
        case .url: target.append(string)
        case .userID:
            text.append(0x40)
            text.append(string)
        case .name:
            text.append(0x3A)
            text.append(string)
            text.append(0x3A)
        default: return false
        }
        return true
    }
}
