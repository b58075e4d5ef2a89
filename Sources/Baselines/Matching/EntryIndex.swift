/// Finds entries by what they stand for.
struct EntryIndex {
    private struct Key: Hashable {
        let rule: String
        let fingerprint: String
    }

    /// Positions in the baseline's list.
    private var positions: [Key: [Int]] = [:]

    /// The rules of entries whose fingerprint went through scrypt.
    private var rulesWithScrypt: Set<String> = []

    init(_ entries: [Baseline.Entry]) {
        for (position, entry) in entries.enumerated() { insert(entry, at: position) }
    }

    mutating func insert(_ entry: Baseline.Entry, at position: Int) {
        positions[Key(rule: entry.rule, fingerprint: entry.fingerprint), default: []].append(position)
        if FingerprintKind.scrypt.made(entry.fingerprint) { rulesWithScrypt.insert(entry.rule) }
    }

    func positions(rule: String, fingerprint: String) -> [Int] {
        positions[Key(rule: rule, fingerprint: fingerprint)] ?? []
    }

    func hasScrypt(rule: String) -> Bool { rulesWithScrypt.contains(rule) }
}
