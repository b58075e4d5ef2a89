import Blobs

/// A message of a chat while its object is read.
struct ChatDraft {
    /// Bytes of text that are kept of a message.
    private static let mostText = 1 << 21

    /// Bytes of one string that are kept.
    static let longestString = (1 << 20) - 256

    /// Where its object begins.
    let offset: Int
    let line: Int

    var identifier = ""
    var time = ""
    var thread = ""
    var subject = ""
    var channel = ""
    var sender = ChatSender()
    var isDeleted = false

    /// Whether it says that it is a message, whatever is around it.
    var isMarked = false

    /// The text, and whether it is HTML.
    var text = ByteBuffer()
    var isHTML = false
    var links = ByteBuffer()
    var previous = ByteBuffer()
    var blocks = SlackBlocks()
    var attachments = ByteBuffer()
    var files = ByteBuffer()
    var others = ByteBuffer()

    /// Whether strings were left out.
    private(set) var isCut = false

    init(offset: Int, line: Int) {
        self.offset = offset
        self.line = line
    }

    /// Whether there is anything to tell of it.
    var isEmpty: Bool { identifier.isEmpty && time.isEmpty && size == 0 }

    private var size: Int {
        text.count + links.count + previous.count + blocks.count + attachments.count + files.count + others.count
    }

    /// Whether a string is kept.
    mutating func hasRoom(for string: ByteBuffer, isCut isStringCut: Bool) -> Bool {
        if isStringCut { isCut = true }
        guard size + 2 * string.count + 256 <= Self.mostText else {
            isCut = true
            return false
        }
        return true
    }

    /// Takes a string that is told behind its name.
    mutating func takeOther(_ string: ByteBuffer, named name: [UInt8]) {
        guard !string.isEmpty, !ChatNoise.contains(name) else { return }
        if !name.isEmpty {
            others.append(name)
            others.append(": ")
        }
        Self.addLine(string, to: &others)
    }

    /// Appends a string, and the end of a line.
    static func addLine(_ string: ByteBuffer, to buffer: inout ByteBuffer) {
        guard !string.isEmpty else { return }
        buffer.append(string)
        if buffer.last != 0x0A { buffer.append(0x0A) }
    }

    /// A short text, such as a name.
    static func short(_ string: ByteBuffer) -> String {
        let bytes = string.storage[string.start..<min(string.end, string.start + 255)]
        guard bytes.contains(where: { $0 < 0x20 }) else { return String(decoding: bytes, as: UTF8.self) }
        return String(decoding: bytes.filter { $0 >= 0x20 }, as: UTF8.self)
    }
}
