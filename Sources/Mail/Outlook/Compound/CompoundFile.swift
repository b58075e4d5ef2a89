import Blobs

/// A compound file: storages and streams in one file ([MS-CFB]), such as `.msg`, `.doc`, `.xls` and `.ppt`.
///
/// Nothing is held of it but its directory, up to 262,144 entries, and the list of the sectors that hold the small
/// streams: at most 64 MiB at a file of 4 GiB. A damaged chain costs the stream that has it, nothing else.
public final class CompoundFile {
    private let header: CompoundHeader
    private let table: SectorTable
    private let source: SourceBytes
    let directory: CompoundDirectory

    /// The sectors of the mini stream, and of the table that chains its sectors.
    private let miniSectors: [UInt32]
    private let miniTableSectors: [UInt32]
    private var miniTableInHand: (sector: Int, bytes: [UInt8]) = (-1, [])
    private var place: ChainPlace?

    /// All streams, in the order of the directory.
    public let streams: [CompoundStream]

    /// For each entry of the directory the index of its stream.
    private let streamIndexes: [Int: Int]

    /// Whether the directory has more entries than are kept.
    public let isDirectoryCut: Bool

    /// Opens a compound file.
    ///
    /// - Parameters:
    ///   - size: Bytes of the file.
    ///   - read: Fills a buffer from an offset on, and says how many bytes it had, 0 only at the end.
    /// - Throws: `.otherFormat` if it is none; else what is wrong with its header or directory.
    /// - Complexity: O(n) in the size of the directory.
    public convenience init(
        size: Int, read: @escaping (Int, inout MutableSpan<UInt8>) throws(ByteSourceError) -> Int
    ) throws(OutlookError) {
        try self.init(SourceBytes(size: size, read: read))
    }

    init(_ source: SourceBytes) throws(OutlookError) {
        let header = try CompoundHeader(try source.leadingBytes(limit: CompoundHeader.size))
        let table = try SectorTable(source, header: header)
        let most = CompoundDirectory.mostEntries * CompoundEntry.size / header.sectorSize
        let chain = Self.soundChain(table, from: header.firstDirectorySector, limit: most + 1)
        var bytes: [UInt8] = []
        for sector in chain.prefix(most) { bytes.append(contentsOf: try table.bytes(of: Int(sector))) }
        let directory = try CompoundDirectory(bytes, isVersion3: header.isVersion3)
        let root = directory.entries[0]
        let mostMini = 1 << 23
        self.source = source
        self.header = header
        self.table = table
        self.directory = directory
        isDirectoryCut = chain.count > most
        miniSectors = Self.soundChain(table, from: root?.firstSector ?? CompoundEntry.none, limit: mostMini)
        miniTableSectors = Self.soundChain(table, from: header.firstMiniTableSector, limit: mostMini)
        var streams: [CompoundStream] = []
        for (index, entry) in directory.entries.enumerated() {
            guard let entry, entry.kind == .stream else { continue }
            let isMini = entry.size < header.miniCutoff
            var offset = table.offset(of: entry.firstSector)
            if isMini {
                let mini = (entry.firstSector * 64) >> header.sectorShift
                offset = mini < miniSectors.count ? table.offset(of: Int(miniSectors[mini])) : source.count
                offset += entry.firstSector * 64 & (header.sectorSize - 1)
            }
            streams.append(
                CompoundStream(
                    name: entry.name, size: entry.size, offset: min(offset, source.count), entry: index,
                    firstSector: entry.firstSector, isMini: isMini))
        }
        self.streams = streams
        streamIndexes = Dictionary(uniqueKeysWithValues: streams.enumerated().map { ($0.element.entry, $0.offset) })
    }

    /// Whether it is a message of Outlook: the root has properties ([MS-OXMSG] section 2.2.3).
    public var isOutlookMessage: Bool {
        (directory.children[0] ?? []).contains { directory.entries[$0]?.name == "__properties_version1.0" }
    }

    /// Whether storages lead to a stream from the root.
    func isReachable(_ stream: CompoundStream) -> Bool { directory.parents[stream.entry] >= 0 }

    /// The stream of an entry; `nil` if that is a storage.
    func stream(ofEntry entry: Int) -> CompoundStream? {
        streamIndexes[entry].map { streams[$0] }
    }

    /// The names that lead to a stream, the root's left out and its own last. A stream that nothing leads to has its
    /// own name only.
    ///
    /// - Complexity: O(n) in the number of storages around it.
    public func path(of stream: CompoundStream) -> [String] {
        var names = [stream.name]
        var parent = directory.parents[stream.entry]
        while parent > 0, let storage = directory.entries[parent] {
            names.append(storage.name)
            parent = directory.parents[parent]
        }
        return names.reversed()
    }

    /// Reads bytes of a stream, which must be of this file.
    ///
    /// - Parameter offset: Bytes from the start of the stream.
    /// - Returns: How many bytes were read, at least 1; 0 at the end of the stream, or if the buffer is empty.
    /// - Throws: `.cyclic` if the stream is longer than the file, `.truncated` or `.malformed` if its chain ends too
    ///   early, `.unreadable` if the source fails.
    /// - Complexity: O(n) in the bytes read if they follow those of the call before; else the chain is walked from its
    ///   start.
    public func read(
        _ stream: CompoundStream, at offset: Int, into buffer: inout MutableSpan<UInt8>
    ) throws(OutlookError) -> Int {
        let bytes = try self.bytes(of: stream, from: offset, limit: buffer.count)
        for index in bytes.indices { buffer[index] = bytes[index] }
        return bytes.count
    }

    /// Bytes of a stream up to the end of a sector, or of a run of neighbouring ones.
    func bytes(of stream: CompoundStream, from position: Int, limit: Int) throws(OutlookError) -> [UInt8] {
        guard position >= 0, position < stream.size, limit > 0 else { return [] }
        let wanted = min(limit, stream.size - position, 1 << 16)
        let shift = stream.isMini ? 6 : header.sectorShift
        let first = try sector(position >> shift, of: stream)
        let inside = position & (1 << shift - 1)
        var run = 1
        while run << shift - inside < wanted, let place, let next = try? following(place), next == place.sector + 1 {
            self.place = ChainPlace(stream: place.stream, index: place.index + 1, sector: next)
            run += 1
        }
        let length = min(wanted, run << shift - inside)
        guard stream.isMini else {
            return try source.bytes(from: table.offset(of: first) + inside, limit: length, orThrow: .truncated)
        }
        let start = first << 6 + inside
        let container = start >> header.sectorShift
        guard container < miniSectors.count else { throw OutlookError(.truncated, at: source.count) }
        let within = start & (header.sectorSize - 1)
        return try source.bytes(
            from: table.offset(of: Int(miniSectors[container])) + within,
            limit: min(length, header.sectorSize - within), orThrow: .truncated)
    }

    /// The sector at an index of a stream's chain.
    private func sector(_ index: Int, of stream: CompoundStream) throws(OutlookError) -> Int {
        let most = stream.isMini ? miniSectors.count * (header.sectorSize / 64) : table.sectorCount
        guard index <= most else { throw OutlookError(.cyclic, at: stream.offset) }
        var here = ChainPlace(stream: stream, index: 0, sector: stream.firstSector)
        if let place, place.stream == stream, place.index <= index { here = place }
        while here.index < index {
            guard let next = try following(here) else { throw OutlookError(.truncated, at: stream.offset) }
            here = ChainPlace(stream: stream, index: here.index + 1, sector: next)
        }
        guard here.sector < CompoundHeader.firstSpecialSector else { throw OutlookError(.malformed, at: stream.offset) }
        place = here
        return here.sector
    }

    /// The sector behind a place of a chain; `nil` at its end.
    private func following(_ place: ChainPlace) throws(OutlookError) -> Int? {
        guard place.stream.isMini else { return try table.sector(after: place.sector) }
        let container = (place.sector * 4) >> header.sectorShift
        guard container < miniTableSectors.count else { throw OutlookError(.truncated, at: source.count) }
        if miniTableInHand.sector != container {
            miniTableInHand = (container, try table.bytes(of: Int(miniTableSectors[container])))
        }
        let inside = (place.sector * 4) & (header.sectorSize - 1)
        guard let next = miniTableInHand.bytes.word32(inside) else { throw OutlookError(.truncated, at: source.count) }
        return next < CompoundHeader.firstSpecialSector ? next : nil
    }

    /// As much of a chain as is sound: what stands in front of damage is worth reading.
    private static func soundChain(_ table: SectorTable, from first: Int, limit: Int) -> [UInt32] {
        var sectors: [UInt32] = []
        var next: Int? = first < CompoundHeader.firstSpecialSector ? first : nil
        while let sector = next, sectors.count < limit, sectors.count <= table.sectorCount, sector < table.sectorCount {
            sectors.append(UInt32(sector))
            next = try? table.sector(after: sector)
        }
        return sectors
    }
}
