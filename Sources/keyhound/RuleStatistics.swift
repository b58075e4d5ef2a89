import Findings
import Pipeline
import Rules
import Scanning

/// What a run has cost, rule by rule, for people: where an expensive rule shows.
struct RuleStatistics {
    /// The most rules that are told one by one.
    private static let mostRules = 40

    private let bytes: Int
    private let seconds: Double

    /// Rules that had a candidate, those with the most searches first.
    private let rows: [(id: String, counts: RuleCounts)]

    init(_ result: RunResult, rules: RuleSet, seconds: Double) {
        bytes = result.coverage.bytesExamined
        self.seconds = seconds
        rows = zip(rules.indices, result.ruleCounts).map { (id: rules.id(of: $0), counts: $1) }
            .filter { $0.counts.candidates > 0 }
            .sorted { left, right in
                let (one, other) = (left.counts, right.counts)
                if one.searches != other.searches { return one.searches > other.searches }
                return one.candidates != other.candidates ? one.candidates > other.candidates : left.id < right.id
            }
    }

    var text: String {
        var total = RuleCounts()
        for row in rows { total.merge(row.counts) }
        let speed = seconds > 0 ? Double(bytes) / seconds / 1e9 : 0
        var lines = [
            "statistics: \(bytes) bytes in \(Self.decimal(seconds, 3)) s, \(Self.decimal(speed, 2)) GB/s, "
                + "\(Self.decimal(perMegabyte(total.candidates), 1)) candidates per MB",
            Self.line("candidates", "per MB", "searches", "matches", "kept", "rule"),
            line(total, "(all rules)"),
        ]
        lines += rows.prefix(Self.mostRules).map { line($0.counts, $0.id) }
        if rows.count > Self.mostRules {
            lines.append("  and \(rows.count - Self.mostRules) rules with fewer searches")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func perMegabyte(_ count: Int) -> Double {
        bytes > 0 ? Double(count) * 1e6 / Double(bytes) : 0
    }

    private func line(_ counts: RuleCounts, _ rule: String) -> String {
        Self.line(
            "\(counts.candidates)", Self.decimal(perMegabyte(counts.candidates), 1), "\(counts.searches)",
            "\(counts.matches)", "\(counts.kept)", rule)
    }

    private static func line(_ cells: String...) -> String {
        cells.dropLast().map { String(repeating: " ", count: max(1, 12 - $0.utf8.count)) + $0 }.joined()
            + "  " + (cells.last ?? "")
    }

    /// A number from 0 up with some digits behind the point.
    private static func decimal(_ value: Double, _ digits: Int) -> String {
        var scale = 1
        for _ in 0..<digits { scale *= 10 }
        let rounded = Int((value * Double(scale)).rounded())
        let fraction = "\(rounded % scale)"
        return "\(rounded / scale)." + String(repeating: "0", count: digits - fraction.utf8.count) + fraction
    }
}
