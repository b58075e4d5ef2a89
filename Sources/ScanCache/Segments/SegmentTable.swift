/// The segments of one set of rules: rows that hold sorted ids. To be used in a transaction.
///
/// Each addition is a row. Too many short ones are merged; one that is full is never written again, so what a run
/// writes depends on what is new and not on what is there.
struct SegmentTable {
    /// Bytes of ids in one row, at most.
    static let largestSegment = 4 << 20

    /// How many rows that are not full may stand beside each other.
    static let mostOpenSegments = 16

    let connection: Connection
    let ruleSet: Int64
    let key: SegmentKey

    private var idsOfFullSegment: Int { Self.largestSegment / key.idLength }

    /// In bytes.
    private var fullSegment: Int { idsOfFullSegment * key.idLength }

    /// The segments that were added after the row of this number.
    func segments(after number: Int64) throws(ScanCacheError) -> SegmentList {
        try read(where: "number > ?2", number)
    }

    /// The number of the row that was added last, or 0.
    func lastNumber() throws(ScanCacheError) -> Int64 {
        let row = try connection.prepare("SELECT coalesce(max(number), 0) FROM segments WHERE rule_set = ?1")
        try row.bind(1, ruleSet)
        guard try row.step(), let number = row.integer(0) else { throw .damaged }
        return number
    }

    /// Adds rows for these ids.
    func insert(_ ids: SortedIds) throws(ScanCacheError) {
        for piece in ids.pieces(of: idsOfFullSegment) {
            let insert = try connection.prepare("INSERT INTO segments (rule_set, checksum, ids) VALUES (?1, ?2, ?3)")
            try insert.bind(1, ruleSet)
            try insert.bind(2, key.checksum(of: piece.bytes))
            try insert.bind(3, piece.bytes)
            while try insert.step() {}
        }
    }

    func delete(_ numbers: [Int64]) throws(ScanCacheError) {
        for number in numbers {
            let delete = try connection.prepare("DELETE FROM segments WHERE number = ?1")
            try delete.bind(1, number)
            while try delete.step() {}
        }
    }

    /// Makes few rows of many, if there are too many.
    func mergeOpenSegments() throws(ScanCacheError) {
        let count = try connection.prepare("SELECT count(*) FROM segments WHERE rule_set = ?1 AND length(ids) < ?2")
        try count.bind(1, ruleSet)
        try count.bind(2, Int64(fullSegment))
        guard try count.step(), let number = count.integer(0) else { throw .damaged }
        guard number > Self.mostOpenSegments else { return }

        let open = try read(where: "length(ids) < ?2", Int64(fullSegment))
        // In this order no number is given twice: others ask for what came after the last one that they know.
        try insert(open.union(idLength: key.idLength))
        try delete(open.numbers)
    }

    private func read(where condition: String, _ value: Int64) throws(ScanCacheError) -> SegmentList {
        let rows = try connection.prepare(
            "SELECT number, checksum, ids FROM segments WHERE rule_set = ?1 AND \(condition) ORDER BY number")
        try rows.bind(1, ruleSet)
        try rows.bind(2, value)
        // A file that was tampered with could give the same bytes again and again, or ids one by one: it would take
        // more memory than it is long, or hours to merge.
        let fileSize = try connection.number("PRAGMA page_count") * connection.number("PRAGMA page_size")
        var room = min(fileSize, Int64(KnownObjects.mostIds * key.idLength))
        var openSegments = 0
        var list = SegmentList()
        while try rows.step() {
            guard let number = rows.integer(0) else { throw .damaged }
            let bytes = rows.bytes(2) ?? []
            room -= Int64(bytes.count)
            if bytes.count < fullSegment { openSegments += 1 }
            guard room >= 0, openSegments <= Self.mostOpenSegments + 1 else { throw .damaged }
            if !bytes.isEmpty, bytes.count <= fullSegment, rows.integer(1) == key.checksum(of: bytes),
                let ids = SortedIds(validating: bytes, idLength: key.idLength)
            {
                list.intact.append((number, ids))
            } else {
                list.damaged.append(number)
            }
        }
        return list
    }
}
