import Findings
import Foundation
import Testing

@testable import Reporting

@Suite struct JUnitReportTests {
    private typealias Element = ParsedXML.Element

    private static func suite(_ report: RunReport) throws -> ParsedXML.Element {
        let root = try ParsedXML(MemorySink.holding(report, as: .junit)).root
        #expect(root.children.map(\.name) == ["testsuites"])
        return try #require(root.all("testsuite").first)
    }

    private static func outcomes(_ suite: ParsedXML.Element) -> [String] {
        suite.all("testcase").map { $0.children.first?.name ?? "passed" }
    }

    @Test func aCleanRunIsOneTestThatPasses() throws {
        let suite = try Self.suite(Sample.report())
        #expect(Self.outcomes(suite) == ["passed"])
        #expect(suite.attributes["tests"] == "1" && suite.attributes["failures"] == "0")
        #expect(suite.attributes["timestamp"] == "2026-11-23T22:15:40" && suite.attributes["time"] == "1.250")
    }

    @Test func findingsFailAndSuppressedOnesAreSkipped() throws {
        let report = Sample.report([Sample.finding(isPaired: true)], suppressed: Suppressed.findings)
        let suite = try Self.suite(report)
        #expect(Self.outcomes(suite) == ["failure", "skipped", "skipped", "skipped", "skipped", "skipped"])
        #expect(suite.attributes["skipped"] == "5" && suite.attributes["failures"] == "1")
        let test = try #require(suite.all("testcase").first)
        #expect(test.attributes["classname"] == "src/config.py")
        #expect(test.attributes["name"] == "test-secret-key at 12:8")
        let failure = try #require(test.children.first)
        #expect(failure.attributes["type"] == "critical")
        #expect(failure.attributes["message"] == "Test secret access key: …pQ (32+ bytes), high confidence")
        #expect(failure.text.contains("\nwith: key id AKIA…ZT at 11:8\ndo: Deactivate the key, then remove it.\n"))
        #expect(suite.all("skipped").first?.attributes["message"] == "suppressed by the baseline: checked by hand")
        #expect(suite.all("skipped").last?.attributes["message"] == "suppressed by a comment")
    }

    @Test func anIncompleteRunHasErrors() throws {
        let suite = try Self.suite(Sample.fullReport())
        let errors = suite.all("testcase").prefix(2)
        #expect(errors.map { $0.attributes["name"] } == ["error", "vanished"])
        #expect(errors.allSatisfy { $0.children.first?.name == "error" })
        #expect(suite.attributes["errors"] == "2" && suite.attributes["tests"] == "16")
        let stopped = try Self.suite(Sample.report(run: Sample.run(.interrupted)))
        #expect(Self.outcomes(stopped) == ["error"])
        #expect(stopped.all("system-out").first?.text.hasPrefix("INTERRUPTED") == true)
    }

    /// The rules of the schema of Jenkins' xUnit plugin, `junit-10.xsd`, as far as they concern what is written.
    @Test(arguments: 0..<4) func reportsKeepToTheSchemaOfJenkins(_ index: Int) throws {
        let reports = [
            Sample.report(), Sample.fullReport(), HostileReport.report, Sample.report(run: Sample.run(.interrupted)),
        ]
        let allowed: [String: (attributes: Set<String>, required: Set<String>, children: Set<String>)] = [
            "": ([], [], ["testsuites"]),
            "testsuites": (["name", "time", "tests", "failures", "errors"], [], ["testsuite"]),
            "testsuite": (
                [
                    "name", "tests", "failures", "errors", "group", "time", "skipped", "timestamp", "hostname", "id",
                    "package", "file", "log", "url",
                ], ["name", "tests", "failures", "errors"], ["properties", "testcase", "system-out", "system-err"]
            ),
            "properties": ([], [], ["property"]),
            "property": (["name", "value"], ["name", "value"], []),
            "testcase": (
                ["name", "time", "classname", "group"], ["name"],
                ["skipped", "error", "failure", "system-out", "system-err"]
            ),
            "failure": (["type", "message"], [], []), "error": (["type", "message"], [], []),
            "skipped": (["type", "message"], [], []), "system-out": ([], [], []),
        ]
        func check(_ element: Element) {
            let names = Set(element.attributes.keys)
            guard let rule = allowed[element.name] else {
                Issue.record("\(element.name) is not an element")
                return
            }
            #expect(names.isSubset(of: rule.attributes) && names.isSuperset(of: rule.required))
            #expect(Set(element.children.map(\.name)).isSubset(of: rule.children))
            element.children.forEach(check)
        }
        let root = try ParsedXML(MemorySink.holding(reports[index], as: .junit)).root
        check(root)
        for suite in root.all("testsuite") {
            let tests = suite.all("testcase")
            #expect(suite.attributes["tests"] == String(tests.count))
            for (attribute, element) in [("failures", "failure"), ("errors", "error"), ("skipped", "skipped")] {
                #expect(suite.attributes[attribute] == String(tests.count { $0.children.first?.name == element }))
            }
            #expect(suite.attributes["time"]?.wholeMatch(of: /[0-9]+\.[0-9]{3}/) != nil)
        }
    }

    @Test func markupEscapesWhatCouldEndIt() {
        #expect(MarkupWriter.escaped("a<b>&\"'c") == "a&lt;b&gt;&amp;&quot;&#39;c")
        #expect(MarkupWriter.escaped("]]>\u{0}\u{FFFE}\n") == "]]&gt;\\u{00}\\u{FFFE}\\n")
    }
}
