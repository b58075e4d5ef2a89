import Crypto

/// What another scanner was told to leave alone.
public struct ForeignIgnores: Sendable {
    public enum Format: String, Sendable {
        /// `.gitleaksignore`: lines of `path:rule:line` or `commit:path:rule:line`.
        case gitleaksIgnore
        /// `.secrets.baseline` of detect-secrets: JSON.
        case detectSecretsBaseline
    }

    /// The most bytes of a file.
    public static let maximumSize = 64 << 20

    public let format: Format

    /// How many entries were taken over.
    public let count: Int

    /// What was not taken over, with the line where it is known.
    public let notes: [String]

    private let lines: GitleaksIgnoreList
    private let baseline: DetectSecretsBaseline

    /// Reads a file of either format, by its content: an object of JSON is a baseline, everything else are lines.
    ///
    /// - Throws: `MigrationError` if the file is larger than `maximumSize`, or is JSON and no baseline.
    /// - Complexity: linear in `bytes`.
    public init(parsing bytes: [UInt8]) throws(MigrationError) {
        guard bytes.count <= Self.maximumSize else {
            throw MigrationError(.tooLarge(bytes: bytes.count, limit: Self.maximumSize))
        }
        let text = bytes.trimmingByteOrderMark
        if text.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") {
            format = .detectSecretsBaseline
            lines = GitleaksIgnoreList()
            baseline = try DetectSecretsBaseline(parsing: text)
            count = baseline.reasons.count
            notes = baseline.notes
        } else {
            format = .gitleaksIgnore
            lines = GitleaksIgnoreList(parsing: text)
            baseline = DetectSecretsBaseline()
            count = lines.entries.count
            notes = lines.notes
        }
    }

    /// Returns the index of the first entry that names this finding; `nil` if none does.
    ///
    /// In a `.gitleaksignore`, path and line decide, and the commit if the entry has one: rules have other names there.
    /// In a baseline, path and secret decide, whatever the line.
    ///
    /// - Parameters:
    ///   - path: as the scanner was given it, without "./" in front.
    ///   - line: from 1.
    ///   - ruleID: not asked, see above.
    ///   - commit: the full name of the commit; `nil` for a file.
    ///   - secret: the bytes of the secret, of which the hash is compared.
    /// - Complexity: one look-up, and for a baseline a hash of the secret.
    public func entry(path: [UInt8], line: Int, ruleID: String, commit: String?, secret: [UInt8]) -> Int? {
        switch format {
        case .gitleaksIgnore:
            return lines.entry(path: path, line: line, commit: commit)
        case .detectSecretsBaseline:
            return baseline.entry(path: path, hash: Array(Insecure.SHA1.hash(data: secret)))
        }
    }

    /// Returns why the finding that `entry` names is left alone, such as "taken over from .gitleaksignore, line 12".
    ///
    /// - Precondition: `entry` is from 0 to less than `count`.
    public func reason(of entry: Int) -> String {
        precondition((0..<count).contains(entry), "no such entry")
        switch format {
        case .gitleaksIgnore: return "taken over from .gitleaksignore, line \(lines.entries[entry].line)"
        case .detectSecretsBaseline: return "taken over from .secrets.baseline, \(baseline.reasons[entry])"
        }
    }
}
