/// The heap in the data of a node: small items by number ([MS-PST] section 2.3.1).
final class StoreHeap {
    /// What the heap is for: `bClientSig`.
    enum Purpose: Int {
        case table = 0x7C
        case properties = 0xBC
    }

    /// How many bytes of items are given: they are kept in memory, and one item may be asked for again and again.
    private static let mostBytes = 4 << 20

    private let data: StoreData
    private var given = 0
    private let isLarge: Bool
    private var pages: [Int: [UInt8]] = [:]

    /// The item that leads to all others.
    let root: UInt32

    var offset: Int { data.offset }

    /// - Throws: `.malformed` if it is none, or one for something else.
    init(_ data: StoreData, _ purpose: Purpose, isLarge: Bool) throws(OutlookError) {
        self.data = data
        self.isLarge = isLarge
        let first = try data.block(0)
        guard first.word8(2) == 0xEC, first.word8(3) == purpose.rawValue, let root = first.word32(4) else {
            throw OutlookError(.malformed, at: data.offset)
        }
        self.root = UInt32(root)
    }

    /// The bytes of an item; none for item 0.
    ///
    /// - Throws: `.malformed` if there is no such item, `.tooLarge` if too many bytes were given.
    func item(_ id: UInt32) throws(OutlookError) -> [UInt8] {
        if id == 0 { return [] }
        let block = Int(isLarge ? id >> 19 : id >> 16)
        let index = Int(isLarge ? id >> 5 & 0x3FFF : id >> 5 & 0x7FF)
        let bytes = try page(block)
        guard id & 0x1F == 0, index > 0, let map = bytes.word16(0), let count = bytes.word16(map), index <= count,
            let start = bytes.word16(map + 2 + 2 * index), let end = bytes.word16(map + 4 + 2 * index), start <= end,
            let item = bytes.stretch(start, end - start)
        else { throw OutlookError(.malformed, at: data.offset) }
        given += item.count
        guard given <= Self.mostBytes else { throw OutlookError(.tooLarge, at: data.offset) }
        return item
    }

    private func page(_ index: Int) throws(OutlookError) -> [UInt8] {
        if let page = pages[index] { return page }
        let page = try data.block(index)
        if pages.count >= 16 { pages.removeAll(keepingCapacity: true) }
        pages[index] = page
        return page
    }
}
