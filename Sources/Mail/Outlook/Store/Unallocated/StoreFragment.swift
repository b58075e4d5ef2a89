/// Bytes in unused space of a store: blocks beside each other, or bytes of no known block.
final class StoreFragment: StoredBytes {
    private let file: StoreFile
    private let blocks: [StoreBlock]
    private let isLoose: Bool
    let count: Int
    let offset: Int
    private var index = 0
    private var start = 0
    private var inHand: (index: Int, bytes: [UInt8])?

    init(_ file: StoreFile, blocks: [StoreBlock]) {
        self.file = file
        self.blocks = blocks
        isLoose = false
        count = blocks.reduce(0) { $0 + $1.inflatedSize }
        offset = blocks.first?.offset ?? 0
    }

    /// - Parameter bytes: Offsets of the file.
    init(_ file: StoreFile, bytes: Range<Int>) {
        self.file = file
        isLoose = true
        count = bytes.count
        offset = bytes.lowerBound
        blocks = []
    }

    func bytes(from position: Int, limit: Int) throws(OutlookError) -> [UInt8] {
        guard position >= 0, position < count, limit > 0 else { return [] }
        if isLoose { return try looseBytes(from: position, limit: limit) }
        if position < start { (index, start) = (0, 0) }
        while index < blocks.count {
            let bytes = try block(index)
            if position - start < bytes.count {
                let from = position - start
                return Array(bytes[from..<min(bytes.count, from + limit)])
            }
            start += bytes.count
            index += 1
        }
        return []
    }

    /// A substitution of bytes needs no block to be undone. The other cipher does, so such bytes stay as they are. And
    /// space that was never used is zero: it is no hidden text.
    private func looseBytes(from position: Int, limit: Int) throws(OutlookError) -> [UInt8] {
        var bytes = try file.source.bytes(from: offset + position, limit: min(limit, count - position, 1 << 16))
        guard file.header.cipher == .permute, bytes.contains(where: { $0 != 0 }) else { return bytes }
        var decoded = bytes
        file.header.cipher.decode(&decoded, block: 0)
        // Runs of zeros stay: the substitution of zero is a letter.
        var run = 0
        for at in 0...bytes.count {
            if at < bytes.count, bytes[at] == 0 {
                run += 1
            } else {
                if run >= 16 { for place in at - run..<at { decoded[place] = 0 } }
                run = 0
            }
        }
        bytes = decoded
        return bytes
    }

    private func block(_ index: Int) throws(OutlookError) -> [UInt8] {
        if let inHand, inHand.index == index { return inHand.bytes }
        let bytes: [UInt8]
        do throws(OutlookError) {
            bytes = try file.bytes(of: blocks[index])
        } catch {
            // It was compressed, and its size or data is wrong: as it stands is better than nothing.
            if error.isFinal || error.reason == .unreadable { throw error }
            bytes = try file.source.bytes(at: blocks[index].offset, count: blocks[index].size)
        }
        inHand = (index, bytes)
        return bytes
    }
}
