import Blobs

/// Reads the messages of a file of Outlook, part by part, without holding more than a few of its bytes.
///
/// Parts come in the order of the file: of each message the header, the bodies, other texts, then the attachments; a
/// message that is attached is read where it stands. Damage costs the part that has it: the call of `next` that throws
/// is followed by others that go on, until one of them returns `nil`.
public final class OutlookReader {
    /// How deep messages stand in each other at most; what is deeper gives an error.
    public static let mostLevels = 64

    private var items: (any OutlookItemSequence)?
    private var frames: [MessageFrame] = []
    private var content: (any PartContent)?
    private var section = ""
    private var piece: [UInt8] = []
    private var taken = 0

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - kind: What `detect` says, or `.message` for a compound file with `isOutlookMessage`.
    ///   - size: Bytes of the file.
    ///   - inflate: Inflates data with a zlib header (RFC 1950) that has so many bytes when it is inflated; `nil` if it
    ///     cannot. Only stores of the last version need it.
    ///   - read: Fills a buffer from an offset on, and says how many bytes it had, 0 only at the end.
    /// - Throws: `.otherFormat` if the file is of another kind, `.unsupported` for a version or an encryption that is
    ///   not read; else what is wrong with its header.
    public convenience init(
        _ kind: OutlookKind, size: Int, inflate: ((Span<UInt8>, Int) -> [UInt8]?)? = nil,
        read: @escaping (Int, inout MutableSpan<UInt8>) throws(ByteSourceError) -> Int
    ) throws(OutlookError) {
        let source = SourceBytes(size: size, read: read)
        switch kind {
        case .message: try self.init(CompoundFile(source))
        case .tnef: self.init(items: try TNEFSequence(source))
        case .store: self.init(items: StoreSequence(try StoreFile(source, inflate: inflate)))
        }
    }

    /// Reads a compound file that is open already.
    ///
    /// - Throws: `.otherFormat` if it is no message.
    public convenience init(_ file: CompoundFile) throws(OutlookError) {
        guard file.isOutlookMessage else { throw OutlookError(.otherFormat, at: 0) }
        self.init(items: MessageFileSequence(file))
    }

    init(items: any OutlookItemSequence) { self.items = items }

    /// The kind of a file by its first bytes; 10 are enough. A compound file may be a message or not: `nil` is told of
    /// it, and `CompoundFile.isOutlookMessage` knows.
    public static func detect(first: Span<UInt8>) -> OutlookKind? {
        func begins(_ bytes: [UInt8], at offset: Int = 0) -> Bool {
            guard first.count >= offset + bytes.count else { return false }
            return bytes.indices.allSatisfy { first[offset + $0] == bytes[$0] }
        }
        if begins([0x78, 0x9F, 0x3E, 0x22]) { return .tnef }
        guard begins(Array("!BDN".utf8)) else { return nil }
        return begins(Array("SM".utf8), at: 8) || begins(Array("SO".utf8), at: 8) ? .store : nil
    }

    /// The next part; `nil` at the end.
    ///
    /// - Throws: What is wrong with the part that would have come. The next call goes on behind it.
    public func next() throws(OutlookError) -> OutlookPart? {
        content = nil
        piece = []
        taken = 0
        while true {
            do throws(OutlookError) {
                guard let frame = frames.last else {
                    guard let part = try nextItem() else { return nil }
                    if let part { return part }
                    continue
                }
                guard let step = try frame.next() else {
                    frames.removeLast()
                    continue
                }
                switch step {
                case .part(let part): return begin(part, in: frame)
                case .message(let opener, let section):
                    try enter(opener, section, in: frame)
                }
            } catch {
                if error.isFinal { end() }
                throw error
            }
        }
    }

    /// Reads bytes of the part that `next` returned last, behind those that were read before.
    ///
    /// - Returns: How many bytes were read, at least 1; 0 at the end of the part.
    /// - Throws: What is wrong with the rest of the part. What was read before stays valid.
    public func read(into buffer: inout MutableSpan<UInt8>) throws(OutlookError) -> Int {
        guard !buffer.isEmpty else { return 0 }
        if taken == piece.count {
            guard let content else { return 0 }
            do throws(OutlookError) {
                guard let next = try content.next() else {
                    self.content = nil
                    return 0
                }
                piece = next
                taken = 0
            } catch {
                self.content = nil
                if error.isFinal { end() }
                throw error.concerning(section)
            }
        }
        let count = min(buffer.count, piece.count - taken)
        for index in 0..<count { buffer[index] = piece[taken + index] }
        taken += count
        return count
    }

    /// The part of a fragment, or `.some(nil)` when a message was entered; `nil` at the end of the file.
    private func nextItem() throws(OutlookError) -> OutlookPart?? {
        guard let item = try items?.next() else { return nil }
        switch item {
        case .message(let message):
            frames.append(MessageFrame(message, inside: nil, section: ""))
            return .some(nil)
        case .fragment(let fragment, let offset):
            var message = MailMessage()
            message.states = [.unallocated]
            message.offset = offset
            let origin = MailOrigin(message: message, enclosing: [], section: "1")
            content = fragment
            section = "1"
            return OutlookPart(
                origin: origin, name: nil, kind: .fragment, codePage: nil, size: fragment.size,
                offset: offset)
        }
    }

    private func enter(
        _ opener: any MessageOpener, _ section: String, in frame: MessageFrame
    ) throws(OutlookError) {
        guard frames.count < Self.mostLevels else {
            throw OutlookError(.tooDeep, at: frame.source.offset).concerning(frame.prefix + section)
        }
        do throws(OutlookError) {
            frames.append(MessageFrame(try opener.open(), inside: frame, section: section))
        } catch {
            throw error.concerning(frame.prefix + section)
        }
    }

    private func begin(_ part: PendingPart, in frame: MessageFrame) -> OutlookPart {
        content = part.content
        section = frame.prefix + part.section
        let origin = MailOrigin(message: frame.message, enclosing: frame.enclosing, section: section)
        return OutlookPart(
            origin: origin, name: part.name, kind: part.kind, codePage: part.codePage, size: part.content.size,
            offset: part.offset)
    }

    private func end() {
        items = nil
        frames = []
    }
}
