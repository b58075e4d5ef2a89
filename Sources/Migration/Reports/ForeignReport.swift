// Which format a report has, by its content:
//
//     one object        SARIF, detect-secrets, betterleaks, Kingfisher
//     an array          of gitleaks' objects, or of those below
//     lines of objects  TruffleHog, Kingfisher, betterleaks; lines of other kinds, such as summaries, are passed

/// Reports of other scanners.
public enum ForeignReport {
    /// The most bytes of a report.
    public static let maximumSize = 256 << 20

    private static let known = "SARIF, gitleaks, betterleaks, TruffleHog, Kingfisher and detect-secrets in JSON"

    /// Returns what was reported, in the order of the report. Empty if nothing was.
    ///
    /// - Throws: `MigrationError` if the report is larger than `maximumSize`, damaged, or of no known format.
    /// - Complexity: linear in `bytes`.
    public static func findings(in bytes: [UInt8]) throws(MigrationError) -> [ForeignFinding] {
        guard bytes.count <= maximumSize else {
            throw MigrationError(.tooLarge(bytes: bytes.count, limit: maximumSize))
        }
        let text = bytes.trimmingByteOrderMark
        switch text.first(where: { $0 > 0x20 }) {
        case UInt8(ascii: "["): return try array(text)
        case UInt8(ascii: "{"): return try object(text)
        default: throw MigrationError(.unknownFormat(known: known))
        }
    }

    private static func array(_ text: ArraySlice<UInt8>) throws(MigrationError) -> [ForeignFinding] {
        guard let first = try JSONText.value(ArrayProbe.self, in: text).first else { return [] }
        switch first.shape {
        case .gitleaksLine: return try JSONText.value([GitleaksRecord].self, in: text).map(\.finding)
        case .truffleHogLine: return try JSONText.value([TruffleHogRecord].self, in: text).map(\.finding)
        case .kingfisherLine: return try JSONText.value([KingfisherRecord].self, in: text).map(\.finding)
        default: throw MigrationError(.unknownFormat(known: known))
        }
    }

    private static func object(_ text: ArraySlice<UInt8>) throws(MigrationError) -> [ForeignFinding] {
        let probe: ReportProbe
        do throws(MigrationError) {
            probe = try JSONText.value(ReportProbe.self, in: text)
        } catch {
            // Several objects are no JSON, but lines of it.
            return try lines(text)
        }
        guard let findings = try findings(of: probe.shape, in: text, line: nil) else {
            throw MigrationError(.unknownFormat(known: known))
        }
        return findings
    }

    private static func lines(_ text: ArraySlice<UInt8>) throws(MigrationError) -> [ForeignFinding] {
        var findings: [ForeignFinding] = []
        var isKnown = false
        for (number, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        where line.contains(where: { $0 > 0x20 }) {
            let probe = try JSONText.value(ReportProbe.self, in: line, line: number + 1)
            guard let more = try self.findings(of: probe.shape, in: line, line: number + 1) else { continue }
            isKnown = true
            findings += more
        }
        guard isKnown else { throw MigrationError(.unknownFormat(known: known)) }
        return findings
    }

    /// Returns `nil` if the object has no findings in it.
    private static func findings(
        of shape: ReportShape?, in text: ArraySlice<UInt8>, line: Int?
    ) throws(MigrationError) -> [ForeignFinding]? {
        switch shape {
        case .sarif: try JSONText.value(SARIFReport.self, in: text, line: line).findings
        case .detectSecrets: try JSONText.value(DetectSecretsReport.self, in: text, line: line).findings
        case .betterleaks: try JSONText.value(BetterleaksReport.self, in: text, line: line).findings.map(\.finding)
        case .betterleaksLine: [try JSONText.value(BetterleaksLine.self, in: text, line: line).finding.finding]
        case .kingfisher: try JSONText.value(KingfisherReport.self, in: text, line: line).findings
        case .kingfisherLine: [try JSONText.value(KingfisherRecord.self, in: text, line: line).finding]
        case .truffleHogLine: [try JSONText.value(TruffleHogRecord.self, in: text, line: line).finding]
        case .gitleaksLine: [try JSONText.value(GitleaksRecord.self, in: text, line: line).finding]
        case nil: nil
        }
    }
}
