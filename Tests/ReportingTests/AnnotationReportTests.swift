import Blobs
import Findings
import Testing

@testable import Reporting

@Suite struct AnnotationReportTests {
    private static func lines(_ report: RunReport) throws -> [Substring] {
        try MemorySink.holding(report, as: .github).text.split(separator: "\n")
    }

    @Test func aFindingIsAnAnnotation() throws {
        let lines = try Self.lines(Sample.report([Sample.finding("./src/a,b:c%.py")]))
        let properties = "file=src/a%2Cb%3Ac%25.py,line=12,endLine=12,col=7,endColumn=47"
        let message = "test-secret-key at ./src/a,b:c%25.py:12:8%0Asecret: …pQ (32+ bytes)%0Awhy: a keyword names it"
        #expect(
            lines == [
                "::error \(properties),title=critical%3A Test secret access key::\(message)",
                "keyhound: 1 secret in 1 place: 1 critical. Everything in scope was examined.",
            ])
    }

    @Test func aCleanRunIsOneLine() throws {
        #expect(try Self.lines(Sample.report()) == ["keyhound: Complete and clean: no secret found."])
    }

    @Test func severityDecidesLevelAndOrder() throws {
        let low = RuleSummary(id: "l", title: "L", description: "", severity: .low, remedy: "", references: [])
        let medium = RuleSummary(id: "m", title: "M", description: "", severity: .medium, remedy: "", references: [])
        let findings = (1...30).flatMap { line in
            [low, medium, Sample.secretRule].map { Sample.finding("f", line: line, rule: $0) }
        }
        let lines = try Self.lines(Sample.report(findings))
        #expect(lines.count { $0.hasPrefix("::error ") } == 30)
        #expect(lines.count { $0.hasPrefix("::warning ") } == 20)
        #expect(lines.dropLast(2).map { $0.prefix(7) } == lines.dropLast(2).map { $0.prefix(7) }.sorted())
        #expect(
            lines.dropLast().last == "::notice title=Keyhound::40 more findings; see another report for all of them")
    }

    @Test func anIncompleteRunSaysSoFirst() throws {
        let lines = try Self.lines(Sample.fullReport())
        #expect(lines.first?.hasPrefix("::error title=The scan is incomplete::INCOMPLETE because of error (1)") == true)
        #expect(lines.first?.contains("%0Anot examined, vanished, 2, 4.0 KiB: gone before") == true)
        #expect(lines.contains("::notice title=Keyhound::suppressed: 4 by the baseline (1 moved), 1 by comments"))
        let stopped = try Self.lines(Sample.report(run: Sample.run(.interrupted)))
        #expect(stopped.first?.hasPrefix("::error title=The scan was interrupted::INTERRUPTED") == true)
    }

    @Test func whatHasNoPlaceInAFileHasNoLine() throws {
        let text = try MemorySink.holding(Sample.fullReport(), as: .github).text
        #expect(text.contains("::error file=/abs/n,title="))
        #expect(text.contains("::error title=critical%3A Test secret access key::test-secret-key at -:12:8"))
    }

    @Test func aMemberIsToldAtItsFile() throws {
        let member = Provenance(.file("a.zip")).appending(.member("k"))
        let text = try MemorySink.holding(Sample.report([Sample.finding("a", provenance: member)]), as: .github).text
        #expect(text.contains("file=a.zip,title=") && text.contains("at a.zip!k:12:8"))
    }

    @Test func everyLineIsOneCommandOfOurs() throws {
        let lines = try Self.lines(HostileReport.report)
        #expect(lines.dropLast().allSatisfy { $0.wholeMatch(of: /::(error|warning|notice) [^:]*::.*/) != nil })
        #expect(lines.last?.hasPrefix("keyhound: INCOMPLETE") == true)
    }

    @Test func escapesAreThoseOfTheDocumentation() {
        #expect(WorkflowCommand.escapedMessage("a%b\r\nc:d,e") == "a%25b%0D%0Ac:d,e")
        #expect(WorkflowCommand.escapedProperty("a%b\r\nc:d,e") == "a%25b%0D%0Ac%3Ad%2Ce")
        #expect(WorkflowCommand(level: .notice, message: "m").text == "::notice::m")
    }
}
