/// The data of a node: one block, or a tree of blocks ([MS-PST] section 2.2.2.8.3.2).
final class StoreData: StoredBytes {
    /// How many blocks are listed: 16 MiB of identifiers, for 16 GiB of data and more.
    private static let mostBlocks = 1 << 21

    private let file: StoreFile

    /// The blocks with data, in order.
    private let blocks: [UInt64]
    let count: Int
    let offset: Int

    /// Where reading stands: the block in hand, and how many bytes are in front of it.
    private var index = 0
    private var start = 0
    private var inHand: (index: Int, bytes: [UInt8])?

    /// - Throws: what is wrong with the first block, or with the lists of blocks.
    init(_ file: StoreFile, _ id: UInt64) throws(OutlookError) {
        self.file = file
        let first = try file.block(id)
        offset = first.offset
        guard first.isInternal else {
            blocks = [id]
            count = first.inflatedSize
            return
        }
        let top = try StoreBlockList(file.bytes(of: first), file.layout, at: first.offset)
        count = top.totalSize
        guard top.level == 2 else {
            blocks = top.blocks
            return
        }
        var all: [UInt64] = []
        for list in top.blocks {
            let block = try file.block(list)
            let inner = try StoreBlockList(file.bytes(of: block), file.layout, at: block.offset)
            guard inner.level == 1 else { throw OutlookError(.malformed, at: block.offset) }
            guard all.count + inner.blocks.count <= Self.mostBlocks else {
                throw OutlookError(.tooLarge, at: block.offset)
            }
            all.append(contentsOf: inner.blocks)
        }
        blocks = all
    }

    var blockCount: Int { blocks.count }

    /// The bytes of one of the blocks.
    func block(_ index: Int) throws(OutlookError) -> [UInt8] {
        guard index >= 0, index < blocks.count else { throw OutlookError(.malformed, at: offset) }
        if let inHand, inHand.index == index { return inHand.bytes }
        let block = try file.block(blocks[index])
        guard !block.isInternal else { throw OutlookError(.cyclic, at: block.offset) }
        let bytes = try file.bytes(of: block)
        inHand = (index, bytes)
        return bytes
    }

    func bytes(from position: Int, limit: Int) throws(OutlookError) -> [UInt8] {
        guard position >= 0, position < count, limit > 0 else { return [] }
        if position < start { (index, start) = (0, 0) }
        while index < blocks.count {
            let bytes = try block(index)
            if position - start < bytes.count {
                let from = position - start
                return Array(bytes[from..<min(bytes.count, from + min(limit, count - position))])
            }
            start += bytes.count
            index += 1
        }
        throw OutlookError(.truncated, at: offset)
    }
}
