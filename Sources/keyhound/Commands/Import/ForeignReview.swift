import Blobs
import Findings
import Migration
import Reporting

/// What becomes of another scanner's findings, each compared with what Keyhound finds in the same file.
struct ForeignReview {
    private struct Place: Hashable {
        let path: RawPath
        let start: Int
        let rule: String
    }

    private enum Answer {
        case confirmed
        case low(Finding)
        case impossible(Finding)
        case nothing
        case gone
    }

    private let answers: [(finding: ForeignFinding, path: RawPath, answer: Answer)]
    private let confirmed: Set<Place>

    /// - Parameters:
    ///   - foreign: the other scanner's findings, with their paths as they were scanned.
    ///   - findings: of Keyhound, the low and impossible ones too.
    ///   - scanned: the files that are there.
    ///   - minimum: the confidence from which on something is reported.
    init(
        _ foreign: [(ForeignFinding, RawPath)], _ findings: [Finding], scanned: Set<RawPath>, minimum: Confidence,
        reportsImpossible: Bool
    ) {
        let byPath = Dictionary(grouping: findings, by: \.provenance.path)
        var confirmed: Set<Place> = []
        answers = foreign.map { finding, path in
            guard scanned.contains(path) else { return (finding, path, .gone) }
            let found = (byPath[path] ?? []).filter { Self.isSame($0, finding) }
            let reported = found.filter { finding in
                finding.verdict == .impossible ? reportsImpossible : finding.confidence >= minimum
            }
            for finding in reported { confirmed.insert(Self.place(of: finding)) }
            if !reported.isEmpty { return (finding, path, .confirmed) }
            if let low = found.first(where: { $0.verdict != .impossible }) { return (finding, path, .low(low)) }
            return (finding, path, found.first.map { .impossible($0) } ?? .nothing)
        }
        self.confirmed = confirmed
    }

    func isConfirmed(_ finding: Finding) -> Bool { confirmed.contains(Self.place(of: finding)) }

    /// The answers that are no findings, a line each, and how many there are of each kind.
    func text(masker: Masker) -> String {
        var counts = (confirmed: 0, low: 0, impossible: 0, nothing: 0, gone: 0)
        var lines: [String] = []
        for (finding, path, answer) in answers {
            let reason: String
            switch answer {
            case .confirmed:
                counts.confirmed += 1
                continue
            case .low(let own):
                counts.low += 1
                reason = "unlikely (\(own.rule.id)): \(own.reason)"
            case .impossible(let own):
                counts.impossible += 1
                reason = "cannot be one (\(own.rule.id)): \(own.reason)"
            case .nothing:
                counts.nothing += 1
                reason = "no rule sees a credential there"
            case .gone:
                counts.gone += 1
                reason = "the file is not there" + (finding.commit.map { ", look into commit \($0.prefix(12))" } ?? "")
            }
            let name = DisplayText.name(masker.mask(path).bytes) + (finding.line.map { ":\($0)" } ?? "")
            let rule = DisplayText.prose(masker.mask("\(finding.tool) \(finding.ruleID)"))
            lines.append("\(name)  \(rule): \(DisplayText.prose(masker.mask(reason)))")
        }
        lines.append(
            "keyhound: of \(answers.count) findings \(counts.confirmed) are confirmed, \(counts.low) unlikely, "
                + "\(counts.impossible) impossible, \(counts.nothing) nothing to any rule, "
                + "\(counts.gone) in files that are not there")
        return lines.joined(separator: "\n") + "\n"
    }

    /// Whether both speak of the same thing: the same secret, or the same line where one of them does not tell it.
    private static func isSame(_ own: Finding, _ foreign: ForeignFinding) -> Bool {
        if let secret = foreign.secret {
            let text = own.secret.reveal()
            if text == secret || isPart(text, of: secret) || isPart(secret, of: text) { return true }
        }
        guard let line = foreign.line else { return foreign.secret == nil }
        return (own.location.start.line...max(own.location.start.line, own.location.end.line)).contains(line)
            || own.related.contains { $0.location.start.line == line }
    }

    /// Whether a secret is a piece of another one, and too long to be so by chance.
    private static func isPart(_ part: [UInt8], of text: [UInt8]) -> Bool { part.count >= 4 && text.holds(part) }

    private static func place(of finding: Finding) -> Place {
        Place(path: finding.provenance.path, start: finding.location.bytes.lowerBound, rule: finding.rule.id)
    }
}
