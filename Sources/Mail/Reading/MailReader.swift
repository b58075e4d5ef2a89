import Blobs

/// Reads mail forward, part by part, each decoded: for one worker.
///
/// All text of the source is in exactly one part, but for boundaries, the lines between messages, signatures, fields of
/// headers that machines make, and the property list of Apple Mail. Memory is bounded whatever the source holds, and
/// time is linear in its length.
///
/// What leads where:
///
///     header  -> the part `H`, then by its type: a multipart (preamble), a message (header), or a content
///     content -> ends at a delimiter: a boundary (next part, or epilogue), a line between messages, the end
public final class MailReader {
    /// What comes next in the source.
    enum Phase {
        case start
        case header(HeaderRole)

        /// The header is in hand as a part, and what follows it comes behind.
        case headerRest(HeaderRole)
        case content(ContentPlan)

        /// The content is in hand as a part.
        case open
        case delimiter(MailDelimiter)
        case done
    }

    /// What a header belongs to, by section.
    enum HeaderRole {
        case message(section: String)
        case part(section: String, isInDigest: Bool)

        var section: String {
            switch self {
            case .message(let section), .part(let section, _): section
            }
        }
    }

    let kind: MailKind
    let file: MailFileFacts
    let nesting: MailNesting
    let externalFile: ((RawPath) -> ExternalBytes?)?
    var window: SourceWindow
    var phase: Phase
    var stack = LevelStack()

    /// The levels of a message that ended, or of a multipart that was closed: one of its boundaries may still come.
    var earlier: LevelStack?

    /// Whether `window.position` is at the start of a line.
    var isLineStart = true

    /// The length of an `.emlx`, as its first line says, as an offset in the source.
    var statedEnd: Int?

    /// Whether the mailbox is one of patches.
    var isPatchSeries = false

    var header = HeaderState()
    let content = ContentState()

    /// What was decoded and not taken yet.
    var output = ByteBuffer()

    /// A message or entity that is itself encoded, or in fragments.
    var nested: MailReader?

    /// The fragments of the message that `nested` reads.
    var chain: FragmentChain?

    /// After the end of a part: what was wrong with it; `nil` if nothing was.
    public internal(set) var damage: MailDamage?

    /// The messages of the mailbox so far, not those in other messages.
    public internal(set) var messageCount = 0

    /// Bytes of the source that were taken so far.
    public var bytesRead: Int { window.offset }

    /// - Parameters:
    ///   - kind: What the source is.
    ///   - name: The path of the file: it tells the flags of a Maildir's message, and the folder.
    ///   - externalFile: Opens a file that may have the content of a part of an `.emlx`, by a path that begins as
    ///     `name` does; `nil` if there is none. Without it such parts are told as kept elsewhere.
    ///   - read: Gives the next bytes of the source, forward, at least 1; 0 at its end.
    public init(
        _ kind: MailKind, name: RawPath, externalFile: ((RawPath) -> ExternalBytes?)? = nil,
        read: @escaping (inout MutableSpan<UInt8>) throws(ByteSourceError) -> Int
    ) {
        self.kind = kind
        self.file = MailFileFacts(name, kind)
        self.nesting = MailNesting()
        self.externalFile = externalFile
        self.window = SourceWindow(read)
        self.phase = .start
    }

    /// For what is encoded in a part.
    init(
        _ nesting: MailNesting, phase: Phase, stack: LevelStack,
        read: @escaping (inout MutableSpan<UInt8>) throws(ByteSourceError) -> Int
    ) {
        self.kind = .message
        self.file = MailFileFacts(RawPath([]), .message)
        self.nesting = nesting
        self.externalFile = nil
        self.window = SourceWindow(read)
        self.phase = phase
        self.stack = stack
    }

    /// The next part; what is left of the one before is skipped. `nil` behind the last one.
    ///
    /// - Throws: `ByteSourceError` as `read` does. The reader can then not go on.
    public func next() throws(ByteSourceError) -> MailPart? {
        while true {
            if let nested {
                if let part = try nested.next() { return part }
                self.nested = nil
            }
            if chain != nil, let part = nextFragmentHeader() { return part }
            switch phase {
            case .start: try start()
            case .header(let role):
                if let part = try openHeader(role) { return part }
            case .headerRest(let role): try closeHeader(role)
            case .content(let plan):
                if let part = try openContent(plan) { return part }
            case .open:
                if let part = try nextPiece() { return part }
            case .delimiter(let delimiter): pass(delimiter)
            case .done: return nil
            }
        }
    }

    /// Decoded bytes of the part in hand.
    ///
    /// - Returns: how many; 0 only at its end.
    /// - Throws: `ByteSourceError` as the source does.
    public func read(into buffer: inout MutableSpan<UInt8>) throws(ByteSourceError) -> Int {
        if let nested {
            let count = try nested.read(into: &buffer)
            if count == 0 {
                damage = nested.damage
                if lacksFragments { damage = (damage ?? []).union(.incomplete) }
            }
            return count
        }
        guard buffer.count > 0 else { return 0 }
        while output.isEmpty {
            if case .headerRest = phase, !header.isDone {
                try readHeader()
                renderHeader()
            } else if case .open = phase, !content.isPieceOver {
                try pump()
            } else {
                return 0
            }
        }
        return output.take(into: &buffer)
    }
}
