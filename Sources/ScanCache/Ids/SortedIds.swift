/// Ids of one length, one behind the other: ascending, each once.
struct SortedIds: Equatable, Sendable {
    /// Bytes of one id; at least 8.
    let idLength: Int

    /// `count * idLength` bytes.
    let bytes: [UInt8]

    var count: Int { bytes.count / idLength }

    static func none(idLength: Int) -> SortedIds { SortedIds(trusting: [], idLength: idLength) }

    private init(trusting bytes: [UInt8], idLength: Int) {
        self.bytes = bytes
        self.idLength = idLength
    }

    /// Takes what is sorted already; `nil` when it is not, or holds an id twice, or a part of one.
    ///
    /// Complexity: O(n)
    init?(validating bytes: [UInt8], idLength: Int) {
        guard bytes.count.isMultiple(of: idLength), Self.isAscending(bytes.span, idLength: idLength) else {
            return nil
        }
        self.init(trusting: bytes, idLength: idLength)
    }

    /// Sorts ids that come in any order and any number of times.
    ///
    /// Complexity: O(n log n)
    /// - Precondition: `bytes` holds whole ids.
    init(sorting bytes: [UInt8], idLength: Int) {
        precondition(bytes.count.isMultiple(of: idLength), "a part of an id")
        if Self.isAscending(bytes.span, idLength: idLength) {
            self.init(trusting: bytes, idLength: idLength)
            return
        }
        var keys: [SortKey] = []
        keys.reserveCapacity(bytes.count / idLength)
        let all = bytes.span
        for offset in stride(from: 0, to: bytes.count, by: idLength) {
            keys.append(SortKey(prefix: all.bigEndianWord(at: offset), offset: offset))
        }
        SortKey.sortRoughly(&keys)
        keys.sort { left, right in
            if left.prefix != right.prefix { return left.prefix < right.prefix }
            let all = bytes.span
            return IdOrder.compare(all, at: left.offset, all, at: right.offset, length: idLength) < 0
        }
        var sorted: [UInt8] = []
        sorted.reserveCapacity(bytes.count)
        var last: SortKey?
        for key in keys {
            if let last, last.prefix == key.prefix,
                IdOrder.compare(all, at: last.offset, all, at: key.offset, length: idLength) == 0
            {
                continue
            }
            sorted.append(contentsOf: bytes[key.offset..<key.offset + idLength])
            last = key
        }
        self.init(trusting: sorted, idLength: idLength)
    }

    /// What is in any of these, each id once.
    ///
    /// Complexity: O(n log k) for k lists. Lists that follow each other are only copied.
    /// - Precondition: all have ids of this length.
    static func union(of lists: [SortedIds], idLength: Int) -> SortedIds {
        // The two shortest are merged first, so a long list is copied once however many short ones there are.
        var waiting = chains(of: lists, idLength: idLength).sorted { $0.bytes.count > $1.bytes.count }
        while waiting.count > 1, let shortest = waiting.popLast(), let next = waiting.popLast() {
            let merged = SortedIds(trusting: IdMerge.union(shortest, next), idLength: idLength)
            let place = waiting.lastIndex { $0.bytes.count >= merged.bytes.count }
            waiting.insert(merged, at: place.map { $0 + 1 } ?? 0)
        }
        return waiting.first ?? none(idLength: idLength)
    }

    /// The same ids in fewer lists: those that follow each other without overlap become one.
    private static func chains(of lists: [SortedIds], idLength: Int) -> [SortedIds] {
        var chains: [[SortedIds]] = []
        let ascending = lists.filter { $0.count > 0 }.sorted { left, right in
            IdOrder.compare(left.bytes.span, at: 0, right.bytes.span, at: 0, length: idLength) < 0
        }
        for list in ascending {
            let place = chains.firstIndex { chain in
                guard let last = chain.last?.bytes else { return false }
                let end = last.count - idLength
                return IdOrder.compare(last.span, at: end, list.bytes.span, at: 0, length: idLength) < 0
            }
            if let place { chains[place].append(list) } else { chains.append([list]) }
        }
        return chains.map { chain in
            if chain.count == 1, let only = chain.first { return only }
            var joined: [UInt8] = []
            joined.reserveCapacity(chain.reduce(0) { $0 + $1.bytes.count })
            for list in chain { joined += list.bytes }
            return SortedIds(trusting: joined, idLength: idLength)
        }
    }

    /// What is not in `other`.
    ///
    /// Complexity: O(n + m)
    func subtracting(_ other: SortedIds) -> SortedIds {
        SortedIds(trusting: IdMerge.difference(self, other), idLength: idLength)
    }

    /// The same ids in lists of `maximum` ids each, and a shorter one at the end.
    ///
    /// Complexity: O(n)
    func pieces(of maximum: Int) -> [SortedIds] {
        stride(from: 0, to: bytes.count, by: maximum * idLength).map { start in
            let end = min(start + maximum * idLength, bytes.count)
            return SortedIds(trusting: Array(bytes[start..<end]), idLength: idLength)
        }
    }

    private static func isAscending(_ ids: Span<UInt8>, idLength: Int) -> Bool {
        stride(from: idLength, to: ids.count, by: idLength).allSatisfy { offset in
            IdOrder.compare(ids, at: offset - idLength, ids, at: offset, length: idLength) < 0
        }
    }
}
