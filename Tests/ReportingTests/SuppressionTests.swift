import Findings
import Foundation
import Testing

@testable import Reporting

/// Findings that do not count, and the baseline, in JSON and SARIF.
@Suite struct SuppressionTests {
    private static func members(_ report: RunReport) throws -> [String: Any] {
        try ParsedReport(MemorySink.holding(report, as: .json)).members
    }

    @Test func aSuppressedFindingSaysWhyItDoesNotCount() throws {
        let report = try Self.members(Sample.fullReport())
        let suppressed = try #require(report["suppressed"] as? [[String: Any]])
        #expect(suppressed.map { $0["line"] as? Int } == [1, 2, 3, 4, 7])
        let judged = try #require(suppressed[0]["suppression"] as? [String: String])
        #expect(
            judged == [
                "kind": "baseline", "reason": "checked by hand", "owner": "security team", "expires": "2027-01-31",
            ])
        #expect(suppressed[4]["suppression"] as? [String: String] == ["kind": "inline", "mark": "keyhound:allow"])
        let secret = suppressed[0]["secret"] as? [String: Any]
        #expect(secret?["redacted"] != nil && secret?["group"] == nil && suppressed[0]["occurrences"] == nil)
    }

    @Test func suppressedFindingsAreCountedByKind() throws {
        let dropped = try #require(Self.members(Sample.fullReport())["dropped"] as? [String: Any])
        let kinds = try #require(dropped["suppressed"] as? [[String: Any]])
        #expect(kinds.map { $0["kind"] as? String } == ["canary", "documentation-example", "baseline", "inline"])
        #expect(kinds.map { $0["count"] as? Int } == [1, 5, 4, 1])
        #expect(kinds.map { ($0["examples"] as? [Any])?.count } == [1, 5, 4, 1])
        #expect(dropped["denied_allows"] as? Int == 3)
    }

    @Test func atMostTenExamplesAreNamed() {
        let findings = (1...25).map {
            Sample.finding(line: $0).suppressed(by: Suppression(kind: .inline, reason: nil))
        }
        let kind = SuppressedFindings(Sample.report(suppressed: findings), .inline)
        #expect(kind.count == 25 && kind.examples.map(\.line) == Array(1...10))
        #expect(SuppressedFindings(Sample.report(suppressed: findings), .baseline).count == 0)
    }

    @Test func theBaselineIsReviewed() throws {
        let baseline = try #require(Self.members(Sample.fullReport())["baseline"] as? [String: Any])
        #expect(["entries", "used", "moved"].map { baseline[$0] as? Int } == [7, 4, 1])
        #expect((baseline["unused"] as? [[String: Any]])?.map { $0["line"] as? Int } == [12, 13])
        let expired = try #require((baseline["expired"] as? [[String: Any]])?.first)
        #expect(expired["path_bytes_base64"] as? String == "/A==" && expired["owner"] as? String == "build team")
        let without = try Self.members(Sample.report())
        #expect(without["baseline"] == nil && (without["suppressed"] as? [Any])?.isEmpty == true)
    }

    @Test func linesHoldSuppressedFindingsToo() throws {
        let lines = try MemorySink.holding(Sample.fullReport(), as: .jsonl).text.split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("{\"type\":\"suppressed\"") } == 5)
        #expect(lines.last?.contains("\"suppressed\":5}") == true)
        #expect(lines.last?.contains("\"baseline\":{\"path\":\"base.toml\",\"entries\":7") == true)
    }

    @Test func aLargeBaselineIsWrittenInPieces() throws {
        let entry = BaselineReview.Entry(
            line: 1, rule: "r", path: "p", reason: String(repeating: "x", count: 150), owner: nil, expires: nil)
        let entries = Array(repeating: entry, count: 2_000)
        let review = BaselineReview(
            path: "b", entryCount: 2_000, usedCount: 0, movedCount: 0, unused: entries, expired: entries)
        for format in [ReportFormat.json, .jsonl] {
            #expect(try MemorySink.holding(Sample.report(baseline: review), as: format).largestPiece < 80_000)
        }
    }

    @Test func sarifSuppressesItsResults() throws {
        let sink = try MemorySink.holding(Sample.fullReport(), as: .sarif)
        let results = try ParsedSARIF(sink).runs.flatMap(\.results)
        #expect(results.count == 14)
        let suppressions = results.map { $0.suppressions?.map(\.kind) ?? [] }
        #expect(
            suppressions == Array(repeating: [], count: 9) + Array(repeating: ["external"], count: 4) + [["inSource"]])
        #expect(results[9].suppressions?.first?.status == "accepted")
        #expect(results[9].suppressions?.first?.justification == "checked by hand")
        #expect(results[13].suppressions?.first?.justification == nil)
        let states = results.map(\.baselineState)
        #expect(states.prefix(9).allSatisfy { $0 == "new" })
        #expect(states[9...12].allSatisfy { $0 == "unchanged" } && states[13] == "new")
        #expect(results.allSatisfy { $0.partialFingerprints["keyhoundPlace/v1"]?.count == 32 })
        let plain = try ParsedSARIF(MemorySink.holding(Sample.report([Sample.finding()]), as: .sarif))
        #expect(plain.runs.flatMap(\.results).allSatisfy { $0.baselineState == nil && $0.suppressions == nil })
    }

    @Test func volumesCountSuppressedResults() throws {
        let suppression = Suppression(kind: .baseline, reason: "seen")
        let suppressed = (1...30_000).map { Sample.finding(line: $0).suppressed(by: suppression) }
        let report = Sample.report([Sample.finding("z")], suppressed: suppressed)
        let volumes = SARIFVolume.volumes(of: report)
        #expect(volumes.flatMap(\.runs).map(\.count) == [25_000, 5_001])
        #expect(SARIFVolume.whole(report).runs.map(\.count) == [25_000, 5_001])
        #expect(SARIFVolume.compressedSize(of: suppressed[0]) > SARIFVolume.compressedSize(of: Sample.finding()))
    }
}
