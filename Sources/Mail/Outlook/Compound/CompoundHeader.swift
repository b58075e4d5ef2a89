/// The header of a compound file ([MS-CFB] section 2.2).
struct CompoundHeader {
    /// The first eight bytes.
    static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// How many bytes of the file it takes at least.
    static let size = 512

    /// The smallest number of a sector that has a special meaning (section 2.1).
    static let firstSpecialSector = 0xFFFF_FFFA

    /// Sectors are 512 bytes in version 3, and 4096 in version 4.
    let sectorShift: Int

    /// Streams below this size are in the mini stream, in sectors of 64 bytes.
    let miniCutoff: Int
    let firstDirectorySector: Int
    let firstMiniTableSector: Int
    let firstLocatorSector: Int

    /// The sectors of the allocation table that the header itself names: up to 109.
    let tableSectors: [UInt32]

    /// - Throws: `.otherFormat` without the signature, `.unsupported` for sizes of sectors that no version has.
    init(_ bytes: [UInt8]) throws(OutlookError) {
        guard bytes.starts(with: Self.signature) else { throw OutlookError(.otherFormat, at: 0) }
        guard let version = bytes.word16(26), let shift = bytes.word16(30), let miniShift = bytes.word16(32),
            let directory = bytes.word32(48), let cutoff = bytes.word32(56), let miniTable = bytes.word32(60),
            let locator = bytes.word32(68), bytes.count >= Self.size
        else { throw OutlookError(.truncated, at: bytes.count) }
        guard shift == 9 || shift == 12, miniShift == 6 else { throw OutlookError(.unsupported, at: 30) }
        isVersion3 = version <= 3
        sectorShift = shift
        miniCutoff = cutoff
        firstDirectorySector = directory
        firstMiniTableSector = miniTable
        firstLocatorSector = locator
        var sectors: [UInt32] = []
        for index in 0..<109 {
            guard let sector = bytes.word32(76 + 4 * index), sector < Self.firstSpecialSector else { continue }
            sectors.append(UInt32(sector))
        }
        tableSectors = sectors
    }

    /// Version 3 leaves rubbish in the upper half of the size of a stream (section 2.6.1).
    let isVersion3: Bool

    var sectorSize: Int { 1 << sectorShift }
}
