import Findings

/// Writes the table of findings that do not count.
struct HTMLSuppressed {
    private let report: RunReport
    private var facts: FindingFacts

    init(_ report: RunReport) {
        self.report = report
        facts = FindingFacts(report, showsSecrets: report.showsSecrets)
    }

    func begin(to html: inout MarkupWriter) {
        let texts = Suppression.Kind.allCases.sorted().compactMap { SuppressedFindings.text(report, $0) }
        html.begin("section")
        html.element("h2", text: "Suppressed")
        html.element("p", text: "These do not count: \(texts.joined(separator: ", ")).")
        html.begin("table")
        HTMLCoverage.head(["Severity", "What it is", "Place", "Secret", "Suppressed by"], to: &html)
        html.begin("tbody")
        html.newLine()
    }

    mutating func write(_ finding: Finding, to html: inout MarkupWriter) {
        html.element("tr") { html in
            html.element("td", text: finding.severity.rawValue)
            html.element("td") { html in
                html.text(facts.prose(finding.rule.title))
                html.element("small", text: finding.rule.id)
            }
            html.element("td", ["class": "code"], text: facts.place(of: finding))
            html.element("td", ["class": "code"], text: facts.secret(of: finding))
            html.element("td") { html in
                guard let suppression = finding.suppression else { return }
                html.text(suppression.kind == .baseline ? "the baseline" : "a comment")
                let notes = [
                    suppression.reason, suppression.owner.map { "owner: " + $0 },
                    suppression.expires.map { "expires: " + $0 },
                ]
                for note in notes.compactMap(\.self) { html.element("small", text: facts.prose(note)) }
            }
        }
        html.newLine()
    }

    func end(to html: inout MarkupWriter) {
        html.end("tbody")
        html.end("table")
        html.end("section")
        html.newLine()
    }
}
