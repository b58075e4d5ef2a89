import Containers
import Databases
import Mail
import PDF

/// What a blob is beside bytes: something that can be opened. Its first bytes tell, and its name plays no role.
enum BlobFormat: Hashable {
    case container(ContainerKind)
    case mail(MailKind)

    /// The messages of a chat, as JSON: text as it stands, too.
    case chat(ChatKind)

    /// A file of Outlook whose content cannot be read as it stands.
    case outlook(OutlookKind)

    /// A compound file: a message of Outlook, or an old document of Office.
    case compound

    /// An SQLite database.
    case database
    case pdf

    /// Bytes that are enough to recognise every format.
    static let signatureLength = max(
        ContainerKind.signatureLength, PDFReader.detectionLength, MailKind.detectionLength, ChatKind.detectionLength)

    /// The signature of compound files ([MS-CFB], 2.2).
    private static let compoundSignature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// The format that begins with these bytes, `signatureLength` of them or all there are; `nil` if they begin none.
    ///
    /// - Complexity: O(1).
    static func detect(_ first: Span<UInt8>) -> BlobFormat? {
        if let kind = ContainerKind.detect(first) { return .container(kind) }
        if let kind = OutlookReader.detect(first: first) { return .outlook(kind) }
        if begins(first, compoundSignature) { return .compound }
        if DatabaseReader.detect(first) { return .database }
        if PDFReader.detect(first) { return .pdf }
        return MailKind.detect(first).map(BlobFormat.mail) ?? ChatKind.detect(first).map(BlobFormat.chat)
    }

    /// Whether its bytes as they stand have little to add to its parts, as long as these can be read.
    var replacesBytes: Bool {
        switch self {
        case .mail, .outlook, .container(.tar): true
        case .container, .compound, .database, .pdf, .chat: false
        }
    }

    /// What is searched of its bytes as they stand once all of its parts were read; `nil` for nothing.
    ///
    /// - Parameter source: the blob, which can seek.
    func rest(of source: any ContainerSource) -> (any ContainerSource)? {
        switch self {
        case .mail, .outlook: nil
        case .container(.tar): TarSkeletonBytes(source)
        case .container, .compound, .database, .pdf, .chat: source
        }
    }

    /// Whether it must be read in any order.
    var needsSeeking: Bool {
        switch self {
        case .container(let kind): kind.needsSeeking
        case .mail, .chat: false
        case .outlook, .compound, .database, .pdf: true
        }
    }

    private static func begins(_ first: Span<UInt8>, _ signature: [UInt8]) -> Bool {
        first.count >= signature.count && signature.indices.allSatisfy { first[$0] == signature[$0] }
    }
}
