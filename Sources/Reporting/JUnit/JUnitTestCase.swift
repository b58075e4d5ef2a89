import Findings

/// Writes the elements `testcase` of a report.
struct JUnitTestCase {
    /// How many other places of the same secret are named.
    private static let otherPlaces = 10

    private let report: RunReport
    private let groups: SecretGroups
    private var facts: FindingFacts
    private var skips: SkipText

    init(_ report: RunReport) {
        self.report = report
        groups = SecretGroups(report)
        facts = FindingFacts(report, showsSecrets: false)
        skips = SkipText(report)
    }

    mutating func write(at index: Int, to xml: inout MarkupWriter) {
        let finding = report.findings[index]
        var lines = facts.facts(of: finding).map { "\($0.label): \($0.text)" }
        if groups.isFirst[index] {
            let others = groups.others(of: index, limit: Self.otherPlaces).prefix(Self.otherPlaces)
            lines += others.map { "also at: " + facts.place(of: $0) }
            let rest = groups.count(at: index) - 1 - others.count
            if rest > 0 { lines.append("also at: \(Quantity.count(rest, "more place"))") }
        }
        if !finding.rule.remedy.isEmpty { lines.append("do: " + finding.rule.remedy) }
        lines += finding.rule.references.map { "see: " + $0 }
        begin(finding, to: &xml)
        let confidence = finding.confidence.rawValue
        let message = "\(facts.prose(finding.rule.title)): \(facts.secret(of: finding)), \(confidence) confidence"
        xml.element("failure", ["type": finding.severity.rawValue, "message": message]) { xml in
            for line in [facts.place(of: finding)] + lines {
                xml.newLine()
                xml.text(line)
            }
            xml.newLine()
        }
        end(to: &xml)
    }

    mutating func write(suppressed finding: Finding, to xml: inout MarkupWriter) {
        begin(finding, to: &xml)
        let suppression = finding.suppression
        let kind = suppression?.kind == .baseline ? "the baseline" : "a comment"
        let reason = suppression?.reason.map { ": " + facts.prose($0) } ?? ""
        xml.empty("skipped", ["type": suppression?.kind.rawValue ?? "", "message": "suppressed by \(kind)\(reason)"])
        end(to: &xml)
    }

    mutating func write(_ reason: SkipReason, to xml: inout MarkupWriter) {
        xml.begin("testcase", ["name": reason.rawValue, "classname": "\(report.tool.name).coverage", "time": "0"])
        xml.empty("error", ["type": "incomplete", "message": "INCOMPLETE: " + skips.line(reason)])
        end(to: &xml)
    }

    func writePassed(to xml: inout MarkupWriter) {
        let attributes: MarkupWriter.Attributes = [
            "name": "no secret found", "classname": report.tool.name, "time": "0",
        ]
        xml.empty("testcase", attributes)
        xml.newLine()
    }

    private mutating func begin(_ finding: Finding, to xml: inout MarkupWriter) {
        let start = finding.location.start
        let name = "\(finding.rule.id) at \(start.line):\(start.column)"
        xml.begin("testcase", ["name": name, "classname": facts.path(finding.provenance.path), "time": "0"])
    }

    private func end(to xml: inout MarkupWriter) {
        xml.end("testcase")
        xml.newLine()
    }
}
