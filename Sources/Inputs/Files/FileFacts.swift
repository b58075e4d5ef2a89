import Blobs
import Glibc

/// What the operating system says about a file, at one moment.
public struct FileFacts: Hashable, Sendable {
    public let key: InodeKey
    public let kind: EntryKind

    /// How many names the file has. Above 1, `key` tells whether it was seen under another one.
    public let linkCount: UInt64

    /// In bytes. Nominal for files that the kernel makes up: 0 in /proc, a page in /sys.
    public let size: Int

    /// Units of 512 bytes that the file takes on disk.
    public let allocatedBlocks: Int

    /// The last change of its content: seconds and nanoseconds since 1970.
    public let modifiedSeconds: Int
    public let modifiedNanoseconds: Int

    /// Whether parts of the file may be holes: fewer bytes on disk than in size.
    public var isSparse: Bool { size > 0 && allocatedBlocks <= (size - 1) / 512 }

    /// Whether size and time of change are the same at these two moments.
    func sameContent(as other: FileFacts) -> Bool {
        size == other.size && modifiedSeconds == other.modifiedSeconds
            && modifiedNanoseconds == other.modifiedNanoseconds
    }

    /// Facts about what the user named; a symbolic link is followed. Nothing is opened.
    ///
    /// - Throws: `InputError` when there is no such thing, or it may not be asked.
    public init(path: RawPath) throws(InputError) {
        guard let terminated = path.terminated else { throw .invalidName }
        self = FileFacts(try SystemCall.status(of: terminated, at: AT_FDCWD, links: .follow))
    }

    /// Facts about an entry of a folder. Nothing but the folder is opened.
    ///
    /// - Throws: `InputError` when it is gone, or may not be asked.
    public init(of name: EntryName, in directory: Directory, links: LinkPolicy = .refuse) throws(InputError) {
        self = try directory.withDescriptor { parent throws(InputError) in
            FileFacts(try SystemCall.status(of: name.terminated, at: parent, links: links))
        }
    }

    init(_ status: stat) {
        key = InodeKey(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
        kind = EntryKind(mode: status.st_mode)
        linkCount = UInt64(status.st_nlink)
        size = Int(status.st_size)
        allocatedBlocks = Int(status.st_blocks)
        modifiedSeconds = status.st_mtim.tv_sec
        modifiedNanoseconds = status.st_mtim.tv_nsec
    }
}

extension RawPath {
    /// The bytes and a NUL; `nil` when no file can have this path: it is empty or holds a NUL.
    var terminated: [UInt8]? {
        bytes.isEmpty || bytes.contains(0) ? nil : bytes + [0]
    }
}
