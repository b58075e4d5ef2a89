import Blobs
import Findings

/// What became of the baseline, and how many allow comments do not count.
struct HTMLBaseline {
    /// How many entries of each kind are named.
    private static let entryLimit = 100

    private let report: RunReport

    init(_ report: RunReport) {
        self.report = report
    }

    func write(to html: inout MarkupWriter) {
        if let baseline = report.baseline {
            html.element("section") { write(baseline, to: &$0) }
            html.newLine()
        }
        if report.deniedCount > 0 {
            let have = Quantity.count(report.deniedCount, "finding has", plural: "findings have")
            html.element("p", text: "\(have) an allow comment, which does not count here (--no-inline-allow).")
        }
    }

    private func write(_ baseline: BaselineReview, to html: inout MarkupWriter) {
        var facts = FindingFacts(report, showsSecrets: false)
        let entries = Quantity.count(baseline.entryCount, "entry", plural: "entries")
        let used = Quantity.count(baseline.usedCount)
        let moved = Quantity.count(baseline.movedCount, "finding")
        html.element("h2", text: "Baseline")
        html.element("p") { html in
            html.element("span", ["class": "code"], text: facts.path(baseline.path))
            html.text(": \(entries), \(used) of use. \(moved) stood at another path than the entry names.")
        }
        if report.run.state == .complete {
            write("Entries that nothing was found for", baseline.unused, &facts, to: &html)
        }
        write("Expired entries, which no longer count", baseline.expired, &facts, to: &html)
    }

    private func write(
        _ title: String, _ entries: [BaselineReview.Entry], _ facts: inout FindingFacts, to html: inout MarkupWriter
    ) {
        guard !entries.isEmpty else { return }
        html.element("h3", text: "\(title): \(Quantity.count(entries.count))")
        html.element("table") { html in
            HTMLCoverage.head(["Line", "Rule", "Path", "Reason", "Owner", "Expires"], numbers: [0], to: &html)
            html.element("tbody") { html in
                for entry in entries.prefix(Self.entryLimit) {
                    html.element("tr") { html in
                        html.element("td", ["class": "number"], text: String(entry.line))
                        html.element("td", text: facts.prose(entry.rule))
                        html.element("td", ["class": "code"], text: facts.path(entry.path))
                        for text in [entry.reason, entry.owner, entry.expires] {
                            html.element("td", text: text.map { facts.prose($0) } ?? "")
                        }
                    }
                    html.newLine()
                }
            }
        }
        let rest = entries.count - Self.entryLimit
        if rest > 0 { html.element("p", text: "And \(Quantity.count(rest)) more.") }
    }
}
