/// Why a part of a mail message, or all of it, was not read.
public enum MailGap: String, Hashable, Sendable, CaseIterable, Comparable {
    case encryptedPart = "encrypted-part"
    case encryptedArchive = "encrypted-archive"
    case image
    case damagedPart = "damaged-part"
    case damagedMessage = "damaged-message"

    /// An attachment that is somewhere else: in the cloud, or in a file that is not here.
    case detachedAttachment = "detached-attachment"
    case unsupportedFormat = "unsupported-format"
    case limit

    /// What the export itself says it could not get.
    case failedExport = "failed-export"

    /// For people: of one, and of several.
    public var nouns: (one: String, several: String) {
        switch self {
        case .encryptedPart: ("encrypted part", "encrypted parts")
        case .encryptedArchive: ("encrypted archive", "encrypted archives")
        case .image: ("image", "images")
        case .damagedPart: ("damaged part", "damaged parts")
        case .damagedMessage: ("damaged message", "damaged messages")
        case .detachedAttachment: ("attachment that is kept elsewhere", "attachments that are kept elsewhere")
        case .unsupportedFormat: ("part of an unknown format", "parts of unknown formats")
        case .limit: ("part beyond a limit", "parts beyond a limit")
        case .failedExport: ("item that was not exported", "items that were not exported")
        }
    }

    public static func < (left: MailGap, right: MailGap) -> Bool { left.rawValue < right.rawValue }
}
