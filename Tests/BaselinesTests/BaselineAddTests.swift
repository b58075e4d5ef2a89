import Blobs
import Findings
import Testing

@testable import Baselines

@Suite struct BaselineAddTests {
    private static func add(_ findings: [Finding], to baseline: inout Baseline, on day: String = Sample.today) -> Int {
        baseline.add(findings, masker: Masker(), reason: nil, owner: nil, expires: nil, created: day)
    }

    @Test func aSecretIsOneEntry() {
        var baseline = Sample.baseline()
        let findings = ["a", "b", "c"].map { Sample.finding(at: $0) } + [Sample.finding(Sample.strong(2))]
        #expect(Self.add(findings, to: &baseline) == 2)
        #expect(baseline.entries.map(\.path) == [RawPath("a"), RawPath("src/a.py")])
        #expect(baseline.entries.allSatisfy { $0.line == 0 && $0.created == Sample.today })
        #expect(Self.add(findings, to: &baseline) == 0)
        #expect(baseline.suppresses(findings).allSatisfy { $0 })
    }

    @Test func updatesLoseNothing() throws {
        var generator = SeededGenerator(seed: 5)
        var baseline = Sample.baseline()
        var all: [Finding] = []
        for round in 0..<8 {
            let new = (0..<4).map { Sample.finding(generator.text(30), at: "r\(round)/\($0)") }
            let before = Set(Sample.lines(of: baseline))
            #expect(Self.add(new + all.shuffled(using: &generator).prefix(2), to: &baseline) == 4)
            all += new
            #expect(before.isSubset(of: Sample.lines(of: baseline)))
            baseline = try Sample.parse(baseline.serialized())
            #expect(baseline.suppresses(all).allSatisfy { $0 })
        }
    }

    @Test func whatExpiredIsNoLongerCovered() {
        var baseline = Sample.baseline(of: [Sample.finding()], expires: "2026-05-05")
        #expect(Self.add([Sample.finding()], to: &baseline, on: "2026-05-05") == 0)
        #expect(Self.add([Sample.finding()], to: &baseline, on: "2026-05-06") == 1)
        #expect(baseline.entries.map(\.expires) == ["2026-05-05", nil])
    }

    @Test func whatIsSuppressedNeedsNoEntry() {
        var baseline = Sample.baseline()
        let finding = Sample.finding().suppressed(by: Suppression(kind: .inline, reason: nil))
        #expect(Self.add([finding], to: &baseline) == 0)
    }

    @Test func pathsAndWordsAreMasked() throws {
        let secret = Sample.strong()
        let finding = Sample.finding(secret, at: "./backup/\(secret).txt")
        var masker = Masker()
        masker.insert(finding.secret)
        let baseline = Sample.baseline(of: [finding], reason: "is \(secret)", owner: secret, masker: masker)
        #expect(!Sample.text(of: baseline).contains(secret))
        #expect(baseline.entries[0].path == RawPath("backup/[redacted].txt"))
        let review = baseline.review([finding], today: Sample.today, file: Sample.file).review
        #expect(review.usedCount == 1 && review.movedCount == 0)
    }

    @Test func linesAreRemoved() throws {
        let findings = (0..<4).map { Sample.finding(Sample.strong($0), at: "f\($0)") }
        var baseline = try Sample.parse(Sample.baseline(of: Array(findings[..<3])).serialized())
        #expect(Self.add([findings[3]], to: &baseline) == 1)
        baseline.remove(lines: [0, 3, 99])
        #expect(baseline.entries.map(\.path) == ["f0", "f2", "f3"].map { RawPath($0) })
        #expect(baseline.suppresses(findings) == [true, false, true, true])
    }

    @Test func weakSecretsOfAKeyInsideGoThroughScrypt() throws {
        let findings = [
            Sample.finding("hunter" + "2"), Sample.finding(Sample.strong()), Sample.finding("hunter" + "3"),
        ]
        let baseline = try Sample.parse(Sample.baseline(of: [findings[0], findings[1]]).serialized())
        #expect(baseline.entries.count { $0.fingerprint.hasPrefix("scrypt:") } == 1)
        #expect(baseline.suppresses(findings) == [true, true, false])
    }

    @Test func prefixesDoNotMakeStrong() {
        let prefix = "provider_token_"
        let baseline = Sample.baseline(of: [Sample.finding(prefix + "a8Kd02", prefixLength: prefix.utf8.count)])
        #expect(baseline.entries[0].fingerprint.hasPrefix("scrypt:"))
    }

    @Test func tooManyWeakSecretsAreTold() throws {
        let findings = (10..<20).map { Sample.finding("pass" + "\($0)", at: "f\($0)") } + [Sample.finding()]
        let all = Sample.baseline(of: findings)
        let bounded = try Baseline(
            parsing: all.serialized(), externalKey: nil, rounds: Sample.rounds, weakLimit: 4)
        let (judged, review, notes) = bounded.review(findings, today: Sample.today, file: Sample.file)
        #expect(judged.map { $0.suppression != nil } == (0..<11).map { $0 < 4 || $0 == 10 })
        #expect(review.usedCount == 5)
        #expect(notes.count == 1 && notes[0].hasPrefix("6 findings"))
        #expect(all.review(findings, today: Sample.today, file: Sample.file).notes.isEmpty)

        var few = Sample.baseline(weakLimit: 4)
        #expect(Self.add(findings, to: &few) == 5)
        #expect(few.leftOutCount == 6)
    }
}
