import Blobs
import Findings
import Testing

@testable import Scanning

/// What a scan does with candidates that are no plain findings.
@Suite struct JudgementTests {
    private static func scan(_ text: String, _ bench: Bench) throws -> BlobReport {
        try bench.report(whole: Array(text.utf8))
    }

    /// The id of an account: the mark of the present generation, forty bits of number, zeros.
    private static func keyID(account: UInt64, seed: UInt64) -> String {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        let bits = (1 << 49 | account << 9) as UInt64
        let head = stride(from: 45, through: 0, by: -5).map { alphabet[Int(bits >> UInt64($0) & 31)] }
        return "AK" + "IA" + String(decoding: head + random.bytes(6, of: alphabet), as: UTF8.self)
    }

    @Test func documentationExamplesAreCounted() throws {
        let id = String(decoding: try Samples.text("AKIA{text:IOSFODNN7}EXAMPLE", seed: 0), as: UTF8.self)
        let secret = String(
            decoding: try Samples.text("wJalrXUtnFEMI{text:/K7MDENG/}bPxRfiCYEXAMPLEKEY", seed: 0), as: UTF8.self)
        let report = try Self.scan("id = \(id)\n\naws_secret_access_key = \(secret)\n", try Bench.builtIn())
        #expect(report.findings.isEmpty && report.failures.isEmpty)
        #expect(report.dropped.recognised == [.documentationExample: 2])
        let path = RawPath("blob")
        #expect(
            report.dropped.examples[.documentationExample] == [
                DropCounts.Example(path: path, line: 1, column: 6, rule: "aws-access-key-id"),
                DropCounts.Example(path: path, line: 3, column: 25, rule: "aws-secret-access-key"),
            ])
    }

    @Test func canariesAreCountedAlsoInPairs() throws {
        let canary = Self.keyID(account: 171_436_882_533, seed: 3)
        let other = Self.keyID(account: 171_436_882_534, seed: 3)
        let secret = String(decoding: try Samples.text("{base64:40}", seed: 3), as: UTF8.self)
        let bench = try Bench.builtIn()
        let alone = try Self.scan("key \(canary)\n", bench)
        #expect(alone.findings.isEmpty && alone.dropped.recognised == [.canary: 1])
        let pair = try Self.scan("id = \(canary)\naws_secret_access_key = \(secret)\n", bench)
        #expect(pair.findings.isEmpty && (pair.dropped.recognised[.canary] ?? 0) >= 1)
        #expect(pair.unreported.contains(Secret(Array(canary.utf8))))
        // One account further there is no canary.
        #expect(try Self.scan("key \(other)\n", bench).findings.count == 1)
        #expect(
            try Self.scan("id = \(other)\naws_secret_access_key = \(secret)\n", bench).findings.map(\.rule.id) == [
                "aws-access-key-pair"
            ])
    }

    @Test func impossibleMatchesAreCountedOrReported() throws {
        let head = String(repeating: "-", count: 5)
        let text = "\(head)BEGIN RSA PRIVATE KEY\(head)\n...\n\(head)END RSA PRIVATE KEY\(head)\n"
        var bench = try Bench.builtIn()
        let hidden = try Self.scan(text, bench)
        #expect(hidden.findings.isEmpty && hidden.dropped.impossible == 1)
        bench.options.reportsImpossible = true
        let shown = try Self.scan(text, bench)
        #expect(shown.findings.map(\.verdict) == [.impossible] && shown.dropped.impossible == 0)
    }

    @Test func whatIsBelowTheThresholdIsCountedAndMasked() throws {
        let secret = try Samples.text("{base64:40}", seed: 9)
        let low = try Bench.builtIn(threshold: .medium).report(whole: secret)
        #expect(low.findings.count == 1)
        let high = try Bench.builtIn(threshold: .high).report(whole: secret)
        #expect(high.findings.isEmpty && high.dropped.belowConfidence == 1)
        #expect(high.unreported == [Secret(secret)])
    }

    /// Every credential that a scan has seen is known to the masker: among the findings, or apart.
    @Test func aPairTellsBothHalves() throws {
        let report = try Bench.builtIn(threshold: .medium).report(whole: try Samples.pair(4))
        let finding = try #require(report.findings.first)
        #expect(report.findings.count == 1 && finding.rule.id == "aws-access-key-pair")
        #expect(finding.related.map(\.role) == ["id"] && finding.related.map(\.location.bytes) == [20..<40])
        #expect(finding.location.bytes == 65..<105)
        #expect(finding.redacted.length == 40 && finding.related.map(\.prefixLength) == [4])
        #expect(report.unreported.contains(finding.related[0].secret))
    }

    /// The half of a pair is worth as much as alone, whatever the pair comes to.
    @Test func aPartnerIsNotLostWithAPairBelowTheThreshold() throws {
        let rules = SmallRules.text.replacing(
            "severity = \"critical\"\nconfidence = 0.9", with: "severity = \"critical\"\nconfidence = 0.3")
        let bench = try Bench.user(rules, threshold: .medium)
        let id = String(decoding: try Samples.text("KID{upper-hex:8}", seed: 1), as: UTF8.self)
        let secret = String(decoding: try Samples.text("{hex:24}", seed: 1), as: UTF8.self)
        #expect(try Self.scan("id \(id).", bench).findings.map(\.rule.id) == ["test-id"])
        // The pair scores 0.4, the id alone 0.6.
        let both = try Self.scan("id \(id) \(secret).", bench)
        #expect(both.findings.contains { $0.secret == Secret(Array(id.utf8)) }, "\(both.dropped)")
    }

    @Test func equalLinesAreNumbered() throws {
        let bench = try Bench.builtIn(threshold: .medium)
        let ids = try (0..<4).map { String(decoding: try Samples.keyID($0), as: UTF8.self) }
        let report = try Self.scan("  k = \(ids[0])\nk = \(ids[1])  \nkk = \(ids[2])\n\nk = \(ids[3])", bench)
        #expect(report.findings.map(\.ordinal) == [0, 1, 0, 2])
        #expect(Set(report.findings.map(\.line)).count == 2)
        // Lines above and other secrets change nothing.
        let moved = try Self.scan("new\n\n  k = \(ids[3])\nk = \(ids[0])  \nkk = \(ids[1])\n\nk = \(ids[2])", bench)
        #expect(moved.findings.map(\.line) == report.findings.map(\.line))
        #expect(moved.findings.map(\.ordinal) == report.findings.map(\.ordinal))
    }
}
