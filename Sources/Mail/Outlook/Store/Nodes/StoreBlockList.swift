/// A block that lists others: `XBLOCK` and `XXBLOCK` ([MS-PST] section 2.2.2.8.3.2).
struct StoreBlockList {
    /// 1 lists blocks with data, 2 lists lists.
    let level: Int

    /// Bytes of data in all.
    let totalSize: Int
    let blocks: [UInt64]

    /// - Throws: `.malformed` if it is none.
    init(_ bytes: [UInt8], _ layout: StoreLayout, at offset: Int) throws(OutlookError) {
        guard bytes.word8(0) == 1, let level = bytes.word8(1), level == 1 || level == 2, let count = bytes.word16(2),
            let total = bytes.word32(4), count * layout.wordSize <= bytes.count - 8
        else { throw OutlookError(.malformed, at: offset) }
        self.level = level
        totalSize = total
        blocks = (0..<count).map { index in
            let place = 8 + index * layout.wordSize
            return layout == .narrow ? UInt64(bytes.word32(place) ?? 0) : bytes.word64(place) ?? 0
        }
    }
}
