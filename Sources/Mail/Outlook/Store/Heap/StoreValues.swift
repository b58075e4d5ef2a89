/// Values of properties: in place, in the heap, or in a subnode ([MS-PST] section 2.3.3.2).
struct StoreValues {
    let file: StoreFile
    let heap: StoreHeap
    let subnodes: StoreSubnodes

    /// The value that four bytes stand for; `nil` if it is empty, or of no type that is kept.
    func value(type: Int, _ word: UInt32) throws(OutlookError) -> PropertyValue? {
        if let size = PropertyType.fixedSize(type) {
            if size <= 4 { return .number(size == 2 ? UInt64(word & 0xFFFF) : UInt64(word)) }
            return try heap.item(word).word64(0).map { .number($0) }
        }
        guard word != 0 else { return nil }
        switch type {
        case PropertyType.string, PropertyType.string8, PropertyType.binary: return .data(try data(word))
        case PropertyType.object:
            // The identifier of a subnode, and its size.
            guard let id = try heap.item(word).word32(0) else { throw OutlookError(.malformed, at: heap.offset) }
            return .data(try data(UInt32(id)))
        case PropertyType.isList | PropertyType.string, PropertyType.isList | PropertyType.string8,
            PropertyType.isList | PropertyType.binary:
            return .list(try list(try data(word)))
        default: return nil
        }
    }

    /// The subnode with the object that four bytes stand for.
    func object(_ word: UInt32) throws(OutlookError) -> StoreNode {
        guard let id = try heap.item(word).word32(0), let node = subnodes.nodes[UInt32(id)] else {
            throw OutlookError(.malformed, at: heap.offset)
        }
        return node
    }

    private func data(_ id: UInt32) throws(OutlookError) -> any StoredBytes {
        if id & 0x1F == 0 { return BytesInMemory(try heap.item(id), offset: heap.offset) }
        guard let node = subnodes.nodes[id] else { throw OutlookError(.malformed, at: heap.offset) }
        return try StoreData(file, node.data)
    }

    /// A list: the number of values, where each begins, and the values (section 2.3.3.4.2).
    private func list(_ data: any StoredBytes) throws(OutlookError) -> [any StoredBytes] {
        var cursor = StoredCursor(data)
        let count = try cursor.word32()
        guard count <= 1 << 16, 4 + 4 * count <= data.count else { throw OutlookError(.malformed, at: data.offset) }
        var starts: [Int] = []
        for _ in 0..<count { starts.append(try cursor.word32()) }
        starts.append(data.count)
        return (0..<count).map { index in
            BytesInRange(of: data, min(starts[index], starts[index + 1])..<max(starts[index], starts[index + 1]))
        }
    }
}
