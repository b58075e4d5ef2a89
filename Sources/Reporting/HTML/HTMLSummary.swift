import Findings
import Rules

/// The top of the page: the verdict, and the numbers behind it.
struct HTMLSummary {
    private let report: RunReport
    private let counts: FindingCounts

    init(_ report: RunReport) {
        self.report = report
        counts = FindingCounts(report)
    }

    func write(to html: inout MarkupWriter) {
        html.element("header") { html in
            html.element("p", ["class": "brand"], text: "Keyhound report")
            writeVerdict(to: &html)
            html.element("ul", ["class": "tiles"]) { html in
                for severity in Severity.allCases.sorted(by: >) {
                    let count = counts.bySeverity[severity] ?? 0
                    tile(count, severity.rawValue, count > 0 ? severity.rawValue : "none", to: &html)
                }
                tile(counts.secrets, counts.secrets == 1 ? "secret" : "secrets", "plain", to: &html)
                tile(report.placeCount, report.placeCount == 1 ? "place" : "places", "plain", to: &html)
                tile(report.suppressed.count, "suppressed", "plain", to: &html)
                tile(report.coverage.unitsExamined, "examined", "plain", to: &html)
                let blocked = report.run.incompleteReasons.reduce(0) {
                    $0 + (report.coverage.skipped[$1]?.count ?? 0)
                }
                tile(blocked, "not examined", blocked > 0 ? "bad" : "none", to: &html)
            }
        }
        html.newLine()
    }

    private func writeVerdict(to html: inout MarkupWriter) {
        let (kind, title, text): (String, String, String) =
            switch report.run.state {
            case .complete where report.findings.isEmpty:
                ("good", "Complete and clean", "No secret was found. Everything in scope was examined.")
            case .complete: ("bad", counts.text, "Everything in scope was examined.")
            case .interrupted:
                ("bad", "Interrupted: \(counts.text) so far", "The rest was not examined. Scan again.")
            case .incomplete:
                ("bad", "Incomplete: \(counts.text)", "Not everything was examined: \(counts.incompleteReasons).")
            }
        html.element("div", ["class": "verdict \(kind)"]) { html in
            html.element("h1", text: title)
            html.element("p", text: text)
            if report.showsSecrets {
                html.element("p", ["class": "warning"], text: "This page holds the secrets themselves.")
            }
        }
    }

    private func tile(_ count: Int, _ label: String, _ kind: String, to html: inout MarkupWriter) {
        html.element("li", ["class": "tile \(kind)"]) { html in
            html.element("b", text: Quantity.count(count))
            html.element("span", text: label)
        }
    }
}
