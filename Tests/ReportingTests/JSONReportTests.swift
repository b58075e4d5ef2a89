import Blobs
import Findings
import Foundation
import Testing

@testable import Reporting

@Suite struct JSONReportTests {
    @Test func membersStandInTheDocumentedOrder() throws {
        let text = try MemorySink.holding(Sample.report(), as: .json).text
        let lines = text.split(separator: "\n").map { $0.prefix { $0 != ":" } }
        #expect(
            lines == [
                "{", "\"schema_version\"", "\"tool\"", "\"run\"", "\"coverage\"", "\"dropped\"", "\"findings\"",
                "\"suppressed\"",
            ])
    }

    @Test func aFindingComesBackWhole() throws {
        let report = try ParsedReport(MemorySink.holding(Sample.fullReport(), as: .json))
        let finding = try #require(report.findings.first { $0.pathBytes == Array("src/config.py".utf8) }).members
        #expect(finding["score"] as? Double == 0.92)
        #expect(finding["verdict"] as? String == "proven")
        let members = ["line", "column", "end_line", "end_column", "start_byte", "end_byte"]
        #expect(members.map { finding[$0] as? Int } == [12, 8, 12, 48, 300, 340])
        let secret = try #require(finding["secret"] as? [String: Any])
        #expect(secret["redacted"] as? String == "…pQ")
        #expect(secret["length"] as? Int == Sample.secret.count)
        #expect((secret["fingerprint"] as? String)?.hasPrefix("hmac-sha256:") == true)
        #expect(secret["value"] == nil)
        let related = try #require((finding["related"] as? [[String: Any]])?.first)
        #expect(related["role"] as? String == "key id")
        #expect(related["line"] as? Int == 11)
    }

    @Test func withoutAKeyThereIsNoFingerprint() throws {
        for format in [ReportFormat.json, .jsonl, .sarif] {
            let text = try MemorySink.holding(Sample.report([Sample.finding()]), as: format).text
            #expect(!text.contains("hmac-sha256"))
            #expect(!text.contains("\"fingerprint"))
        }
    }

    @Test func aShortSecretHasNoLength() throws {
        let report = try ParsedReport(MemorySink.holding(Sample.fullReport(), as: .json))
        let finding = try #require(report.findings.first { $0.pathBytes == Array("-".utf8) }).members
        let secret = try #require(finding["secret"] as? [String: Any])
        #expect(secret["length"] == nil)
        #expect(secret["length_class"] as? String == "<8")
    }

    @Test func theSumsAgree() throws {
        let report = try ParsedReport(MemorySink.holding(Sample.fullReport(), as: .json))
        let coverage = try #require(report.members["coverage"] as? [String: Any])
        let seen = (coverage["seen"] as? [String: Any])?["units"] as? Int
        let examined = (coverage["examined"] as? [String: Any])?["units"] as? Int ?? 0
        let skipped = (coverage["skipped"] as? [[String: Any]] ?? []).reduce(0) { $0 + ($1["count"] as? Int ?? 0) }
        #expect(seen == examined + skipped)
    }

    @Test func occurrencesAreListedOnceAndCounted() throws {
        let findings = (1...250).map { Sample.finding("f", line: $0) }
        let report = try ParsedReport(MemorySink.holding(Sample.report(findings), as: .json))
        let lists = report.findings.map { $0.members["occurrences"] as? [[String: Any]] }
        #expect(lists[0]?.count == 100)
        #expect(lists[0]?.first?["line"] as? Int == 2)
        #expect(lists[1...].allSatisfy { $0 == nil })
        #expect(
            report.findings.allSatisfy { ($0.members["secret"] as? [String: Any])?["occurrence_count"] as? Int == 250 })
    }

    @Test func oneSecretIsOneFindingWithAllItsPlaces() throws {
        let sample = Sample.report((1...250).map { Sample.finding("f", line: $0) }, tellsEveryLocation: false)
        let report = try ParsedReport(MemorySink.holding(sample, as: .json))
        #expect(report.findings.count == 1)
        let places = report.findings.first?.members["occurrences"] as? [[String: Any]]
        #expect(places?.compactMap { $0["line"] as? Int } == Array(2...250))
        let secret = report.findings.first?.members["secret"] as? [String: Any]
        #expect(secret?["occurrence_count"] as? Int == 250)
        let summary = try MemorySink.holding(sample, as: .jsonl).text.split(separator: "\n").last
        #expect(summary?.contains("\"findings\":1,\"places\":250") == true)
    }

    @Test func linesHoldTheObjectsOfTheDocument() throws {
        let sample = Sample.fullReport()
        let lines = try MemorySink.holding(sample, as: .jsonl).text.split(separator: "\n").map {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
        }
        let types = lines.map { $0["type"] as? String }
        #expect(types.first == "header" && types.last == "summary")
        #expect(lines.last?["findings"] as? Int == types.count { $0 == "finding" })
        let document = try ParsedReport(MemorySink.holding(sample, as: .json))
        for (line, finding) in zip(lines.filter { $0["type"] as? String == "finding" }, document.findings) {
            var members = line
            members["type"] = nil
            #expect(NSDictionary(dictionary: members) == NSDictionary(dictionary: finding.members))
        }
    }

    @Test(arguments: ReportFormat.allCases)
    func onlyTheRunDiffers(_ format: ReportFormat) throws {
        let first = try MemorySink.holding(Sample.report([Sample.finding()]), as: format).text
        let later = Sample.report([Sample.finding()], run: Sample.run(startedAt: 1_800_000_000))
        let second = try MemorySink.holding(later, as: format).text
        // The start, and the end one second later.
        let moved = first.replacing("2026-11-23T22:15:40", with: "2027-01-15T08:00:00")
            .replacing("2026-11-23T22:15:41", with: "2027-01-15T08:00:01")
        #expect(moved == second)
        let (one, other) = (Sample.fullReport(), Sample.fullReport())
        #expect(try MemorySink.holding(one, as: format).bytes == MemorySink.holding(other, as: format).bytes)
    }

    @Test func stringsAreEscaped() {
        var json = JSONWriter()
        json.string(nil, utf8: Array("\"\\\n\u{0}\u{1F}\u{7F}\u{9B}\u{202E}\u{E0041}</#####".utf8) + [0xFF])
        let escaped = ##""\"\\\n\u0000\u001f\u007f\u009b\u202e\udb40\udc41<\/#\u0023\u0023\u0023\u0023"## + "\u{FFFD}\""
        #expect(String(decoding: json.buffer.bytes, as: UTF8.self) == escaped)
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
        (4_107_542_399, "2100-02-28T23:59:59Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
    ])
    func timesAreRFC3339(_ seconds: Int, _ text: String) {
        #expect(Timestamp.text(seconds) == text)
    }

    @Test func base64IsFoundations() {
        for count in 0..<70 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + count) }
            #expect(Base64.text(bytes) == Data(bytes).base64EncodedString())
        }
    }
}
