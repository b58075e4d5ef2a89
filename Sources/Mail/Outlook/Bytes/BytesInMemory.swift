/// Bytes that were read already.
struct BytesInMemory: StoredBytes {
    let all: [UInt8]
    let offset: Int

    init(_ all: [UInt8], offset: Int) {
        self.all = all
        self.offset = offset
    }

    var count: Int { all.count }

    func bytes(from position: Int, limit: Int) -> [UInt8] {
        guard position >= 0, position < all.count, limit > 0 else { return [] }
        return Array(all[position..<position + min(limit, all.count - position)])
    }
}
