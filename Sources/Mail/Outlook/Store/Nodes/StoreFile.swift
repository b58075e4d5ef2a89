/// A store: its header, its two trees, and its blocks ([MS-PST] section 2.2).
final class StoreFile {
    typealias Inflating = (Span<UInt8>, Int) -> [UInt8]?

    /// How many pages are kept: the upper levels of the trees are needed all the time.
    private static let mostKeptPages = 256

    let source: SourceBytes
    let header: StoreHeader
    private let inflate: Inflating?
    private var kept: [Int: StorePage] = [:]

    var layout: StoreLayout { header.layout }

    init(_ source: SourceBytes, inflate: Inflating?) throws(OutlookError) {
        self.source = source
        self.inflate = inflate
        header = try StoreHeader(try source.leadingBytes(limit: StoreHeader.size))
    }

    /// The page at an offset.
    func page(_ tree: StorePage.Tree, at offset: UInt64) throws(OutlookError) -> StorePage {
        let place = Self.place(offset)
        if let page = kept[place] { return page }
        let page = try StorePage(source.bytes(at: place, count: layout.pageSize), of: tree, layout, at: place)
        if kept.count >= Self.mostKeptPages { kept.removeAll(keepingCapacity: true) }
        kept[place] = page
        return page
    }

    /// The block with an identifier.
    ///
    /// - Throws: `.malformed` if the tree has none, or what is wrong with the tree.
    func block(_ id: UInt64) throws(OutlookError) -> StoreBlock {
        let key = id & ~1
        guard let (page, entry) = try leaf(.blocks, from: header.blockRoot, key: key) else {
            throw OutlookError(.malformed, at: Self.place(header.blockRoot))
        }
        let block = block(page, entry)
        return layout == .large ? withTrailer(block) : block
    }

    /// The block with the inflated size that its trailer tells.
    private func withTrailer(_ block: StoreBlock) -> StoreBlock {
        let end = block.offset + layout.blockSpan(block.size)
        let size = layout.blockTrailerSize
        guard let trailer = try? source.bytes(at: end - size, count: size),
            let id = trailer.word64(8), id & ~1 == block.id & ~1, let inflated = trailer.word16(18)
        else { return block }
        return StoreBlock(
            id: block.id, offset: block.offset, size: block.size,
            inflatedSize: inflated == 0 ? block.size : inflated)
    }

    /// The block that an entry of a leaf tells of.
    func block(_ page: StorePage, _ entry: Int) -> StoreBlock {
        let size = page.half(at: layout.wordSize * 2, of: entry)
        return StoreBlock(
            id: page.word(0, of: entry), offset: Self.place(page.word(1, of: entry)), size: size, inflatedSize: size)
    }

    /// The node with an identifier; `nil` if there is none.
    func node(_ id: UInt32) throws(OutlookError) -> StoreNode? {
        guard let (page, entry) = try leaf(.nodes, from: header.nodeRoot, key: UInt64(id)) else { return nil }
        return node(page, entry)
    }

    /// The node that an entry of a leaf tells of.
    func node(_ page: StorePage, _ entry: Int) -> StoreNode {
        StoreNode(
            id: UInt32(truncatingIfNeeded: page.word(0, of: entry)), data: page.word(1, of: entry),
            subnodes: page.word(2, of: entry), parent: UInt32(truncatingIfNeeded: page.word(3, of: entry)))
    }

    /// The bytes of a block, as they were before they were hidden and compressed.
    func bytes(of block: StoreBlock) throws(OutlookError) -> [UInt8] {
        var bytes = try source.bytes(at: block.offset, count: block.size)
        if block.inflatedSize == block.size {
            if !block.isInternal { header.cipher.decode(&bytes, block: block.id) }
            return bytes
        }
        guard let inflate else { throw OutlookError(.unsupported, at: block.offset) }
        if var inflated = inflate(bytes.span, block.inflatedSize) {
            if !block.isInternal { header.cipher.decode(&inflated, block: block.id) }
            return inflated
        }
        header.cipher.decode(&bytes, block: block.id)
        guard let inflated = inflate(bytes.span, block.inflatedSize) else {
            throw OutlookError(.malformed, at: block.offset)
        }
        return inflated
    }

    /// An offset of the file; one that no file can have becomes the largest.
    static func place(_ offset: UInt64) -> Int { Int(min(offset, UInt64(Int.max / 4))) }

    /// The entry of a leaf with a key, and its page. Levels must go down by one, so the way down ends.
    ///
    /// Bit 0 of a block's identifier, and the upper half of a node's, do not count.
    private func leaf(
        _ tree: StorePage.Tree, from root: UInt64, key: UInt64
    ) throws(OutlookError) -> (StorePage, Int)? {
        let bound = tree == .blocks ? key | 1 : key
        let mask: UInt64 = tree == .blocks ? ~1 : 0xFFFF_FFFF
        var page = try page(tree, at: root)
        while page.level > 0 {
            guard let entry = page.lastEntry(upTo: bound) else { return nil }
            let offset = page.word(2, of: entry)
            let below = try self.page(tree, at: offset)
            guard below.level == page.level - 1 else { throw OutlookError(.malformed, at: Self.place(offset)) }
            page = below
        }
        guard let entry = page.lastEntry(upTo: bound), page.word(0, of: entry) & mask == key else { return nil }
        return (page, entry)
    }
}
