import Findings
import Testing

@testable import Baselines

/// What git does with `merge=union`, and what people do with `sort -u`.
@Suite struct BaselineMergeTests {
    @Test(arguments: 0..<20 as Range<UInt64>)
    func unionsCoverBothSides(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let findings = (0..<12).map { number in
            let weak = "pass" + "word\(number)"
            let secret = number.isMultiple(of: 4) ? weak : generator.text(32)
            return Sample.finding(secret, at: "f\(number % 5)", rule: "r\(number % 3)")
        }
        let base = Sample.baseline(of: Array(findings[..<4]))
        var (ours, theirs) = (base, base)
        for index in 4..<12 {
            let (reason, day) = (generator.text(3), Sample.today)
            for isOurs in [Bool.random(using: &generator), Bool.random(using: &generator)] {
                let finding = [findings[index]]
                if isOurs {
                    _ = ours.add(finding, masker: Masker(), reason: reason, owner: nil, expires: nil, created: day)
                } else {
                    _ = theirs.add(finding, masker: Masker(), reason: "x", owner: "y", expires: nil, created: day)
                }
            }
        }
        let lines = Sample.lines(of: ours) + Sample.lines(of: theirs)
        let unions = [
            lines, Set(lines).sorted(), Set(lines).sorted { Array($0.utf8).lexicographicallyPrecedes($1.utf8) },
        ]
        let merged = try unions.map { try Sample.parse($0.joined(separator: "\n")) }
        #expect(Set(merged.map { $0.serialized() }).count == 1)
        #expect(merged[0].suppresses(findings).allSatisfy { $0 })
        #expect(Set(Sample.lines(of: merged[0])) == Set(lines))
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func writingIsStable(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let findings = (0..<6).map { _ in Sample.finding(generator.text(30), at: generator.text(4, of: "ab/é\"\\\n")) }
        let bytes = Sample.baseline(of: findings, reason: generator.text(9, of: "x\u{0}\t\"ü🔑")).serialized()
        #expect(try Sample.parse(bytes).serialized() == bytes)
    }
}
