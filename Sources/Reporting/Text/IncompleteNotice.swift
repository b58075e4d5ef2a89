import Findings

/// What standard error says about a run that did not examine everything: a line for each reason, with a few names.
public enum IncompleteNotice {
    /// Empty when everything was examined, or everything else was accepted. That there was nothing at all is said too:
    /// a gate that looks at nothing is green for ever.
    public static func text(_ report: RunReport) -> String {
        if report.coverage.unitsSeen == 0 { return "keyhound: there was nothing to examine\n" }
        var skips = SkipText(report)
        return report.run.incompleteReasons.map { reason in
            guard let tally = report.coverage.skipped[reason] else { return "" }
            let names = skips.examples(reason)
            let rest = tally.count > names.count ? ", …" : ""
            return "keyhound: not examined, \(reason.rawValue), \(Quantity.count(tally.count)): "
                + "\(names.joined(separator: ", "))\(rest)\n"
        }.joined()
    }
}
