import Findings

/// What was examined, and what was not and why; and what was recognised and is no finding.
struct HTMLCoverage {
    /// How many examples of each kind are named.
    private static let exampleLimit = 10

    private let report: RunReport

    init(_ report: RunReport) {
        self.report = report
    }

    func write(to html: inout MarkupWriter) {
        let coverage = report.coverage
        html.element("section") { html in
            html.element("h2", text: "What was examined")
            let seen = Quantity.count(coverage.unitsSeen, "entry", plural: "entries")
            let units = Quantity.count(coverage.unitsExamined)
            let skipped = coverage.skipped.isEmpty ? " Nothing was left out." : ""
            html.element("p", text: "\(units) of \(seen), \(Quantity.bytes(coverage.bytesExamined)).\(skipped)")
            writeSkips(to: &html)
            writeDropped(to: &html)
        }
        html.newLine()
    }

    private func writeSkips(to html: inout MarkupWriter) {
        guard !report.coverage.skipped.isEmpty else { return }
        var skips = SkipText(report)
        html.element("table") { html in
            Self.head(["Not examined", "Entries", "Size", "Why", ""], numbers: [1, 2], to: &html)
            html.element("tbody") { html in
                // What makes the run incomplete comes first.
                let blocking = report.run.incompleteReasons
                let others = report.coverage.skipped.keys.sorted().filter { !blocking.contains($0) }
                for reason in blocking + others {
                    guard let tally = report.coverage.skipped[reason] else { continue }
                    html.element("tr") { writeCells(of: reason, tally, &skips, to: &$0) }
                    html.newLine()
                }
            }
        }
    }

    private func writeCells(
        of reason: SkipReason, _ tally: SkipTally, _ skips: inout SkipText, to html: inout MarkupWriter
    ) {
        let isBlocking = report.run.incompleteReasons.contains(reason)
        html.element("td", text: reason.rawValue)
        html.element("td", ["class": "number"], text: Quantity.count(tally.count))
        html.element("td", ["class": "number"], text: tally.bytes > 0 ? Quantity.bytes(tally.bytes) : "")
        let examples = skips.examples(reason, limit: Self.exampleLimit)
        html.element("td") { html in
            html.text(reason.explanation)
            Self.examples(examples, of: tally.count, to: &html)
        }
        html.element("td") { html in
            if isBlocking {
                html.element("span", ["class": "mark critical"], text: "incomplete")
            } else {
                html.text(reason.isIncomplete ? "accepted" : "out of scope")
            }
        }
    }

    private func writeDropped(to html: inout MarkupWriter) {
        let dropped = report.dropped
        var facts = FindingFacts(report, showsSecrets: false)
        let kinds = dropped.recognised.keys.sorted()
        if !kinds.isEmpty {
            html.element("h3", text: "Recognised, and not leaks")
            html.element("ul") { html in
                for kind in kinds {
                    let count = dropped.recognised[kind] ?? 0
                    let examples = (dropped.examples[kind] ?? []).map {
                        "\(facts.path($0.path)):\($0.line):\($0.column) (\(facts.prose($0.rule)))"
                    }
                    html.element("li") { html in
                        html.text(kind.text(count: count))
                        Self.examples(examples, of: count, to: &html)
                    }
                }
            }
        }
        let lines = [
            (dropped.impossible, "cannot be credentials: a check fails"),
            (dropped.belowConfidence, "were below the confidence asked for"),
        ]
        for (count, text) in lines where count > 0 {
            html.element("p", text: "\(Quantity.count(count, "candidate")) \(text).")
        }
    }

    /// - Parameter numbers: which columns hold numbers.
    static func head(_ headings: [String], numbers: Set<Int> = [], to html: inout MarkupWriter) {
        html.element("thead") { html in
            html.element("tr") { html in
                for (index, heading) in headings.enumerated() {
                    html.element(
                        "th", ["scope": "col", "class": numbers.contains(index) ? "number" : ""], text: heading)
                }
            }
        }
        html.newLine()
    }

    /// - Parameter count: how many there are in all.
    private static func examples(_ examples: [String], of count: Int, to html: inout MarkupWriter) {
        guard !examples.isEmpty else { return }
        html.element("ul", ["class": "code"]) { html in
            for example in examples { html.element("li", text: example) }
            if count > examples.count { html.element("li", text: "and \(Quantity.count(count - examples.count)) more") }
        }
    }
}
