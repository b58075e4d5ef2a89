@testable import Mail

extension StoreWriter {
    /// Writes blocks that are the data of a node, whatever their sizes are.
    mutating func data(blocks: [[UInt8]]) -> UInt64 {
        if blocks.count == 1 { return block(blocks[0]) }
        let ids = blocks.map { block($0) }
        let size = blocks.reduce(0) { $0 + $1.count }
        let list = [1, 1] + Little.two(ids.count) + Little.four(size) + ids.flatMap { word($0) }
        return block(list, isInternal: true)
    }

    /// Writes a property context: values above 3000 bytes are in subnodes.
    mutating func properties(
        _ id: UInt32, parent: UInt32 = 0, numbers: [Int: Int] = [:], values: [(Int, [UInt8])] = [],
        object: StoreNode? = nil, subnodes: [StoreNode] = [], isDeep: Bool = false
    ) -> StoreNode {
        var heap = StoreHeapWriter(.properties, isLarge: layout == .large)
        // The header of the tree is item 1 of the first page, written when its root is known.
        var records: [(tag: Int, word: Int)] = []
        var nodes = subnodes
        var items: [(tag: Int, bytes: [UInt8])] = values
        for (tag, number) in numbers {
            if PropertyType.fixedSize(tag & 0xFFFF) == 8 {
                items.append((tag, Little.eight(number)))
            } else {
                records.append((tag, number))
            }
        }
        if let object {
            items.append((0x3701_000D, Little.four(Int(object.id)) + Little.four(100)))
            nodes.append(object)
        }
        let headerPlace = heap.add([UInt8](repeating: 0xB5, count: 8))
        for (tag, bytes) in items {
            guard bytes.count > 3000 else {
                records.append((tag, Int(heap.add(bytes))))
                continue
            }
            let subnode = UInt32(0x1F + 0x20 * (nodes.count + 0x100))
            nodes.append(StoreNode(id: subnode, data: data(bytes, isDeep: isDeep), subnodes: 0, parent: 0))
            records.append((tag, Int(subnode)))
        }
        records.sort { $0.tag >> 16 < $1.tag >> 16 }
        // Two leaves and one level above them.
        let half = records.count / 2
        func leaf(_ run: ArraySlice<(tag: Int, word: Int)>) -> [UInt8] {
            run.flatMap { Little.two($0.tag >> 16) + Little.two($0.tag & 0xFFFF) + Little.four($0.word) }
        }
        let first = heap.add(leaf(records[..<half]))
        let second = heap.add(leaf(records[half...]))
        var index: [UInt8] = []
        if first != 0 { index += Little.two(records[0].tag >> 16) + Little.four(Int(first)) }
        if second != 0 { index += Little.two(records[half].tag >> 16) + Little.four(Int(second)) }
        let top = heap.add(index)
        var blocks = heap.blocks(root: headerPlace)
        let header = [0xB5, 2, 6, 1] + Little.four(Int(top))
        blocks[0].replaceSubrange(12..<20, with: header)
        return StoreNode(
            id: id, data: data(blocks: blocks), subnodes: self.subnodes(nodes, isDeep: isDeep), parent: parent)
    }

    /// Writes a table of recipients: type, name, address. The rows are in a subnode if `isLong`.
    mutating func recipients(_ rows: [(type: Int, name: String, address: String)], isLong: Bool) -> StoreNode {
        var heap = StoreHeapWriter(.table, isLarge: layout == .large, perPage: 12)
        let columns = [(0x0C15_0003, 8), (0x3001_001F, 12), (0x39FE_001F, 16), (0x67F2_0003, 0), (0x67F3_0003, 4)]
        let info = heap.add([UInt8](repeating: 0, count: 22 + 8 * columns.count))
        var matrix: [UInt8] = []
        for (index, row) in rows.enumerated() {
            matrix += Little.four(index) + Little.four(0) + Little.four(row.type)
            matrix += Little.four(Int(heap.add(Little.utf16(row.name))))
            matrix += Little.four(Int(heap.add(Little.utf16(row.address))))
            matrix += [row.address.isEmpty ? 0b1101_1000 : 0b1111_1000]
        }
        var nodes: [StoreNode] = []
        var rowsId = 0x3F
        if isLong {
            nodes.append(StoreNode(id: 0x3F, data: data(matrix), subnodes: 0, parent: 0))
        } else {
            rowsId = Int(heap.add(matrix))
        }
        var table: [UInt8] = [0x7C, UInt8(columns.count)]
        table += Little.two(20) + Little.two(20) + Little.two(20) + Little.two(21)
        table += Little.four(0) + Little.four(rowsId) + Little.four(0)
        for (index, column) in columns.enumerated() {
            table += Little.four(column.0) + Little.two(column.1) + [4, UInt8(index)]
        }
        var blocks = heap.blocks(root: info)
        blocks[0].replaceSubrange(12..<12 + table.count, with: table)
        return StoreNode(
            id: StoreNodeType.recipientTable, data: data(blocks: blocks), subnodes: subnodes(nodes), parent: 0)
    }
}
