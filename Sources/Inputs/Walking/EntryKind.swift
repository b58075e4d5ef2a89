import Glibc

/// What kind of thing a name in a folder stands for. A symbolic link is itself, never its target.
public enum EntryKind: UInt8, Hashable, Sendable {
    case regular
    case directory
    case symbolicLink
    case fifo
    case socket
    case characterDevice
    case blockDevice

    /// None of these, or the entry was gone before its kind could be asked.
    case unknown

    /// From the `st_mode` of a status.
    init(mode: mode_t) {
        self =
            switch mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .directory
            case S_IFLNK: .symbolicLink
            case S_IFIFO: .fifo
            case S_IFSOCK: .socket
            case S_IFCHR: .characterDevice
            case S_IFBLK: .blockDevice
            default: .unknown
            }
    }

    /// From the `d_type` of a directory entry, which holds the upper four bits of the mode.
    init(directoryType: UInt8) {
        self.init(mode: mode_t(directoryType) << 12)
    }
}
