import Findings
import Rules

/// Writes one finding as a body of the table: a row to scan with the eye, and one with everything else.
struct HTMLFinding {
    private let report: RunReport
    private let groups: SecretGroups
    private var facts: FindingFacts

    /// What can be sorted by, and the heading; the first is the order of the report.
    private static let columns = [
        ("severity", "Severity"), ("title", "What it is"), ("order", "Place"), ("secret", "Secret"),
        ("confidence", "Confidence"),
    ]

    init(_ report: RunReport) {
        self.report = report
        groups = SecretGroups(report)
        facts = FindingFacts(report, showsSecrets: report.showsSecrets)
    }

    static func writeHead(to html: inout MarkupWriter) {
        html.element("thead") { html in
            html.element("tr") { html in
                for (key, heading) in columns {
                    html.element("th", ["scope": "col"]) { html in
                        html.element("button", ["type": "button", "data-key": key], text: heading)
                    }
                }
            }
        }
        html.newLine()
    }

    mutating func write(at index: Int, to html: inout MarkupWriter) {
        let finding = report.findings[index]
        html.element(
            "tbody",
            [
                "data-order": String(index), "data-severity": finding.severity.rawValue,
                "data-confidence": String(finding.score), "data-title": facts.prose(finding.rule.title),
                "data-secret": String(report.groups[index]),
            ]
        ) { html in
            html.element("tr") { writeCells(of: finding, at: index, to: &$0) }
            html.element("tr", ["class": "more"]) { html in
                html.element("td", ["colspan": String(Self.columns.count)]) { html in
                    html.element("details") { html in
                        html.element("summary", text: facts.prose(finding.reason))
                        writeDetails(of: finding, at: index, to: &html)
                    }
                }
            }
        }
        html.newLine()
    }

    private mutating func writeCells(of finding: Finding, at index: Int, to html: inout MarkupWriter) {
        html.element("td") { html in
            html.element("span", ["class": "mark \(finding.severity.rawValue)"], text: finding.severity.rawValue)
        }
        html.element("td") { html in
            html.text(facts.prose(finding.rule.title))
            html.element("small", text: finding.rule.id)
        }
        html.element("td", ["class": "code"]) { html in
            html.text(facts.place(of: finding))
            let others = groups.count(at: index) - 1
            if others > 0 { html.element("small", text: "and in \(Quantity.count(others, "more place"))") }
            if finding.history?.isPushed == true { html.element("small", text: "pushed to a remote") }
        }
        html.element("td", ["class": "code"]) { html in
            html.text(report.showsSecrets ? facts.secret(of: finding) : finding.redacted.text)
            html.element("small", text: "\(finding.redacted.lengthClass) bytes")
        }
        html.element("td") { html in
            html.text(finding.confidence.rawValue)
            html.element("small", text: finding.verdict.rawValue)
        }
    }

    private mutating func writeDetails(of finding: Finding, at index: Int, to html: inout MarkupWriter) {
        html.element("dl") { html in
            for fact in facts.facts(of: finding) where fact.label != "why" && fact.label != "secret" {
                add(fact.label, to: &html) { $0.text(fact.text) }
            }
            if groups.isFirst[index] { addOtherPlaces(of: index, to: &html) }
            if !finding.rule.remedy.isEmpty { add("what to do", to: &html) { $0.text(finding.rule.remedy) } }
            for page in finding.rule.references { add("see", to: &html) { Self.link(page, to: &$0) } }
            add("id", to: &html) { [report] in $0.text(report.place(of: finding).hexadecimal) }
        }
    }

    private mutating func addOtherPlaces(of index: Int, to html: inout MarkupWriter) {
        let others = groups.others(of: index).prefix(SecretGroups.listLimit)
        guard !others.isEmpty else { return }
        let places = others.map { facts.place(of: $0) }
        let rest = groups.count(at: index) - 1 - others.count
        add("also at", to: &html) { html in
            html.element("ul", ["class": "code"]) { html in
                for place in places { html.element("li", text: place) }
                if rest > 0 { html.element("li", text: "and \(Quantity.count(rest)) more") }
            }
        }
    }

    private func add(_ label: String, to html: inout MarkupWriter, _ content: (inout MarkupWriter) -> Void) {
        html.element("dt", text: label)
        html.element("dd", [:], content)
    }

    /// A link, or the text alone where it is no address of a page.
    private static func link(_ page: String, to html: inout MarkupWriter) {
        guard page.hasPrefix("https://") || page.hasPrefix("http://") else { return html.text(page) }
        html.element("a", ["href": page, "rel": "noopener noreferrer", "target": "_blank"], text: page)
    }
}
