/// Bytes somewhere in a file, read piece by piece.
protocol StoredBytes {
    /// How many there are, as the file says: they may end before.
    var count: Int { get }

    /// The best known offset in the file of the first of them.
    var offset: Int { get }

    /// Bytes from `position` on: at least one, and at most `limit`, as long as `position` is below `count`; none at
    /// the end.
    func bytes(from position: Int, limit: Int) throws(OutlookError) -> [UInt8]
}

extension StoredBytes {
    /// The first bytes, `limit` of them or as many as there are.
    func leadingBytes(limit: Int) throws(OutlookError) -> [UInt8] {
        let wanted = min(count, limit)
        var all: [UInt8] = []
        while all.count < wanted {
            let piece = try bytes(from: all.count, limit: min(wanted - all.count, 1 << 16))
            if piece.isEmpty { break }
            if all.isEmpty { all = piece } else { all.append(contentsOf: piece) }
        }
        return all
    }
}
