/// One index for many packs: for a pack whose own index is gone.
///
/// An object that several packs have is named in one of them only, so what this says of a pack may leave objects out.
///
/// Format: git's Documentation/gitformat-pack, "multi-pack-index (MIDX) files", version 1.
struct MultiPackIndex {
    private let file: OpenFile
    private let format: ObjectFormat

    /// Offset and length of the parts, by their four letters.
    private let chunks: [UInt32: Range<Int>]

    /// The names of the packs' own indexes, by number.
    private let packNames: [[UInt8]]

    private enum Letters {
        static let packNames: UInt32 = 0x504E_414D
        static let counts: UInt32 = 0x4F49_4446
        static let names: UInt32 = 0x4F49_444C
        static let offsets: UInt32 = 0x4F4F_4646
        static let largeOffsets: UInt32 = 0x4C4F_4646
    }

    /// - Throws: `corrupt` when the file is none, or not for this format.
    init(_ file: OpenFile, format: ObjectFormat) throws(ObjectError) {
        guard let header = file.bytes(at: 0, count: 12), header.starts(with: Array("MIDX".utf8)), header[4] == 1 else {
            throw .corrupt("the multi-pack index has an unknown form")
        }
        guard header[5] == (format == .sha1 ? 1 : 2) else { throw .corrupt("the multi-pack index has another hash") }
        let table = 12
        let entry = 12
        guard let lookup = file.bytes(at: table, count: (Int(header[6]) + 1) * entry) else {
            throw .corrupt("the multi-pack index is too short")
        }
        var chunks: [UInt32: Range<Int>] = [:]
        for index in 0..<Int(header[6]) {
            let start = BigEndian.word64(lookup.span, at: index * entry + 4)
            let end = BigEndian.word64(lookup.span, at: (index + 1) * entry + 4)
            guard start <= end, end <= UInt64(file.size) else {
                throw .corrupt("a part of the multi-pack index lies outside of it")
            }
            chunks[BigEndian.word32(lookup.span, at: index * entry)] = Int(start)..<Int(end)
        }
        self.file = file
        self.format = format
        self.chunks = chunks
        packNames = try Self.bytes(of: Letters.packNames, chunks, file).split(separator: 0).map { Array($0) }
    }

    /// What it says about the pack of this name, which ends with `.pack`; `nil` if it does not know it.
    func index(ofPack name: some Collection<UInt8>) throws(ObjectError) -> PackIndex? {
        let indexName = Array(name.dropLast(5)) + Array(".idx".utf8)
        guard let number = packNames.firstIndex(of: indexName) else { return nil }
        let names = try Self.bytes(of: Letters.names, chunks, file)
        let places = try Self.bytes(of: Letters.offsets, chunks, file)
        let large = chunks[Letters.largeOffsets] == nil ? [] : try Self.bytes(of: Letters.largeOffsets, chunks, file)
        let width = format.idLength
        let count = names.count / width
        guard names.count == count * width, places.count == count * 8 else {
            throw .corrupt("the parts of the multi-pack index do not fit each other")
        }
        var kept: [UInt8] = []
        var offsets: [UInt64] = []
        for rank in 0..<count where Int(BigEndian.word32(places.span, at: rank * 8)) == number {
            offsets.append(try PackIndexReader.offset(BigEndian.word32(places.span, at: rank * 8 + 4), large: large))
            kept.append(contentsOf: names[rank * width..<(rank + 1) * width])
        }
        return PackIndex(names: try NameTable(kept, format: format), offsets: offsets, packChecksum: [])
    }

    private static func bytes(
        of letters: UInt32, _ chunks: [UInt32: Range<Int>], _ file: OpenFile
    ) throws(ObjectError) -> [UInt8] {
        guard let range = chunks[letters], let bytes = file.bytes(at: range.lowerBound, count: range.count) else {
            throw .corrupt("the multi-pack index lacks a part")
        }
        return bytes
    }
}
