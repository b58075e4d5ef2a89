/// The sets of rules that the cache knows something about. To be used in a transaction.
struct RuleSetTable {
    /// How many are kept: the ones that were used last. Different options, or two versions of the program that run
    /// side by side, are different sets.
    static let kept = 4

    let connection: Connection

    /// The number of a set; `nil` when it is not known. `isNewest`: no other was used later.
    func find(_ key: SegmentKey) throws(ScanCacheError) -> (number: Int64, isNewest: Bool)? {
        let rows = try connection.prepare("SELECT number, rules, id_length FROM rule_sets ORDER BY used DESC")
        var isNewest = true
        while try rows.step() {
            guard let number = rows.integer(0), let rules = rows.bytes(1), let idLength = rows.integer(2) else {
                throw .damaged
            }
            if rules == key.rules, idLength == Int64(key.idLength) { return (number, isNewest) }
            isNewest = false
        }
        return nil
    }

    /// The number of a set, which becomes the one that was used last. Those that have not been used for long are
    /// forgotten, with all their segments.
    func use(_ key: SegmentKey) throws(ScanCacheError) -> Int64 {
        let known = try find(key)
        if let known, known.isNewest { return known.number }
        let latest = try connection.number("SELECT coalesce(max(used), 0) FROM rule_sets")
        guard latest < Int64.max else { throw .damaged }

        if let known {
            let update = try connection.prepare("UPDATE rule_sets SET used = ?2 WHERE number = ?1")
            try update.bind(1, known.number)
            try update.bind(2, latest + 1)
            while try update.step() {}
        } else {
            let insert = try connection.prepare("INSERT INTO rule_sets (rules, id_length, used) VALUES (?1, ?2, ?3)")
            try insert.bind(1, key.rules)
            try insert.bind(2, Int64(key.idLength))
            try insert.bind(3, latest + 1)
            while try insert.step() {}
        }
        let newest = "(SELECT number FROM rule_sets ORDER BY used DESC LIMIT \(Self.kept))"
        try connection.execute("DELETE FROM segments WHERE rule_set NOT IN \(newest)")
        try connection.execute("DELETE FROM rule_sets WHERE number NOT IN \(newest)")
        guard let used = try find(key) else { throw .damaged }
        return used.number
    }
}
