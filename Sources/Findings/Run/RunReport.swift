import Blobs

/// Everything that a run has to say, for reporters to put into words.
///
/// Reporters show a string that stems from scanned content, a path or a note, only through `masker`.
public struct RunReport: Sendable {
    public let tool: ToolDescription
    public let run: RunDescription
    public let coverage: Coverage
    public let dropped: DropCounts

    /// In the order of `Finding.isOrderedBefore`.
    public let findings: [Finding]

    /// For each finding, the number of its secret: from 1, in the order in which secrets first come up.
    public let groups: [Int]

    /// Knows every candidate of the run.
    public let masker: Masker

    /// Makes keyed fingerprints; `nil` when the user gave no key, and then reports hold none.
    public let fingerprintKey: FingerprintKey?

    /// Whether the user asked for the secrets themselves (`--show-secrets`).
    public let showsSecrets: Bool

    public init(
        tool: ToolDescription, run: RunDescription, coverage: Coverage, dropped: DropCounts, findings: [Finding],
        masker: Masker, fingerprintKey: FingerprintKey? = nil, showsSecrets: Bool = false
    ) {
        self.tool = tool
        self.run = run
        self.coverage = coverage
        self.dropped = dropped
        self.findings = findings
        self.masker = masker
        self.fingerprintKey = fingerprintKey
        self.showsSecrets = showsSecrets
        var numbers: [Secret: Int] = [:]
        groups = findings.map { finding in
            let next = numbers.count + 1
            let number = numbers[finding.secret] ?? next
            numbers[finding.secret] = number
            return number
        }
    }
    /// Identifies a finding across runs. A secret in the path is masked first, so that it cannot be guessed from the
    /// hash.
    public func place(of finding: Finding) -> Place {
        Place(
            ruleID: finding.rule.id, path: masker.mask(finding.provenance.path), line: finding.line,
            ordinal: finding.ordinal)
    }
}
