/// A tree of records in a heap ([MS-PST] section 2.3.2).
enum StoreHeapTree {
    /// How many records, and how many items, are read at most.
    private static let mostRecords = 1 << 16

    /// The records of a tree, each a key and its data.
    ///
    /// - Parameter damage: Gets what could not be read; the records of other leaves are given still.
    /// - Throws: `.malformed` if there is no tree of such records.
    static func records(
        _ heap: StoreHeap, _ root: UInt32, keySize: Int, dataSize: Int, damage: inout [OutlookError]
    ) throws(OutlookError) -> [[UInt8]] {
        let header = try heap.item(root)
        guard header.word8(0) == 0xB5, header.word8(1) == keySize, header.word8(2) == dataSize,
            let levels = header.word8(3), levels < 16, let top = header.word32(4)
        else { throw OutlookError(.malformed, at: heap.offset) }
        var records: [[UInt8]] = []
        var open = [(item: UInt32(top), level: levels)]
        var itemsLeft = mostRecords
        while let (item, level) = open.popLast() {
            do throws(OutlookError) {
                itemsLeft -= 1
                guard itemsLeft > 0, records.count < mostRecords else {
                    damage.append(OutlookError(.tooLarge, at: heap.offset))
                    return records
                }
                let bytes = try heap.item(item)
                let size = keySize + (level == 0 ? dataSize : 4)
                var below: [(item: UInt32, level: Int)] = []
                for index in 0..<bytes.count / size {
                    if level == 0 {
                        records.append(Array(bytes[index * size..<(index + 1) * size]))
                    } else {
                        below.append((UInt32(bytes.word32(index * size + keySize) ?? 0), level - 1))
                    }
                }
                guard open.count + below.count <= mostRecords else { throw OutlookError(.tooLarge, at: heap.offset) }
                open.append(contentsOf: below.reversed())
            } catch {
                if error.isFinal { throw error }
                if damage.count < 16 { damage.append(error) }
            }
        }
        return records
    }
}
