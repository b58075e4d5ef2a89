import Blobs
import FoundationEssentials
import Reporting
import Rules

/// A finding of an earlier JSON report, as far as it is explained.
struct ReportedFinding: Decodable {
    struct Shown: Decodable {
        let redacted: String
        let fingerprint: String?
        let occurrence_count: Int?
    }

    struct Fact: Decodable {
        let name, value: String
    }

    struct Suppression: Decodable {
        let kind: String
        let mark, reason, owner, expires: String?
    }

    private struct Report: Decodable {
        let findings: [ReportedFinding]
        let suppressed: [ReportedFinding]?
    }

    let rule, title, severity, confidence, verdict, path, place, reason: String
    let score: Double
    let line, column: Int
    let secret: Shown
    let details: [Fact]?
    let suppression: Suppression?

    /// The largest report that is read, in bytes, and the fewest digits that name a finding.
    private static let (largest, fewestDigits) = (512 << 20, 8)

    /// The finding with a place or fingerprint that begins so.
    ///
    /// - Throws: `Refusal`.
    static func find(_ name: String, in path: RawPath) throws -> ReportedFinding {
        let bytes = try SmallFile.bytes(of: path, limit: largest)
        let prefix = name.lowercased()
        let digits = prefix.split(separator: ":").last ?? ""
        guard digits.count >= fewestDigits else {
            throw Refusal("'\(name)' is too short: at least \(fewestDigits) digits of a place or fingerprint")
        }
        let matching = try findings(in: bytes, path).filter { finding in
            let fingerprint = finding.secret.fingerprint ?? ""
            return finding.place.hasPrefix(prefix) || fingerprint.hasPrefix(prefix)
                || fingerprint.hasSuffix(digits) && digits.count == 64
                || fingerprint.split(separator: ":").last?.hasPrefix(digits) ?? false
        }
        guard let finding = matching.first else { throw Refusal("\(path.lossyText): no finding '\(name)'") }
        guard Set(matching.map(\.place)).count == 1 || Set(matching.map(\.secret.fingerprint)).count == 1 else {
            throw Refusal("'\(name)' stands for \(matching.count) findings: give more digits")
        }
        return finding
    }

    private static func findings(in bytes: [UInt8], _ path: RawPath) throws -> [ReportedFinding] {
        let decoder = JSONDecoder()
        if let report = try? decoder.decode(Report.self, from: Data(bytes)) {
            return report.findings + (report.suppressed ?? [])
        }
        let found = bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
            try? decoder.decode(ReportedFinding.self, from: Data(line))
        }
        guard !found.isEmpty else { throw Refusal("\(path.lossyText): not a report with findings (json or jsonl)") }
        return found
    }

    /// What it is, why it was found, what it is worth, and what to do.
    func explanation(rules: RuleSet) -> String {
        var lines = [
            "\(DisplayText.prose(path)):\(line):\(column)  \(title) (\(rule))", "",
            "Why: \(DisplayText.prose(reason)).",
            "How sure: \(confidence) (score \(LineExplanation.rounded(Float(score)))), \(Self.meaning(of: verdict)).",
            "How bad: \(severity). The secret is \(DisplayText.prose(secret.redacted)), in "
                + "\(secret.occurrence_count ?? 1) place\(secret.occurrence_count ?? 1 == 1 ? "" : "s").",
        ]
        if let details, !details.isEmpty {
            lines.append("What it tells about itself:")
            lines += details.map { "  \(DisplayText.prose($0.name)): \(DisplayText.prose($0.value))" }
        }
        if let suppression {
            let owner = suppression.owner.map { ", \($0)" } ?? ""
            let until = suppression.expires.map { ", until \($0)" } ?? ""
            let reason = suppression.reason.map { ": \($0)" } ?? ""
            let judge = suppression.mark ?? suppression.kind
            lines.append(DisplayText.prose("Suppressed by \(judge)\(owner)\(until)\(reason)"))
        }
        let rule = rules.index(of: rule).map { rules.rule(at: $0) }
        let composite = rules.compositePosition(of: self.rule).map { rules.composite(at: $0) }
        if let remedy = rule?.remedy ?? composite?.remedy {
            lines += ["", rule?.description ?? composite?.description ?? "", "What to do: \(remedy)"]
            lines += (rule?.references ?? composite?.references ?? []).map { "See \($0)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func meaning(of verdict: String) -> String {
        switch verdict {
        case "proven": "proven: a check that chance does not pass holds"
        case "plausible": "plausible: it looks like one, and nothing in it says otherwise or proves it"
        default: "\(DisplayText.prose(verdict)): a check that must hold fails"
        }
    }
}
