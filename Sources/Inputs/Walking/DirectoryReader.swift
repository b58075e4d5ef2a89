import Glibc

/// Reads the entries of one folder, in the order of the file system.
///
/// It keeps the folder open until it is destroyed, and can stop and go on. For one worker.
public struct DirectoryReader: ~Copyable {
    /// Where the parts of struct linux_dirent64 are, in bytes (getdents64(2)).
    private enum Layout {
        static let inode = 0
        static let length = 16
        static let kind = 18
        static let name = 19
    }

    /// Room for about a thousand entries; the C library's `readdir` asks for as much.
    private static let bufferSize = 32 * 1024

    /// Its position is ours.
    private let folder: OpenDirectory
    private var buffer: [UInt8]

    /// The part of the buffer that was not pushed yet.
    private var position = 0
    private var end = 0

    /// - Parameter buffer: what `finish` of another reader returned; saves an allocation.
    /// - Throws: `InputError` when the folder cannot be opened or is not the one it was.
    public init(_ directory: Directory, buffer: consuming [UInt8] = []) throws(InputError) {
        folder = try directory.handles.holdForReading(directory)
        self.buffer = buffer
        if self.buffer.isEmpty { self.buffer = Array(repeating: 0, count: Self.bufferSize) }
    }

    /// Ends reading; gives the buffer to the next reader.
    public consuming func finish() -> [UInt8] { buffer }

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
        // Taken out for the time of the call: an entry lends its name while the position moves on.
        var buffer: [UInt8] = []
        swap(&buffer, &self.buffer)
        defer { swap(&buffer, &self.buffer) }
        while true {
            while position < end {
                let entry = buffer.span.extracting(position..<end)
                let length = Int(Self.number(in: entry, at: Layout.length, width: 2))
                precondition(length > Layout.name, "the kernel's entries have a length")
                position += length
                if push(entry, into: sink) == .stop { return false }
            }
            position = 0
            end = try folder.withNumber { number throws(InputError) in
                try SystemCall.readEntries(number, into: &buffer)
            }
            if end == 0 { return true }
        }
    }

    /// Pushes the entry at the start of `entries`.
    private func push(
        _ entries: Span<UInt8>, into sink: (_ name: Span<UInt8>, _ kind: EntryKind, _ inode: UInt64) -> ReadDecision
    ) -> ReadDecision {
        var nameEnd = Layout.name
        while entries[nameEnd] != 0 { nameEnd += 1 }
        let name = entries.extracting(Layout.name..<nameEnd)
        if Self.isSelfOrParent(name) { return .goOn }
        var kind = EntryKind(directoryType: entries[Layout.kind])
        if kind == .unknown { kind = kindByStatus(entries.extracting(Layout.name...nameEnd)) }
        return sink(name, kind, Self.number(in: entries, at: Layout.inode, width: 8))
    }

    /// A number in the byte order of the machine: little-endian wherever Swift runs on Linux.
    private static func number(in entry: Span<UInt8>, at offset: Int, width: Int) -> UInt64 {
        var value: UInt64 = 0
        for index in 0..<width { value |= UInt64(entry[offset + index]) << UInt64(8 * index) }
        return value
    }

    private static func isSelfOrParent(_ name: Span<UInt8>) -> Bool {
        guard name.count <= 2 else { return false }
        for index in name.indices where name[index] != UInt8(ascii: ".") { return false }
        return true
    }

    /// For the file systems that leave the kind out of their entries.
    private func kindByStatus(_ terminatedName: Span<UInt8>) -> EntryKind {
        var name: [UInt8] = []
        name.reserveCapacity(terminatedName.count)
        for index in terminatedName.indices { name.append(terminatedName[index]) }
        do throws(InputError) {
            let status = try folder.withNumber { number throws(InputError) in
                try SystemCall.status(of: name, at: number, links: .refuse)
            }
            return EntryKind(mode: status.st_mode)
        } catch {
            return .unknown
        }
    }
}
