import Blobs
import Findings
import Scanning

/// All that a scan says about a blob, to be compared.
struct BlobSummary: Hashable {
    struct Told: Hashable {
        let rule: String
        let severity: String
        let verdict: Verdict
        let score: Float
        let steps: [Provenance.Step]
        let location: Location
        let secret: Secret
        let prefixLength: Int
        let reason: String
        let details: [Finding.Detail]
        let related: [Half]
        let line: Place.Line
        let ordinal: Int

        init(_ finding: Finding) {
            rule = finding.rule.id
            severity = finding.severity.rawValue
            verdict = finding.verdict
            score = finding.score
            steps = finding.provenance.steps
            location = finding.location
            secret = finding.secret
            prefixLength = finding.prefixLength
            reason = finding.reason
            details = finding.details
            related = finding.related.map {
                Half(role: $0.role, rule: $0.rule.id, location: $0.location, secret: $0.secret)
            }
            line = finding.line
            ordinal = finding.ordinal
        }
    }

    struct Half: Hashable {
        let role: String
        let rule: String
        let location: Location
        let secret: Secret
    }

    let findings: [Told]
    let unreported: Set<Secret>
    let dropped: DropCounts
    let failures: [Diagnostic]

    init(_ report: BlobReport) {
        findings = report.findings.map(Told.init)
        unreported = Set(report.unreported)
        dropped = report.dropped
        failures = report.failures
    }

    /// The first difference, for a message that a person can read.
    func difference(from other: BlobSummary) -> String? {
        for (index, pair) in zip(findings, other.findings).enumerated() where pair.0 != pair.1 {
            return "finding \(index): \(pair.0) is not \(pair.1)"
        }
        if findings.count != other.findings.count {
            let longer = findings.count > other.findings.count ? findings : other.findings
            let first = longer[min(findings.count, other.findings.count)]
            return "\(findings.count) findings, not \(other.findings.count): \(first)"
        }
        if dropped != other.dropped { return "dropped \(dropped), not \(other.dropped)" }
        if failures != other.failures { return "failures \(failures), not \(other.failures)" }
        return unreported == other.unreported ? nil : "other secrets for the masker"
    }
}
