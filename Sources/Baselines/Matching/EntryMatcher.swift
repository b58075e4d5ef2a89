import Blobs
import Findings

/// Finds the entries that stand for a finding, for one run.
struct EntryMatcher {
    private let key: BaselineKey
    private let keyIsInside: Bool
    private let scrypt: ScryptFingerprints
    private let limit: Int

    /// The weak secrets that scrypt was asked about, by their keyed fingerprints.
    private var tried: Set<String> = []

    /// How many findings were not looked up, because `limit` was reached or memory was short.
    private(set) var untriedCount = 0

    /// - Parameter limit: the most weak secrets that scrypt is asked about.
    init(key: BaselineKey, keyIsInside: Bool, scrypt: ScryptFingerprints, limit: Int) {
        self.key = key
        self.keyIsInside = keyIsInside
        self.scrypt = scrypt
        self.limit = limit
    }

    /// Positions of the entries that have the finding's rule and secret, and in whose scope it is, expired ones too.
    mutating func positions(of finding: Finding, in entries: [Baseline.Entry], by index: EntryIndex) -> [Int] {
        let rule = finding.rule.id
        let keyed = key.fingerprint(of: finding.secret, ruleID: rule)
        var positions = index.positions(rule: rule, fingerprint: keyed)
        // Without such an entry of its rule, no answer of scrypt could be among the entries: it need not be asked.
        if index.hasScrypt(rule: rule), Self.strength(of: finding) < SecretStrength.doubtful {
            if let dear = scryptFingerprint(of: keyed, rule: rule) {
                positions += index.positions(rule: rule, fingerprint: dear)
            } else if positions.isEmpty {
                untriedCount += 1
            }
        }
        let paths = Self.paths(of: finding)
        return positions.filter { position in
            let scope = entries[position].scope
            return scope.isEmpty || PathScope(scope).holds(forAnyOf: paths)
        }
    }

    /// The fingerprint of a new entry; `nil` if the secret is weak and cannot be put through scrypt any more.
    mutating func newFingerprint(of finding: Finding) -> String? {
        let keyed = key.fingerprint(of: finding.secret, ruleID: finding.rule.id)
        let isGuessable = keyIsInside && Self.strength(of: finding) < SecretStrength.weak
        return isGuessable ? scryptFingerprint(of: keyed, rule: finding.rule.id) : keyed
    }

    /// Every path that the finding is known under.
    static func paths(of finding: Finding) -> [RawPath] {
        let all = [finding.provenance.path] + (finding.history?.otherPaths ?? [])
        return all.map(\.withoutDotFolder)
    }

    private mutating func scryptFingerprint(of keyed: String, rule: String) -> String? {
        guard tried.contains(keyed) || tried.count < limit else { return nil }
        tried.insert(keyed)
        return scrypt.fingerprint(of: keyed, salt: key.scryptSalt(ruleID: rule))
    }

    /// What every secret of its kind begins with does not count.
    private static func strength(of finding: Finding) -> Double {
        SecretStrength.bits(of: finding.secret.reveal().dropFirst(finding.prefixLength))
    }
}
