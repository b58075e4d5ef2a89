/// The properties of a node ([MS-PST] section 2.3.3).
struct StorePropertyContext {
    private(set) var bag = PropertyBag()
    let subnodes: StoreSubnodes
    let offset: Int

    /// The node with an attached object; `nil` if there is none.
    private(set) var object: StoreNode?

    /// - Throws: what is wrong with the node as a whole. A property that cannot be read is damage of the bag.
    init(_ file: StoreFile, _ node: StoreNode) throws(OutlookError) {
        let heap = try StoreHeap(StoreData(file, node.data), .properties, isLarge: file.layout == .large)
        let subnodes = StoreSubnodes(file, node.subnodes)
        var damage = subnodes.damage
        let values = StoreValues(file: file, heap: heap, subnodes: subnodes)
        let records = try StoreHeapTree.records(heap, heap.root, keySize: 2, dataSize: 6, damage: &damage)
        for record in records {
            guard let id = record.word16(0), let type = record.word16(2), let word = record.word32(4) else { continue }
            do throws(OutlookError) {
                if let value = try values.value(type: type, UInt32(word)) { bag.set(id, type: type, value) }
                if id == PropertyId.attachmentData, type == PropertyType.object {
                    object = try values.object(UInt32(word))
                }
            } catch {
                if error.isFinal { throw error }
                if damage.count < 16 { damage.append(error) }
            }
        }
        bag.codePage = bag.number(PropertyId.messageCodePage).map { Int(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
        bag.damage = damage
        self.subnodes = subnodes
        offset = heap.offset
    }
}
