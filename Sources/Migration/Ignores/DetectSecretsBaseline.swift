import Rules

/// The entries of a baseline of detect-secrets that are left alone.
struct DetectSecretsBaseline: Sendable {
    private struct Key: Hashable {
        let path: [UInt8]
        /// SHA-1 of the secret.
        let hash: [UInt8]
    }

    /// What each entry is, such as "a 'Secret Keyword'".
    private(set) var reasons: [String] = []
    private(set) var notes: [String] = []
    private var entries: [Key: Int] = [:]

    init() {}

    init(parsing text: ArraySlice<UInt8>) throws(MigrationError) {
        let probe = try JSONText.value(ReportProbe.self, in: text)
        let isBaseline = probe.keys.contains("results") && !probe.keys.isDisjoint(with: ["plugins_used", "version"])
        guard isBaseline else {
            throw MigrationError(.unknownFormat(known: "a .gitleaksignore and a baseline of detect-secrets"))
        }
        var audited = 0
        var damaged = 0
        for (file, entry) in try JSONText.value(DetectSecretsReport.self, in: text).entries {
            if entry.isSecret == true {
                audited += 1
                continue
            }
            guard let hash = entry.hashedSecret.flatMap(Self.bytes), hash.count == 20 else {
                damaged += 1
                continue
            }
            let key = Key(path: ForeignPath.normalized(Array(file.utf8)), hash: hash)
            if entries[key] == nil { entries[key] = reasons.count }
            reasons.append("a '\(entry.type ?? "secret")'")
        }
        if audited > 0 {
            notes.append("entries that an audit calls secrets ('is_secret') are not taken over: \(audited)")
        }
        if damaged > 0 { notes.append("entries without a SHA-1 ('hashed_secret') are not taken over: \(damaged)") }
    }

    func entry(path: [UInt8], hash: [UInt8]) -> Int? { entries[Key(path: path, hash: hash)] }

    private static func bytes(_ digits: String) -> [UInt8]? {
        let values = digits.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
        guard values.count % 2 == 0, values.allSatisfy({ $0 != nil }) else { return nil }
        let nibbles = values.compactMap { $0 }
        return stride(from: 0, to: nibbles.count, by: 2).map { UInt8(nibbles[$0] << 4 | nibbles[$0 + 1]) }
    }
}
