import Findings
import Foundation
import Testing

@testable import Reporting

@Suite struct GitLabReportTests {
    private static func document(_ report: RunReport) throws -> [String: Any] {
        let data = Data(try MemorySink.holding(report, as: .gitlab).bytes)
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private static func vulnerabilities(_ report: RunReport) throws -> [[String: Any]] {
        try #require(document(report)["vulnerabilities"] as? [[String: Any]])
    }

    @Test func aFindingIsAVulnerability() throws {
        let detail = Finding.Detail(name: "account", value: "000000000000")
        let report = Sample.report([Sample.finding("./a/b.py", details: [detail])])
        let finding = try #require(Self.vulnerabilities(report).first)
        #expect(finding["name"] as? String == "Test secret access key")
        #expect(finding["severity"] as? String == "Critical" && finding["category"] as? String == "secret_detection")
        #expect(finding["raw_source_code_extract"] as? String == "…pQ")
        let location = try #require(finding["location"] as? [String: Any])
        #expect(location["file"] as? String == "a/b.py" && location["start_line"] as? Int == 12)
        #expect((location["commit"] as? [String: String]) == ["sha": "0000000"])
        let identifiers = try #require(finding["identifiers"] as? [[String: String]])
        #expect(identifiers.first?["type"] == "keyhound_rule_id" && identifiers.first?["value"] == "test-secret-key")
        let details = try #require(finding["details"] as? [String: [String: String]])
        #expect(details["detail_1"] == ["name": "account", "type": "text", "value": "000000000000"])
        #expect((finding["description"] as? String)?.hasSuffix("Found because: `a keyword names it`") == true)
    }

    @Test func aFindingOfAHistoryNamesItsCommit() throws {
        let old = try #require(
            Self.vulnerabilities(Sample.fullReport()).first {
                ($0["location"] as? [String: Any])?["file"] as? String == "old.py"
            })
        let commit = try #require((old["location"] as? [String: Any])?["commit"] as? [String: String])
        #expect(commit["sha"] == String(repeating: "1a", count: 20))
        #expect(commit["author"] == "A U Thor <a@example.com>" && commit["date"] == "2020-09-13T12:26:40Z")
        #expect(commit["message"] == "Add, and forget")
    }

    @Test func otherPlacesOfTheSecretAreListed() throws {
        let report = Sample.report((1...250).map { Sample.finding("f", line: $0) }, tellsEveryLocation: false)
        let findings = try Self.vulnerabilities(report)
        #expect(findings.count == 1)
        let places = (findings[0]["details"] as? [String: Any])?["other_places"] as? [String: Any]
        #expect((places?["items"] as? [[String: Any]])?.count == 100)
        #expect(places?["name"] as? String == "The same secret, 250 places")
    }

    @Test func anIncompleteRunIsAFailureWithItsReasons() throws {
        let scan = try #require(Self.document(Sample.fullReport())["scan"] as? [String: Any])
        #expect(scan["status"] as? String == "failure")
        #expect(scan["start_time"] as? String == "2026-11-23T22:15:40")
        #expect(scan["end_time"] as? String == "2026-11-23T22:15:41")
        let messages = try #require(scan["messages"] as? [[String: String]])
        #expect(messages.map { $0["level"] } == ["warn", "warn", "info", "info", "info", "info", "info"])
        #expect(messages.last?["value"] == "suppressed, and not told here: 1 by comments")
        let stopped = try #require(
            Self.document(Sample.report(run: Sample.run(.interrupted)))["scan"] as? [String: Any])
        #expect((stopped["messages"] as? [[String: String]])?.first?["level"] == "fatal")
        #expect((try Self.document(Sample.report())["scan"] as? [String: Any])?["status"] as? String == "success")
    }

    @Test func idsAreUUIDsThatStay() throws {
        let ids = try Self.vulnerabilities(HostileReport.report).compactMap { $0["id"] as? String }
        #expect(Set(ids).count == HostileReport.report.findings.count)
        for id in ids {
            #expect(id.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
        }
        let alone = try Self.vulnerabilities(Sample.report([Sample.finding("c:d")]))
        #expect(ids.contains(alone.first?["id"] as? String ?? "?"))
    }

    @Test func twoFindingsWithOnePlaceHaveTwoIDs() {
        let place = Sample.report().place(of: Sample.finding())
        var identifiers = GitLabIdentifiers()
        let ids = (0..<1000).map { _ in identifiers.next(for: place) }
        #expect(Set(ids).count == 1000)
        #expect(Set(ids.map { $0.prefix(32) }).count == 1)
    }

    @Test func contentIsNoMarkdown() throws {
        #expect(MarkdownText.code("a") == "`a`" && MarkdownText.code("`a``b") == "``` `a``b ```")
        for finding in try Self.vulnerabilities(HostileReport.report) {
            let description = try #require(finding["description"] as? String)
            #expect(description.components(separatedBy: "\n\n").count == 3)
        }
    }
}
