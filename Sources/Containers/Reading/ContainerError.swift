/// Why a container, or one member of it, cannot be read on. The texts are libarchive's.
public enum ContainerError: Error, Hashable, Sendable {
    /// It ends early.
    case truncated(String)

    /// It contradicts itself, or a checksum is wrong.
    case damaged(String)

    /// It is packed in a way that libarchive does not know.
    case unsupported(String)

    case encrypted
    case outOfMemory

    /// libarchive is not installed.
    case unavailable

    /// The bytes that it is read from cannot be had; the source says why.
    case source

    /// - Parameters:
    ///   - text: libarchive's message; empty when it has none, as where a zip archive ends without its directory.
    ///   - isOutOfMemory: whether that is the error number.
    ///   - hasEnded: whether more bytes were wanted than there are.
    init(text: String, isOutOfMemory: Bool, hasEnded: Bool) {
        if isOutOfMemory {
            self = .outOfMemory
        } else if ["ncrypt", "assphrase", "Crypto codec"].contains(where: text.contains) {
            // libarchive's own question for that crashes where no format was recognised (3.6.2).
            self = .encrypted
        } else if text.isEmpty {
            self = .truncated("it ends early")
        } else if ["runcated", "nd-of-file", "nd of file", "remature end"].contains(where: text.contains) {
            self = .truncated(text)
        } else if ["nsupported", "not supported", "navailable"].contains(where: text.contains) {
            self = .unsupported(text)
        } else if hasEnded, !text.contains("CRC") {
            self = .truncated(text)
        } else {
            self = .damaged(text)
        }
    }
}
