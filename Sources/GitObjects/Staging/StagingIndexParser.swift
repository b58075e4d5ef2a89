// The index: a header, entries, extensions, and a checksum over all of it. In version 4 a path is what is left of the
// one before it when so many bytes are taken off its end, and a rest.

/// Takes one file of an index apart.
struct StagingIndexParser {
    /// What an index that is one part of two says about the other.
    struct Link {
        let shared: ObjectID

        /// The two bitmaps: entries of the other part that are deleted, and those that are replaced.
        let bitmaps: FieldReader
    }

    /// What all paths of an index may take, in bytes: in version 4 a few bytes can repeat a long path.
    static let pathLimit = 256 << 20

    private(set) var entries: [StagingEntry] = []
    private(set) var link: Link?

    /// Whether some entries stand for whole folders.
    private(set) var isSparse = false

    private let bytes: [UInt8]
    private let format: ObjectFormat
    private let version: Int

    /// - Throws: `StagingIndexError`: never `missing`, nor one of those about two parts.
    ///
    /// Complexity: O(n) in the size of the file, and of all paths.
    init(_ bytes: [UInt8], format: ObjectFormat) throws(StagingIndexError) {
        self.bytes = bytes
        self.format = format
        guard bytes.count >= 12 + format.idLength, bytes.starts(with: "DIRC".utf8) else { throw .malformed(offset: 0) }
        var reader = FieldReader(bytes, in: 4..<bytes.count - format.idLength)
        guard let version = reader.small(4), let count = reader.small(4) else { throw .malformed(offset: 4) }
        guard (2...4).contains(version) else { throw .unsupportedVersion(version) }
        self.version = version
        // The smallest entry: so a count alone cannot ask for memory.
        guard count <= reader.remaining / (42 + format.idLength) else { throw .malformed(offset: 8) }
        entries.reserveCapacity(count)
        var path: [UInt8] = []
        var room = Self.pathLimit
        for _ in 0..<count {
            let start = reader.position
            guard let entry = entry(&reader, path: &path), path.count <= room else { throw .malformed(offset: start) }
            room -= path.count
            entries.append(entry)
        }
        try readExtensions(&reader)
    }

    private func entry(_ reader: inout FieldReader, path: inout [UInt8]) -> StagingEntry? {
        let start = reader.position
        guard reader.take(8) != nil, let seconds = reader.small(4), let nanoseconds = reader.small(4),
            reader.take(8) != nil, let mode = reader.small(4), reader.take(8) != nil, let size = reader.small(4),
            let id = reader.id(format), let flags = reader.small(2)
        else { return nil }
        var extended = 0
        if flags & 0x4000 != 0 {
            guard version >= 3, let more = reader.small(2) else { return nil }
            extended = more
        }
        let isRead =
            version == 4
            ? readCompressedPath(&reader, into: &path)
            : readPath(&reader, length: flags & 0xFFF, entryStart: start, into: &path)
        guard isRead else { return nil }
        return StagingEntry(
            path: path, id: id, mode: UInt32(mode), stage: UInt8(flags >> 12 & 3),
            isIntentToAdd: extended & 0x2000 != 0, isSkipWorktree: extended & 0x4000 != 0, size: UInt32(size),
            modifiedSeconds: UInt32(seconds), modifiedNanoseconds: UInt32(nanoseconds))
    }

    /// The path and the zeros behind it, which make the entry a multiple of eight bytes.
    private func readPath(
        _ reader: inout FieldReader, length: Int, entryStart: Int, into path: inout [UInt8]
    ) -> Bool {
        var count = length
        // A path that is too long for its field ends at its NUL.
        if length == 0xFFF {
            guard let end = end(of: reader) else { return false }
            count = end - reader.position
        }
        guard let range = reader.take(count) else { return false }
        path = Array(bytes[range])
        let used = reader.position - entryStart
        return reader.take(8 - used % 8) != nil
    }

    private func readCompressedPath(_ reader: inout FieldReader, into path: inout [UInt8]) -> Bool {
        guard let dropped = reader.varint(), dropped <= path.count, let end = end(of: reader),
            let rest = reader.take(end - reader.position), reader.take(1) != nil
        else { return false }
        path.removeLast(dropped)
        path.append(contentsOf: bytes[rest])
        return true
    }

    /// Where the next NUL is.
    private func end(of reader: FieldReader) -> Int? {
        let content = bytes.span
        var index = reader.position
        while index < reader.end {
            if content[index] == 0 { return index }
            index += 1
        }
        return nil
    }

    private mutating func readExtensions(_ reader: inout FieldReader) throws(StagingIndexError) {
        while reader.remaining > 0 {
            let start = reader.position
            guard let signature = reader.take(4), let size = reader.small(4), let content = reader.take(size) else {
                throw .malformed(offset: start)
            }
            let name = Array(bytes[signature])
            if name.elementsEqual("link".utf8) {
                var fields = FieldReader(bytes, in: content)
                guard let shared = fields.id(format) else { throw .malformed(offset: start) }
                link = Link(shared: shared, bitmaps: fields)
            } else if name.elementsEqual("sdir".utf8) {
                isSparse = true
            } else if !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(name[0]) {
                throw .unsupportedExtension(name)
            }
        }
    }
}
