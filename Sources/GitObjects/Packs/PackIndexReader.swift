/// Reads the index that stands beside a pack.
///
/// Format: git's Documentation/gitformat-pack, "pack-*.idx files", versions 1 and 2.
struct PackIndexReader {
    private let file: OpenFile
    private let format: ObjectFormat

    /// Bytes that are read at once.
    private static let pieceBytes = 64 << 10

    private init(_ file: OpenFile, format: ObjectFormat) {
        self.file = file
        self.format = format
    }

    /// - Throws: `corrupt` when the file does not have the parts that its counts ask for.
    static func read(_ file: OpenFile, format: ObjectFormat) throws(ObjectError) -> PackIndex {
        let reader = PackIndexReader(file, format: format)
        guard let start = file.bytes(at: 0, count: 8) else { throw .corrupt("the index is too short") }
        guard start.starts(with: [0xFF, 0x74, 0x4F, 0x63]) else { return try reader.readFirstVersion() }
        guard BigEndian.word32(start.span, at: 4) == 2 else { throw .corrupt("the index has an unknown version") }
        return try reader.readSecondVersion()
    }

    private func readFirstVersion() throws(ObjectError) -> PackIndex {
        let count = try objectCount(at: 0)
        let width = format.idLength
        let table = 256 * 4
        guard count <= (file.size - table) / (width + 4), file.size >= table + count * (width + 4) + 2 * width else {
            throw tooShort
        }
        var names: [UInt8] = []
        var offsets: [UInt64] = []
        names.reserveCapacity(count * width)
        offsets.reserveCapacity(count)
        try forEachRecord(at: table, count: count, width: width + 4) { (record) throws(ObjectError) in
            offsets.append(UInt64(BigEndian.word32(record, at: 0)))
            for index in 0..<width { names.append(record[4 + index]) }
        }
        return PackIndex(
            names: try NameTable(names, format: format), offsets: offsets, packChecksum: try packChecksum())
    }

    private func readSecondVersion() throws(ObjectError) -> PackIndex {
        let count = try objectCount(at: 8)
        let width = format.idLength
        let table = 8 + 256 * 4
        guard count <= (file.size - table) / (width + 8) else { throw tooShort }
        let offsetTable = table + count * (width + 4)
        let largeTable = offsetTable + count * 4
        let largeCount = (file.size - largeTable - 2 * width) / 8
        guard file.size >= largeTable + 2 * width, let names = file.bytes(at: table, count: count * width),
            let large = file.bytes(at: largeTable, count: largeCount * 8)
        else { throw tooShort }
        var offsets: [UInt64] = []
        offsets.reserveCapacity(count)
        try forEachRecord(at: offsetTable, count: count, width: 4) { (record) throws(ObjectError) in
            offsets.append(try Self.offset(BigEndian.word32(record, at: 0), large: large))
        }
        return PackIndex(
            names: try NameTable(names, format: format), offsets: offsets, packChecksum: try packChecksum())
    }

    /// Where an object begins, from its entry of four bytes and the table for those that need eight.
    static func offset(_ word: UInt32, large: [UInt8]) throws(ObjectError) -> UInt64 {
        guard word & 0x8000_0000 != 0 else { return UInt64(word) }
        let index = Int(word & 0x7FFF_FFFF)
        guard index < large.count / 8 else { throw .corrupt("an offset of the index lies outside of its table") }
        let offset = BigEndian.word64(large.span, at: index * 8)
        // What no file can have would not fit into Int either.
        guard offset <= UInt64(Int.max) else { throw .corrupt("an offset of the index is too large") }
        return offset
    }

    private var tooShort: ObjectError { .corrupt("the index is too short for its objects") }

    /// From the table of how many names have which first byte.
    private func objectCount(at offset: Int) throws(ObjectError) -> Int {
        guard let table = file.bytes(at: offset, count: 256 * 4) else { throw .corrupt("the index is too short") }
        var last: UInt32 = 0
        for index in 0..<256 {
            let value = BigEndian.word32(table.span, at: index * 4)
            guard value >= last else { throw .corrupt("the counts of the index are out of order") }
            last = value
        }
        return Int(last)
    }

    private func packChecksum() throws(ObjectError) -> [UInt8] {
        let width = format.idLength
        guard let checksum = file.bytes(at: file.size - 2 * width, count: width) else { throw tooShort }
        return checksum
    }

    private func forEachRecord(
        at offset: Int, count: Int, width: Int, _ body: (Span<UInt8>) throws(ObjectError) -> Void
    ) throws(ObjectError) {
        var done = 0
        while done < count {
            let records = min(count - done, Self.pieceBytes / width)
            guard let piece = file.bytes(at: offset + done * width, count: records * width) else { throw tooShort }
            for record in 0..<records { try body(piece.span.extracting(record * width..<(record + 1) * width)) }
            done += records
        }
    }
}
