/// The rows of a table ([MS-PST] section 2.3.4), each as properties.
struct StoreTable {
    private struct Column {
        let id: Int
        let type: Int
        let offset: Int
        let size: Int
        let bit: Int
    }

    private(set) var rows: [PropertyBag] = []

    /// Whether there are more rows than were asked for.
    private(set) var isCut = false

    /// - Parameters:
    ///   - limit: How many rows are read at most.
    ///   - kept: The columns that are read.
    /// - Throws: what is wrong with the table as a whole. A cell that cannot be read is damage of its row.
    init(_ file: StoreFile, _ node: StoreNode, limit: Int, keeping kept: Set<Int>, codePage: Int?) throws(OutlookError)
    {
        let heap = try StoreHeap(StoreData(file, node.data), .table, isLarge: file.layout == .large)
        let subnodes = StoreSubnodes(file, node.subnodes)
        let info = try heap.item(heap.root)
        guard info.word8(0) == 0x7C, let columnCount = info.word8(1), let bitmap = info.word16(6),
            let width = info.word16(8), width > 0, bitmap <= width, let rowsId = info.word32(14)
        else { throw OutlookError(.malformed, at: heap.offset) }
        var columns: [Column] = []
        for index in 0..<columnCount {
            let place = 22 + 8 * index
            guard let type = info.word16(place), let id = info.word16(place + 2), let offset = info.word16(place + 4),
                let size = info.word8(place + 6), let bit = info.word8(place + 7)
            else { throw OutlookError(.malformed, at: heap.offset) }
            columns.append(Column(id: id, type: type, offset: offset, size: size, bit: bit))
        }
        let values = StoreValues(file: file, heap: heap, subnodes: subnodes)
        let matrix = try Self.matrix(file, heap, subnodes, UInt32(rowsId))
        for block in 0..<matrix.count {
            let bytes = try matrix.block(block)
            // A row does not go on in the next block.
            for row in 0..<bytes.count / width {
                guard rows.count < limit else {
                    isCut = true
                    return
                }
                let cells = Array(bytes[row * width..<(row + 1) * width])
                rows.append(Self.row(cells, columns, bitmap: bitmap, values, keeping: kept, codePage: codePage))
            }
        }
        for error in subnodes.damage where !rows.isEmpty { rows[0].damage.append(error) }
    }

    private struct Matrix {
        let count: Int
        let block: (Int) throws(OutlookError) -> [UInt8]
    }

    private static func matrix(
        _ file: StoreFile, _ heap: StoreHeap, _ subnodes: StoreSubnodes, _ id: UInt32
    ) throws(OutlookError) -> Matrix {
        if id & 0x1F == 0 {
            let bytes = try heap.item(id)
            return Matrix(count: 1) { _ in bytes }
        }
        guard let node = subnodes.nodes[id] else { throw OutlookError(.malformed, at: heap.offset) }
        let data = try StoreData(file, node.data)
        return Matrix(count: data.blockCount) { index throws(OutlookError) in try data.block(index) }
    }

    private static func row(
        _ cells: [UInt8], _ columns: [Column], bitmap: Int, _ values: StoreValues, keeping kept: Set<Int>,
        codePage: Int?
    ) -> PropertyBag {
        var bag = PropertyBag(keeping: kept)
        bag.codePage = codePage
        for column in columns where bag.keeps(column.id) {
            guard let bits = cells.word8(bitmap + column.bit / 8), bits >> (7 - column.bit % 8) & 1 == 1 else {
                continue
            }
            do throws(OutlookError) {
                if column.size == 8, PropertyType.fixedSize(column.type) == 8 {
                    if let number = cells.word64(column.offset) {
                        bag.set(column.id, type: column.type, .number(number))
                    }
                    continue
                }
                let word =
                    switch column.size {
                    case 1: cells.word8(column.offset)
                    case 2: cells.word16(column.offset)
                    default: cells.word32(column.offset)
                    }
                if let word, let value = try values.value(type: column.type, UInt32(word)) {
                    bag.set(column.id, type: column.type, value)
                }
            } catch {
                if bag.damage.count < 4 { bag.damage.append(error) }
            }
        }
        return bag
    }
}
