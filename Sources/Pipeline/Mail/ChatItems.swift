import Blobs
import Containers
import Mail

/// The parts of the messages of a chat.
final class ChatItems: MailItemSource {
    private let reader: ChatReader
    private let source: any ContainerSource

    let holdsMessages = true
    let isDamaged = false
    let isTooDeep = false

    /// - Parameter name: the path of the file, which tells the channel.
    init(_ kind: ChatKind, _ source: any ContainerSource, name: RawPath) {
        self.source = source
        reader = ChatReader(kind, path: name, read: source.forwardReads)
    }

    func next() throws(MailItemError) -> MailItem? {
        do throws(ByteSourceError) {
            return try reader.next().map(Self.item)
        } catch {
            throw MailItemError(error, of: source)
        }
    }

    func read(into buffer: inout MutableSpan<UInt8>) throws(MailItemError) -> Int {
        reader.read(into: &buffer)
    }

    private static func item(_ part: ChatPart) -> MailItem {
        let role = role(of: part)
        return MailItem(
            part.origin, view: part.view.word, fileName: nil, role: role,
            isPart: role == .text || part.kind == .attachments || part.kind == .files)
    }

    private static func role(of part: ChatPart) -> MailItem.Role {
        switch (part.kind, part.view) {
        case (.text, .whole), (.html, .rendered), (.previous, _), (.blocks, _): .text
        default: .other
        }
    }
}
