import Findings

/// When and how the scan went.
struct HTMLRun {
    private let report: RunReport

    init(_ report: RunReport) {
        self.report = report
    }

    func write(to html: inout MarkupWriter) {
        var facts = FindingFacts(report, showsSecrets: false)
        let run = report.run
        let tool = report.tool
        let targets = run.targets.map { facts.path($0) }.joined(separator: ", ")
        let accepted = run.acceptedReasons.sorted().map(\.rawValue).joined(separator: ", ")
        let milliseconds = Int(exactly: (max(0, run.elapsedSeconds) * 1000).rounded()) ?? 0
        let lines = [
            ("Targets", targets), ("Started", Timestamp.text(run.startedAt)),
            ("Took", "\(Quantity.count(milliseconds)) ms with \(Quantity.count(run.workers, "worker"))"),
            ("Accepted", accepted), ("Scanner", "\(tool.name) \(tool.version)"), ("Rules", tool.rulesSHA256),
        ]
        html.element("section") { html in
            html.element("h2", text: "The run")
            html.element("dl") { html in
                for (label, text) in lines where !text.isEmpty {
                    html.element("dt", text: label)
                    html.element("dd", text: text)
                }
            }
        }
        html.newLine()
    }
}
