import Blobs
import Findings
import Reporting
import Rules
import Scanning

/// What becomes of the candidates of one line, in words.
struct LineExplanation {
    /// The largest file that is looked at, in bytes.
    private static let largestFile = 256 << 20

    /// The most rules that are named where one sentence speaks of many, and the most bytes of a line that are shown.
    private static let (mostNames, longestLine) = (30, 200)

    let text: String

    /// - Throws: `Refusal`.
    init(_ place: LineReference, rules: RuleSet, deniesComments: Bool) throws {
        let bytes = try SmallFile.bytes(of: place.path, limit: Self.largestFile)
        guard bytes.count < Self.largestFile else {
            throw Refusal("\(place.path.lossyText): larger than \(Self.largestFile) bytes")
        }
        guard let line = place.range(in: bytes) else {
            throw Refusal("\(place.path.lossyText): there is no line \(place.line)")
        }
        let options = ScanOptions(
            threshold: .low, reportsImpossible: true, now: SystemClock.secondsSince1970(),
            clock: SystemClock.threadNanoseconds)
        var scanner = try Scanner(CompiledRuleSet(rules), options: options)
        let found = scanner.explain(bytes.span, in: line) { Provenance(.file(place.path)) }
        var masker = Masker()
        for secret in found.report.unreported + found.report.findings.map(\.secret) { masker.insert(secret) }
        for secret in found.candidates.compactMap(\.secret) { masker.insert(Secret(Array(bytes[secret]))) }

        let findings = found.report.findings.filter { finding in
            finding.location.bytes.overlaps(line) || finding.related.contains { $0.location.bytes.overlaps(line) }
        }
        var lines = ["\(DisplayText.name(masker.mask(place.path).bytes)):\(place.line)"]
        lines.append("  " + Self.shown(masker.mask(Array(bytes[line]))))
        for finding in findings { lines += Self.lines(about: finding, masker, deniesComments: deniesComments) }
        let gates = CandidateGates(found.candidates, findings: findings, lineStart: line.lowerBound)
        lines += gates.lines
        if findings.isEmpty, gates.lines.isEmpty {
            lines.append("No rule has an anchor on this line: nothing on it was looked at any further.")
        }
        for failure in found.report.failures { lines.append("Not examined: \(DisplayText.prose(failure.note))") }
        text = lines.joined(separator: "\n") + "\n"
    }

    private static func shown(_ line: [UInt8]) -> String {
        let text = String(decoding: line, as: UTF8.self)
        let cut = text.unicodeScalars.prefix(longestLine)
        return DisplayText.prose(String(cut)) + (cut.count < text.unicodeScalars.count ? "…" : "")
    }

    private static func lines(about finding: Finding, _ masker: Masker, deniesComments: Bool) -> [String] {
        let level =
            finding.verdict == .impossible
            ? "only with --report-impossible"
            : finding.confidence == .low ? "only with --min-confidence low" : "as \(finding.confidence.rawValue)"
        let start = finding.location.start
        var lines = [
            "", "\(finding.rule.id), \(start.line):\(start.column): reported \(level)",
            "  \(finding.rule.title), \(finding.severity.rawValue), \(finding.verdict.rawValue), "
                + "score \(rounded(finding.score)): \(finding.redacted.text)",
            "  because \(DisplayText.prose(masker.mask(finding.reason)))",
        ]
        if let suppression = finding.suppression {
            let reason = suppression.reason.map { ": " + DisplayText.prose(masker.mask($0)) } ?? ""
            let effect = deniesComments ? "has no say here" : "suppresses it"
            lines.append("  \(suppression.mark ?? suppression.kind.rawValue) \(effect)\(reason)")
        }
        for related in finding.related {
            lines.append("  with its \(related.role) in line \(related.location.start.line) (\(related.rule.id))")
        }
        return lines
    }

    /// A score with two digits behind the point.
    static func rounded(_ score: Float) -> String {
        let hundredths = Int((score * 100).rounded())
        return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
    }

    /// Names, and how many more there are.
    static func list(_ names: [String]) -> String {
        let more = names.count > mostNames ? " and \(names.count - mostNames) more" : ""
        return names.prefix(mostNames).joined(separator: ", ") + more
    }
}
