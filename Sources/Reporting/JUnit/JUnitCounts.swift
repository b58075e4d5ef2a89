import Findings

/// How many tests of each outcome a report comes to.
struct JUnitCounts {
    /// The reasons of an incomplete run; `interrupted` is always among those of an interrupted one.
    let errorReasons: [SkipReason]

    let failures: Int
    let skipped: Int

    init(_ report: RunReport) {
        var reasons = report.run.incompleteReasons
        if report.run.state == .interrupted, !reasons.contains(.interrupted) { reasons.append(.interrupted) }
        errorReasons = reasons
        failures = report.findings.count
        skipped = report.suppressed.count
    }

    var errors: Int { errorReasons.count }

    /// Whether nothing is wrong: then one test passes, since many readers take a suite without tests for a mistake.
    var hasPassed: Bool { failures == 0 && errors == 0 }

    var tests: Int { failures + skipped + errors + (hasPassed ? 1 : 0) }
}
