/// A page of the tree of nodes or of blocks ([MS-PST] section 2.2.2.7.7.1).
struct StorePage {
    enum Tree: Int {
        case blocks = 0x80
        case nodes = 0x81
    }

    /// 0 is a leaf.
    let level: Int
    let count: Int
    private let entrySize: Int
    private let bytes: [UInt8]
    private let layout: StoreLayout

    /// - Throws: `.malformed` if it is no page of the tree.
    init(_ bytes: [UInt8], of tree: Tree, _ layout: StoreLayout, at offset: Int) throws(OutlookError) {
        let place = layout.entryCountOffset
        let isLarge = layout == .large
        guard bytes.word8(layout.pageTrailerOffset) == tree.rawValue,
            bytes.word8(layout.pageTrailerOffset + 1) == tree.rawValue,
            let count = isLarge ? bytes.word16(place) : bytes.word8(place),
            let entrySize = bytes.word8(place + (isLarge ? 4 : 2)),
            let level = bytes.word8(place + (isLarge ? 5 : 3)), level < 16
        else { throw OutlookError(.malformed, at: offset) }
        let least =
            switch (tree, level) {
            case (.nodes, 0): layout.wordSize * 3 + 4
            case (.blocks, 0): layout.wordSize * 2 + 4
            default: layout.wordSize * 3
            }
        guard entrySize >= least, count * entrySize <= place else { throw OutlookError(.malformed, at: offset) }
        self.level = level
        self.count = count
        self.entrySize = entrySize
        self.bytes = bytes
        self.layout = layout
    }

    /// A word of an entry: the key is word 0.
    func word(_ word: Int, of entry: Int) -> UInt64 {
        let offset = entry * entrySize + word * layout.wordSize
        return layout == .narrow ? UInt64(bytes.word32(offset) ?? 0) : bytes.word64(offset) ?? 0
    }

    /// A half word of an entry, by its distance from the start in bytes.
    func half(at distance: Int, of entry: Int) -> Int { bytes.word16(entry * entrySize + distance) ?? 0 }

    /// The last entry whose key is at most `key`; `nil` if there is none.
    func lastEntry(upTo key: UInt64) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if word(0, of: middle) <= key { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low - 1 : nil
    }
}
