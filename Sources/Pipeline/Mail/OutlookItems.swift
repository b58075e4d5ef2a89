import Blobs
import Containers
import Mail

/// The parts of the messages in a file of Outlook.
final class OutlookItems: MailItemSource {
    private let reader: OutlookReader

    let holdsMessages: Bool
    let isDamaged = false
    let isTooDeep = false

    private init(_ reader: OutlookReader, holdsMessages: Bool) {
        self.reader = reader
        self.holdsMessages = holdsMessages
    }

    /// - Parameter source: can seek.
    /// - Throws: what is wrong with the file as a whole.
    convenience init(_ kind: OutlookKind, _ source: any ContainerSource) throws(MailItemError) {
        do throws(OutlookError) {
            let inflater = kind == .store ? BlockInflater() : nil
            let reader = try OutlookReader(
                kind, size: source.size ?? 0, inflate: { inflater?.inflate($0, size: $1) },
                read: source.randomReads)
            self.init(reader, holdsMessages: kind == .store)
        } catch {
            throw MailItemError(error)
        }
    }

    /// - Throws: as above.
    convenience init(_ file: CompoundFile) throws(MailItemError) {
        do throws(OutlookError) {
            self.init(try OutlookReader(file), holdsMessages: false)
        } catch {
            throw MailItemError(error)
        }
    }

    func next() throws(MailItemError) -> MailItem? {
        do throws(OutlookError) {
            return try reader.next().map(Self.item)
        } catch {
            throw MailItemError(error)
        }
    }

    func read(into buffer: inout MutableSpan<UInt8>) throws(MailItemError) -> Int {
        do throws(OutlookError) {
            return try reader.read(into: &buffer)
        } catch {
            throw MailItemError(error)
        }
    }

    private static func item(_ part: OutlookPart) -> MailItem {
        MailItem(
            part.origin, view: word(for: part.kind), fileName: part.name, role: role(of: part.kind),
            isPart: part.kind != .header)
    }

    private static func role(of kind: OutlookPart.Kind) -> MailItem.Role {
        switch kind {
        case .text, .rtf, .html: .text
        case .attachment: .file
        case .header, .properties, .fragment: .other
        case .encrypted: .encrypted
        }
    }

    private static func word(for kind: OutlookPart.Kind) -> String {
        switch kind {
        case .html: "html"
        case .rtf: "rtf"
        case .properties: "properties"
        case .header, .text, .attachment, .encrypted, .fragment: ""
        }
    }
}

extension MailItemError {
    /// What is wrong with a file of Outlook, in the words for containers.
    init(_ error: OutlookError) {
        let note = "\(error.reason.rawValue) at byte \(error.offset)"
        let failure: SourceFailure =
            switch error.reason {
            case .unreadable: .system(error.errorNumber, offset: error.offset)
            case .truncated: .container(.truncated(note))
            case .unsupported: .container(.unsupported(note))
            case .tooDeep: .limit(.depth)
            case .tooLarge: .limit(.memory)
            case .otherFormat, .malformed, .cyclic, .tooMuchReading: .container(.damaged(note))
            }
        self.init(failure: failure, section: error.section)
    }
}
