import Blobs

/// Something that the user asked to have scanned.
public enum Target: Hashable, Sendable {
    /// A file or folder; a symbolic link is followed.
    case path(RawPath)

    case standardInput
}
