@testable import Mail

/// Writes stores for tests, from [MS-PST]: header, blocks, trees of pages. Checksums are zero, since they are not read.
struct StoreWriter {
    let layout: StoreLayout
    let cipher: StoreCipher
    private(set) var bytes = [UInt8](repeating: 0, count: 0x4800)
    private var blocks: [(id: UInt64, offset: Int, size: Int)] = []
    private var nodes: [StoreNode] = []
    private var nextBlock: UInt64 = 4

    /// How much of the data of a node goes into one block.
    var blockSize = 2000

    init(_ layout: StoreLayout, _ cipher: StoreCipher) {
        self.layout = layout
        self.cipher = cipher
    }

    func word(_ value: UInt64) -> [UInt8] { Little.bytes(value, layout.wordSize) }

    /// Whether blocks of the large layout are hidden first and then compressed; else the other way round.
    var compressesLast = true

    /// Writes a block. One that is free is in no tree. In the large layout it is compressed if that makes it shorter.
    mutating func block(_ data: [UInt8], isInternal: Bool = false, isFree: Bool = false) -> UInt64 {
        let id = nextBlock | (isInternal ? 2 : 0)
        nextBlock += 4
        var stored = data
        if !isInternal, compressesLast { encode(&stored, id) }
        if layout == .large { stored = Zlib.shorter(stored) ?? stored }
        if !isInternal, !compressesLast { encode(&stored, id) }
        bytes += [UInt8](repeating: 0, count: (layout.slotSize - bytes.count % layout.slotSize) % layout.slotSize)
        let offset = bytes.count
        let mixed = UInt32(truncatingIfNeeded: offset) ^ UInt32(truncatingIfNeeded: id)
        let signature = Little.two(Int(mixed >> 16 ^ mixed & 0xFFFF))
        var trailer = Little.two(stored.count) + signature
        trailer += layout == .narrow ? word(id) + Little.four(0) : Little.four(0) + word(id)
        if layout == .large { trailer += Little.two(0) + Little.two(data.count) + Little.four(0) }
        let padding = layout.blockSpan(stored.count) - stored.count - trailer.count
        bytes += stored + [UInt8](repeating: 0, count: padding) + trailer
        if !isFree { blocks.append((id, offset, stored.count)) }
        return id
    }

    private func encode(_ data: inout [UInt8], _ id: UInt64) {
        if cipher == .permute {
            data = data.map { StoreCipherTables.first[Int($0)] }
        } else {
            // The other cipher undoes itself.
            cipher.decode(&data, block: id)
        }
    }

    /// Writes the data of a node: one block, or a list of blocks, or a list of lists if `isDeep`.
    mutating func data(_ data: [UInt8], isDeep: Bool = false) -> UInt64 {
        guard data.count > blockSize else { return block(data) }
        var ids: [UInt64] = []
        var at = 0
        while at < data.count {
            ids.append(block(Array(data[at..<min(data.count, at + blockSize)])))
            at += blockSize
        }
        func list(_ level: UInt8, _ ids: [UInt64], _ size: Int) -> [UInt8] {
            [1, level] + Little.two(ids.count) + Little.four(size) + ids.flatMap { word($0) }
        }
        guard isDeep else { return block(list(1, ids, data.count), isInternal: true) }
        let half = ids.count / 2
        let first = block(list(1, Array(ids[..<half]), half * blockSize), isInternal: true)
        let second = block(list(1, Array(ids[half...]), data.count - half * blockSize), isInternal: true)
        return block(list(2, [first, second], data.count), isInternal: true)
    }

    /// Writes the block that lists subnodes; with a block above it if `isDeep`.
    mutating func subnodes(_ nodes: [StoreNode], isDeep: Bool = false) -> UInt64 {
        guard !nodes.isEmpty else { return 0 }
        let padding = layout == .narrow ? [] : Little.four(0)
        let entries = nodes.sorted { $0.id < $1.id }
        let words = entries.flatMap { word(UInt64($0.id)) + word($0.data) + word($0.subnodes) }
        let leaf = block([2, 0] + Little.two(nodes.count) + padding + words, isInternal: true)
        guard isDeep else { return leaf }
        return block([2, 1] + Little.two(1) + padding + word(UInt64(entries[0].id)) + word(leaf), isInternal: true)
    }

    mutating func node(_ node: StoreNode) { nodes.append(node) }

    /// Writes trees and header. The file cannot be added to afterwards.
    mutating func finish() -> [UInt8] {
        let leaves = blocks.sorted { $0.id & ~1 < $1.id & ~1 }.map { block -> (UInt64, [UInt8]) in
            let sizes = Little.two(block.size) + Little.two(2)
            let tail = layout == .narrow ? [] : Little.four(0)
            return (block.id & ~1, word(block.id & ~1 | block.id & 2) + word(UInt64(block.offset)) + sizes + tail)
        }
        let blockRoot = tree(0x80, leaves)
        let nodeLeaves = nodes.sorted { $0.id < $1.id }.map { node -> (UInt64, [UInt8]) in
            let parent = Little.four(Int(node.parent)) + (layout == .narrow ? [] : Little.four(0))
            return (UInt64(node.id), word(UInt64(node.id)) + word(node.data) + word(node.subnodes) + parent)
        }
        let nodeRoot = tree(0x81, nodeLeaves)
        let isNarrow = layout == .narrow
        put(0, Array("!BDN".utf8) + Little.four(0) + Array("SM".utf8))
        put(10, Little.two(layout == .narrow ? 14 : layout == .wide ? 23 : 36))
        put(isNarrow ? 188 : 224, word(UInt64(nodeRoot)))
        put(isNarrow ? 196 : 240, word(UInt64(blockRoot)))
        put(isNarrow ? 460 : 512, [0x80, UInt8(cipher.rawValue)])
        return bytes
    }

    private mutating func put(_ offset: Int, _ values: [UInt8]) {
        for (index, value) in values.enumerated() { bytes[offset + index] = value }
    }

    /// Writes a tree with few entries a page, so that it has levels. Returns the offset of its root.
    private mutating func tree(_ type: UInt8, _ leaves: [(key: UInt64, bytes: [UInt8])]) -> Int {
        var level: UInt8 = 0
        var entries = leaves
        while true {
            let perPage = 12
            var above: [(key: UInt64, bytes: [UInt8])] = []
            var offset = 0
            for first in stride(from: 0, to: max(1, entries.count), by: perPage) {
                let run = entries[first..<min(entries.count, first + perPage)]
                offset = page(type, level, run.map(\.bytes))
                above.append((run.first?.key ?? 0, word(run.first?.key ?? 0) + word(0) + word(UInt64(offset))))
            }
            if above.count == 1 { return offset }
            entries = above
            level += 1
        }
    }

    private mutating func page(_ type: UInt8, _ level: UInt8, _ entries: [[UInt8]]) -> Int {
        bytes += [UInt8](repeating: 0, count: (layout.pageSize - bytes.count % layout.pageSize) % layout.pageSize)
        let offset = bytes.count
        var page = entries.flatMap { $0 }
        page += [UInt8](repeating: 0, count: layout.entryCountOffset - page.count)
        let size = UInt8(entries.first?.count ?? 32)
        if layout == .large {
            page += Little.two(entries.count) + Little.two(12) + [size, level]
        } else {
            page += [UInt8(entries.count), 12, size, level]
        }
        page += [UInt8](repeating: 0, count: layout.pageTrailerOffset - page.count) + [type, type]
        bytes += page + [UInt8](repeating: 0, count: layout.pageSize - page.count)
        return offset
    }
}
