import Blobs
import Findings
import Testing

@testable import Baselines

@Suite struct BaselineReviewTests {
    private static func review(_ baseline: Baseline, _ findings: [Finding]) -> BaselineReview {
        baseline.review(findings, today: Sample.today, file: Sample.file).review
    }

    /// A baseline with one entry, and something more in its line.
    private static func baseline(of finding: Finding, adding members: String) throws -> Baseline {
        let text = Sample.text(
            of: Sample.baseline(of: [finding]), replacing: "\"created\"", with: members + "\"created\"")
        return try Sample.parse(text)
    }

    @Test func entriesHoldWhenLinesMove() throws {
        let baseline = try Sample.parse(Sample.baseline(of: [Sample.finding(line: 3)]).serialized())
        #expect(baseline.suppresses([Sample.finding(line: 103)]) == [true])
        let review = Self.review(baseline, [Sample.finding(line: 103)])
        #expect(review.usedCount == 1 && review.movedCount == 0 && review.unused.isEmpty && review.expired.isEmpty)
        #expect(review.path == Sample.file && review.entryCount == 1)
    }

    @Test func entriesHoldWhenFilesMoveAndAreReportedAsMoved() {
        let baseline = Sample.baseline(of: [Sample.finding(at: "src/a.py")])
        let findings = ["lib/b.py", "src/a.py", "a.py"].map { Sample.finding(at: $0) }
        #expect(baseline.suppresses(findings) == [true, true, true])
        #expect(Self.review(baseline, findings).movedCount == 2)
    }

    @Test func replacedSecretsAreTold() {
        let baseline = Sample.baseline(of: [Sample.finding(Sample.strong(1))])
        #expect(baseline.suppresses([Sample.finding(Sample.strong(2))]) == [false])
        #expect(Self.review(baseline, [Sample.finding(Sample.strong(2))]).unused.map(\.path) == [RawPath("src/a.py")])
    }

    @Test func anotherRuleIsAnotherMatter() {
        let baseline = Sample.baseline(of: [Sample.finding(rule: "one")])
        #expect(baseline.suppresses([Sample.finding(rule: "two"), Sample.finding(rule: "one")]) == [false, true])
    }

    @Test func theFolderOfTheCallDoesNotCount() {
        let baseline = Sample.baseline(of: [Sample.finding(at: "./src/a.py")])
        #expect(baseline.entries[0].path == RawPath("src/a.py"))
        #expect(Self.review(baseline, [Sample.finding(at: "././src/a.py")]).movedCount == 0)
    }

    @Test func findingsKeepTheirOrderAndTakeTheEntrysWords() throws {
        let findings = [Sample.finding(Sample.strong(3)), Sample.finding(), Sample.finding(Sample.strong(4))]
        let baseline = Sample.baseline(of: [findings[1]], reason: "a test", owner: "me", expires: "2026-11-27")
        let judged = baseline.review(findings, today: Sample.today, file: Sample.file).findings
        #expect(judged.map(\.secret) == findings.map(\.secret))
        #expect(judged[0].suppression == nil && judged[2].suppression == nil)
        let expected = Suppression(kind: .baseline, reason: "a test", owner: "me", expires: "2026-11-27")
        #expect(judged[1].suppression == expected)
    }

    @Test func entriesHoldOnTheirLastDayAndNoLonger() {
        let baseline = Sample.baseline(of: [Sample.finding()], expires: "2026-11-27")
        #expect(baseline.suppresses([Sample.finding()], on: "2026-11-27") == [true])
        #expect(baseline.suppresses([Sample.finding()], on: "2026-11-28") == [false])
        for findings in [[Sample.finding()], []] {
            let review = baseline.review(findings, today: "2027-01-01", file: Sample.file).review
            #expect(review.expired.map(\.expires) == ["2026-11-27"])
            #expect(review.unused.isEmpty && review.usedCount == 0)
        }
    }

    @Test func scopesBound() throws {
        let baseline = try Self.baseline(of: Sample.finding(at: "tests/a"), adding: #""scope":["./tests/**","*.md"],"#)
        let paths = ["tests/a", "./tests/deep/b", "docs/x.md", "src/tests/a", "src/a", "/tests/c"]
        let findings = paths.map { Sample.finding(at: $0) }
        #expect(baseline.suppresses(findings) == [true, true, true, false, false, true])
        #expect(Self.review(baseline, [findings[4]]).unused.count == 1)
    }

    @Test func anyPathOfAHistoryWillDo() throws {
        let baseline = try Self.baseline(of: Sample.finding(at: "tests/a"), adding: #""scope":["tests/**"],"#)
        var history = History()
        history.otherPaths = [RawPath("old/a"), RawPath("tests/a")]
        let finding = Sample.finding(at: "src/a").placed(in: history)
        #expect(baseline.suppresses([finding]) == [true])
        #expect(Self.review(baseline, [finding]).movedCount == 0)
    }

    @Test func inlineSuppressionsStayAndUseTheirEntry() {
        let baseline = Sample.baseline(of: [Sample.finding(at: "elsewhere")])
        let inline = Suppression(kind: .inline, mark: "mark", reason: "so")
        let (findings, review, _) = baseline.review(
            [Sample.finding().suppressed(by: inline)], today: Sample.today, file: Sample.file)
        #expect(findings[0].suppression == inline)
        #expect(review.usedCount == 1 && review.movedCount == 0 && review.unused.isEmpty)
    }

    @Test func ofTwoEntriesEitherSuffices() throws {
        let lines = Sample.lines(of: Sample.baseline(of: [Sample.finding()], reason: "old", expires: "2026-01-31"))
        let other = Sample.lines(of: Sample.baseline(of: [Sample.finding()], reason: "new", expires: "2027-01-31"))
        let third = Sample.lines(of: Sample.baseline(of: [Sample.finding(at: "b")], reason: "for ever"))
        let baseline = try Sample.parse([lines[0], lines[1], third[1], other[1]].joined(separator: "\n"))
        #expect(baseline.entries.count == 3)
        let (findings, review, _) = baseline.review([Sample.finding()], today: Sample.today, file: Sample.file)
        #expect(findings[0].suppression?.reason == "new", "the one at the same path comes first")
        #expect(review.usedCount == 2 && review.unused.isEmpty && review.expired.map(\.line) == [2])
        #expect(
            baseline.review([Sample.finding(at: "c")], today: Sample.today, file: Sample.file)
                .findings[0].suppression?.reason == "for ever")
    }

    @Test func unusedEntriesComeInTheOrderOfLines() throws {
        let findings = (0..<5).map { Sample.finding(Sample.strong($0), at: "f\($0)") }
        let baseline = try Sample.parse(Sample.baseline(of: findings, reason: "why", owner: "who").serialized())
        let unused = Self.review(baseline, [findings[2]]).unused
        #expect(unused.map(\.line) == [2, 3, 5, 6])
        #expect(unused.allSatisfy { $0.reason == "why" && $0.owner == "who" && $0.rule == "test-rule" })
    }

    @Test func aKeyOutsideDoesTheSame() throws {
        var baseline = try Baseline(externalKey: Sample.key)
        let findings = [Sample.finding(), Sample.finding("weak" + "1")]
        #expect(
            baseline.add(
                findings, masker: Masker(), reason: nil, owner: nil, expires: nil, created: Sample.today) == 2)
        #expect(!baseline.keyIsInside)
        #expect(baseline.entries.allSatisfy { $0.fingerprint.hasPrefix("hmac-sha256:") })
        let read = try Sample.parse(baseline.serialized(), externalKey: Sample.key)
        #expect(read.suppresses(findings) == [true, true])
        let key = try #require(FingerprintKey(Sample.key))
        #expect(
            read.entries.contains { $0.fingerprint == key.fingerprint(of: findings[0].secret, ruleID: "test-rule") })
    }
}
