import Findings
import Rules

/// The controls above the table of findings. They show with the script only.
struct HTMLFilters {
    private let counts: FindingCounts

    init(_ report: RunReport) {
        counts = FindingCounts(report)
    }

    func write(to html: inout MarkupWriter) {
        html.element("div", ["class": "filters"]) { html in
            html.empty(
                "input",
                [
                    "type": "search", "id": "search", "placeholder": "Filter by any text",
                    "aria-label": "Filter by any text", "autocomplete": "off",
                ])
            for severity in Severity.allCases.sorted(by: >) {
                guard let count = counts.bySeverity[severity] else { continue }
                html.element("label") { html in
                    html.empty(
                        "input", ["type": "checkbox", "name": "severity", "value": severity.rawValue, "checked": ""])
                    html.text(" \(severity.rawValue) \(Quantity.count(count))")
                }
            }
            html.element("button", ["type": "button", "id": "open"], text: "Open all")
            html.element("button", ["type": "button", "id": "close"], text: "Close all")
            html.element("output", ["id": "shown", "aria-live": "polite"], text: "")
        }
        html.newLine()
    }
}
