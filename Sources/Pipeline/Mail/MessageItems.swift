import Blobs
import Containers
import Mail

/// The parts of a mailbox or message in Internet format.
final class MessageItems: MailItemSource {
    private let reader: MailReader
    private let source: any ContainerSource

    let holdsMessages: Bool

    /// - Parameter name: the path of the file, which tells flags and folder.
    init(_ kind: MailKind, _ source: any ContainerSource, name: RawPath) {
        self.source = source
        holdsMessages = kind == .mbox
        reader = MailReader(kind, name: name, read: source.forwardReads)
    }

    var isDamaged: Bool { reader.damage.map { !$0.isDisjoint(with: [.transferEncoding, .incomplete]) } ?? false }
    var isTooDeep: Bool { reader.damage?.contains(.tooDeep) ?? false }

    func next() throws(MailItemError) -> MailItem? {
        do throws(ByteSourceError) {
            return try reader.next().map(Self.item)
        } catch {
            throw MailItemError(error, of: source)
        }
    }

    func read(into buffer: inout MutableSpan<UInt8>) throws(MailItemError) -> Int {
        do throws(ByteSourceError) {
            return try reader.read(into: &buffer)
        } catch {
            throw MailItemError(error, of: source)
        }
    }

    private static func item(_ part: MailPart) -> MailItem {
        MailItem(
            part.origin, view: part.view.word, fileName: part.name, role: role(of: part),
            isPart: part.kind != .header && [.whole, .rendered].contains(part.view),
            isImage: part.mediaType.hasPrefix("image/"), firstLine: part.firstLine)
    }

    private static func role(of part: MailPart) -> MailItem.Role {
        if part.isElsewhere { return .elsewhere }
        return switch (part.kind, part.view) {
        case (.encrypted, _): .encrypted
        case (.text, .whole), (.html, .rendered): .text
        case (.attachment, .whole), (.raw, .whole): .file
        default: .other
        }
    }
}

extension MailItemError {
    /// What a source that is read front to back says of its failure.
    init(_ error: ByteSourceError, of source: any ContainerSource) {
        self.init(failure: source.failure ?? .system(error.errorNumber, offset: error.offset))
    }
}

extension MailPart.View {
    /// What the view is called in paths.
    var word: String {
        switch self {
        case .whole: ""
        case .rendered: "html"
        case .markup: "markup"
        case .links: "links"
        case .unquoted: "unquoted"
        case .undecoded: "undecoded"
        }
    }
}
