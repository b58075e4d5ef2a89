/// The allocation table of a compound file ([MS-CFB] section 2.3): for each sector, the one that follows it.
///
/// It is read as it is needed, and a few of its sectors are kept: 4 GiB in sectors of 512 bytes have a table of 32 MiB.
final class SectorTable {
    private let source: SourceBytes
    private let header: CompoundHeader
    private let tableSectors: [UInt32]
    private var kept: [Int: [UInt8]] = [:]

    /// How many sectors the file has, the last one perhaps cut.
    let sectorCount: Int

    /// - Throws: `.cyclic` if the list of the table's own sectors does not end, or what `SourceBytes` throws.
    init(_ source: SourceBytes, header: CompoundHeader) throws(OutlookError) {
        self.source = source
        self.header = header
        sectorCount = max(0, (source.count - 1) >> header.sectorShift)
        var sectors = header.tableSectors
        let perSector = header.sectorSize / 4
        let most = sectorCount / perSector + 1
        var locator = header.firstLocatorSector
        var steps = 0
        while locator < CompoundHeader.firstSpecialSector, sectors.count < most {
            steps += 1
            guard steps <= sectorCount else { throw OutlookError(.cyclic, at: 68) }
            let bytes = try Self.sector(locator, of: source, header: header)
            for index in 0..<perSector - 1 {
                guard let sector = bytes.word32(4 * index), sector < CompoundHeader.firstSpecialSector else { continue }
                sectors.append(UInt32(sector))
            }
            guard let next = bytes.word32(4 * (perSector - 1)) else { break }
            locator = next
        }
        tableSectors = sectors
    }

    /// The offset of a sector in the file.
    func offset(of sector: Int) -> Int { (sector + 1) << header.sectorShift }

    /// The bytes of a sector; the last one of the file may be cut.
    func bytes(of sector: Int) throws(OutlookError) -> [UInt8] {
        try Self.sector(sector, of: source, header: header)
    }

    /// The sector behind another one; `nil` at the end of the chain.
    ///
    /// - Throws: `.malformed` if the table says that the sector is free, or a table itself.
    func sector(after sector: Int) throws(OutlookError) -> Int? {
        let perSector = header.sectorSize / 4
        let index = sector / perSector
        guard sector >= 0, index < tableSectors.count else { throw OutlookError(.truncated, at: source.count) }
        let place = Int(tableSectors[index])
        let bytes: [UInt8]
        if let known = kept[index] {
            bytes = known
        } else {
            bytes = try self.bytes(of: place)
            if kept.count >= 64 { kept.removeAll(keepingCapacity: true) }
            kept[index] = bytes
        }
        guard let next = bytes.word32(4 * (sector % perSector)) else {
            throw OutlookError(.truncated, at: offset(of: place))
        }
        if next == 0xFFFF_FFFE { return nil }
        guard next < CompoundHeader.firstSpecialSector else { throw OutlookError(.malformed, at: offset(of: place)) }
        return next
    }

    private static func sector(
        _ sector: Int, of source: SourceBytes, header: CompoundHeader
    ) throws(OutlookError) -> [UInt8] {
        let start = (sector + 1) << header.sectorShift
        guard start < source.count else { throw OutlookError(.truncated, at: source.count) }
        return try source.bytes(at: start, count: min(header.sectorSize, source.count - start))
    }
}
