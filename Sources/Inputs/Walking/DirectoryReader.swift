import Glibc

/// Reads the entries of one folder, in the order of the file system.
///
/// It has a descriptor of its own until it is destroyed, and can stop and go on. For one worker.
@safe public struct DirectoryReader: ~Copyable {
    /// Ours alone, from `init` to `deinit`.
    private let stream: OpaquePointer
    private let descriptor: Int32

    /// The name starts this many bytes into an entry.
    private static let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 19

    /// - Throws: `InputError` when the folder cannot be opened or is not the one it was.
    public init(_ directory: Directory) throws(InputError) {
        let opened = try directory.withDescriptor { parent throws(InputError) in
            // The same folder once more: the position of a shared descriptor would be shared too.
            try SystemCall.open([UInt8(ascii: "."), 0], at: parent, flags: O_DIRECTORY, links: .refuse)
        }
        // A stream takes the descriptor over, so its owner must not close it.
        let number = opened.release()
        guard let stream = unsafe fdopendir(number) else {
            let errorNumber = errno
            _ = close(number)
            throw InputError(errorNumber: errorNumber)
        }
        unsafe self.stream = stream
        descriptor = number
    }

    deinit {
        // The stream is ours alone and is not used again.
        _ = unsafe closedir(stream)
    }

    /// Pushes every entry that is left but `.` and `..`: name, kind, and inode number as the folder states it
    /// (for a mount point, that of the folder beneath).
    ///
    /// The name is valid only during the call. A kind is `unknown` when the entry vanished before it could be asked.
    ///
    /// - Returns: `true` when the folder was read to its end, `false` when the sink said stop;
    ///   call again to go on behind the last entry that was pushed.
    /// - Throws: `InputError` when reading fails. What was pushed before is valid, more may exist.
    public mutating func read(
        into sink: (_ name: Span<UInt8>, _ kind: EntryKind, _ inode: UInt64) -> ReadDecision
    ) throws(InputError) -> Bool {
        while true {
            errno = 0
            // The stream is open; an entry stays valid until the next call on it.
            guard let entry = unsafe readdir(stream) else {
                guard errno == 0 else { throw InputError(errorNumber: errno) }
                return true
            }
            // Through the raw address and not `d_name`: some file systems have names longer than its 256 bytes.
            let start = unsafe UnsafeRawPointer(entry) + Self.nameOffset
            let length = unsafe strlen(start.assumingMemoryBound(to: CChar.self))
            let name = unsafe UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: length)
            if unsafe Self.isSelfOrParent(name) { continue }
            var kind = unsafe EntryKind(directoryType: entry.pointee.d_type)
            if kind == .unknown {
                kind = unsafe kindByStatus(start.assumingMemoryBound(to: CChar.self))
            }
            let inode = unsafe UInt64(entry.pointee.d_ino)
            // The span ends before the entry does.
            let span = unsafe Span(_unsafeElements: name)
            if sink(span, kind, inode) == .stop { return false }
        }
    }

    private static func isSelfOrParent(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        unsafe name.count <= 2 && name.allSatisfy { $0 == UInt8(ascii: ".") }
    }

    /// For the file systems that leave the kind out of their entries.
    private func kindByStatus(_ name: UnsafePointer<CChar>) -> EntryKind {
        var status = stat()
        // The name ends with NUL; fstatat fills the structure that it is given.
        guard unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .unknown }
        return EntryKind(mode: status.st_mode)
    }
}
