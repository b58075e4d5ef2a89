/// Two sorted lists in one pass. What comes from one list in one piece is copied in one piece.
enum IdMerge {
    /// The ids that are in one of the lists, or in both.
    static func union(_ left: SortedIds, _ right: SortedIds) -> [UInt8] {
        precondition(left.idLength == right.idLength, "ids of two lengths")
        var merged: [UInt8] = []
        merged.reserveCapacity(left.bytes.count + right.bytes.count)
        walk(left, right) { run, isLeft in
            merged.append(contentsOf: isLeft ? left.bytes[run] : right.bytes[run])
        }
        return merged
    }

    /// The ids of `left` that are not in `right`.
    static func difference(_ left: SortedIds, _ right: SortedIds) -> [UInt8] {
        precondition(left.idLength == right.idLength, "ids of two lengths")
        var rest: [UInt8] = []
        walk(left, right, keepsShared: false) { run, isLeft in
            if isLeft { rest.append(contentsOf: left.bytes[run]) }
        }
        return rest
    }

    /// Calls `body` with each run of bytes of one list, in ascending order of ids. An id that both lists have comes
    /// from the left, or not at all.
    private static func walk(
        _ left: SortedIds, _ right: SortedIds, keepsShared: Bool = true, _ body: (Range<Int>, _ isLeft: Bool) -> Void
    ) {
        let length = left.idLength
        let (first, second) = (left.bytes.span, right.bytes.span)
        var (i, j) = (0, 0)
        while i < first.count, j < second.count {
            let order = IdOrder.compare(first, at: i, second, at: j, length: length)
            if order < 0 {
                let end = end(of: first, from: i, before: second, at: j, length: length)
                body(i..<end, true)
                i = end
            } else if order > 0 {
                let end = end(of: second, from: j, before: first, at: i, length: length)
                body(j..<end, false)
                j = end
            } else {
                if keepsShared { body(i..<i + length, true) }
                i += length
                j += length
            }
        }
        if i < first.count { body(i..<first.count, true) }
        if j < second.count { body(j..<second.count, false) }
    }

    /// Where the run of ids that are below the id at `limit` of `other` ends; the one at `start` is below it.
    ///
    /// The steps are doubled, then halved: a list that lies in front of the other is passed in a few of them.
    private static func end(
        of ids: Span<UInt8>, from start: Int, before other: Span<UInt8>, at limit: Int, length: Int
    ) -> Int {
        let total = ids.count / length
        var low = start / length
        var step = 1
        while low + step < total, IdOrder.compare(ids, at: (low + step) * length, other, at: limit, length: length) < 0
        {
            low += step
            step *= 2
        }
        var high = min(low + step, total)
        while low + 1 < high {
            let middle = low + (high - low) / 2
            if IdOrder.compare(ids, at: middle * length, other, at: limit, length: length) < 0 {
                low = middle
            } else {
                high = middle
            }
        }
        return high * length
    }
}
