import Findings

/// The findings that do not count for one kind of reason.
struct SuppressedFindings {
    let count: Int

    /// The first ones, in report order, at most `DropCounts.exampleLimit`.
    let first: [Finding]

    init(_ report: RunReport, _ kind: Suppression.Kind) {
        var count = 0
        var first: [Finding] = []
        for finding in report.suppressed where finding.suppression?.kind == kind {
            count += 1
            if first.count < DropCounts.exampleLimit { first.append(finding) }
        }
        self.count = count
        self.first = first
    }

    /// Where the first ones stand.
    var examples: [DropCounts.Example] {
        first.map { finding in
            let start = finding.location.start
            return DropCounts.Example(
                path: finding.provenance.path, line: start.line, column: start.column, rule: finding.rule.id)
        }
    }

    /// `3 by the baseline (1 moved)`, `2 by comments`; `nil` for none.
    static func text(_ report: RunReport, _ kind: Suppression.Kind) -> String? {
        let count = report.suppressed.count { $0.suppression?.kind == kind }
        guard count > 0 else { return nil }
        switch kind {
        case .inline: return "\(Quantity.count(count)) by comments"
        case .baseline:
            let moved = report.baseline?.movedCount ?? 0
            return Quantity.count(count) + " by the baseline" + (moved > 0 ? " (\(Quantity.count(moved)) moved)" : "")
        }
    }
}
