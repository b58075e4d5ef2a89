/// An entry of a compound file's directory ([MS-CFB] section 2.6.1).
struct CompoundEntry {
    enum Kind: UInt8 {
        case storage = 1
        case stream = 2
        case root = 5
    }

    static let size = 128

    /// The number that says that there is no sibling or child.
    static let none = 0xFFFF_FFFF

    let kind: Kind
    let name: String
    let left: Int
    let right: Int
    let child: Int
    let firstSector: Int
    let size: Int

    /// The entry in 128 bytes at `offset`, or `nil` if it is unused, or of no kind that has a meaning.
    init?(_ bytes: [UInt8], at offset: Int, isVersion3: Bool) {
        guard let type = bytes.word8(offset + 66), let kind = Kind(rawValue: UInt8(type)),
            let nameLength = bytes.word16(offset + 64), let left = bytes.word32(offset + 68),
            let right = bytes.word32(offset + 72), let child = bytes.word32(offset + 76),
            let first = bytes.word32(offset + 116), let long = bytes.word64(offset + 120)
        else { return nil }
        var units: [UInt16] = []
        for index in 0..<min(31, max(0, nameLength / 2 - 1)) {
            units.append(UInt16(bytes.word16(offset + 2 * index) ?? 0))
        }
        self.kind = kind
        name = String(decoding: units, as: UTF16.self)
        self.left = left
        self.right = right
        self.child = child
        firstSector = first
        size = isVersion3 ? Int(long & 0xFFFF_FFFF) : Int(min(long, UInt64(Int.max / 2)))
    }
}
