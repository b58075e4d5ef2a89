import Findings

/// What becomes a SARIF result: the findings, and behind them those that do not count.
///
/// A code host closes an alert whose result is gone, and opens it anew for a result without its suppression: so both
/// are told, and the suppressed ones last, where a limit takes them first.
struct SARIFResults {
    private let told: [Finding]
    private let elsewhere: [[Finding]]
    private let suppressed: [Finding]

    init(_ report: RunReport) {
        told = report.findings
        elsewhere = report.elsewhere
        suppressed = report.suppressed
    }

    var count: Int { told.count + suppressed.count }

    subscript(index: Int) -> Finding {
        index < told.count ? told[index] : suppressed[index - told.count]
    }

    /// Further places of the same secret that no result of its own tells.
    func elsewhere(at index: Int) -> [Finding] {
        index < told.count ? elsewhere[index] : []
    }

    /// Whether the finding at `index` counts: then it stands at the same index of the report's findings.
    func counts(at index: Int) -> Bool { index < told.count }
}
