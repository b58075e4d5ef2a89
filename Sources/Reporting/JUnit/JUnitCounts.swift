import Findings

/// How many tests of each outcome a report comes to.
struct JUnitCounts {
    let errors: Int
    let failures: Int
    let skipped: Int

    init(_ report: RunReport) {
        errors = report.unfinishedReasons.count
        failures = report.findings.count
        skipped = report.suppressed.count
    }

    /// Whether nothing is wrong: then one test passes, since many readers take a suite without tests for a mistake.
    var hasPassed: Bool { failures == 0 && errors == 0 }

    var tests: Int { failures + skipped + errors + (hasPassed ? 1 : 0) }
}
