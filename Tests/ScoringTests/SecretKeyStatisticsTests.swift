import Foundation
import Testing

@testable import Scoring

/// Each statistic against a slow twin that is written from its definition.
@Suite struct SecretKeyStatisticsTests {
    static let samples: [[UInt8]] = {
        var random = SeededBytes(seed: 3)
        return SecretKeyLookalikeTests.families.flatMap { family in (0..<20).map { _ in family.make(&random) } }
            + (0..<300).map { _ in random.secretKey() }
    }()

    private func forEachSample(_ body: (SecretKeySymbols, [Int]) -> Void) {
        for bytes in Self.samples {
            guard let symbols = SecretKeySymbols(bytes.span, 0..<40) else {
                Issue.record("a sample is no candidate")
                return
            }
            body(symbols, bytes.map { BitwiseBase64.alphabet.firstIndex(of: $0) ?? 64 })
        }
    }

    @Test func symbolsAreBase64Values() {
        forEachSample { symbols, values in #expect((0..<40).map { symbols[$0] } == values) }
    }

    /// The best of all ways to give each symbol a model, found from the last symbol backwards.
    @Test func textIsTheCheapestExplanation() {
        forEachSample { symbols, values in
            func cost(_ model: Int, _ i: Int) -> Int32 {
                model == 0
                    ? Int32(SecretKeyTables.text[values[i - 1] * 64 + values[i]])
                    : Int32(SecretKeyTables.alphabets[(model - 1) * 64 + values[i]])
            }
            var rest = [Int32](repeating: 0, count: 6)
            for i in (2...39).reversed() {
                rest = (0..<6).map { from in
                    (0..<6).map { to in (from == to ? 0 : 80) + cost(to, i) + rest[to] }.min() ?? 0
                }
            }
            let best = (0..<6).map { cost($0, 1) + rest[$0] }.min()
            #expect(SecretKeyStatistics.text(symbols) == best)
        }
    }

    @Test func encodedIsTheBestRotation() {
        forEachSample { symbols, values in
            var totals: [Int32] = []
            for (first, period) in [(0, 4), (4, 4), (8, 4), (12, 8)] {
                for rotation in 0..<period {
                    totals.append(
                        values.enumerated().map { i, value in
                            Int32(SecretKeyTables.encoded[(first + (i + rotation) % period) * 64 + value])
                        }.reduce(0, +))
                }
            }
            #expect(SecretKeyStatistics.encoded(symbols) == totals.min())
        }
    }

    @Test func repetitionCountsEqualSymbols() {
        forEachSample { symbols, values in
            let best = (1...20).map { lag in
                zip(values, values.dropFirst(lag)).map { $0 == $1 ? -5 : 1 }.reduce(0, +)
            }.min()
            #expect(Int(SecretKeyStatistics.repetition(symbols)) == best)
        }
    }

    @Test func entropyIsShannons() {
        forEachSample { symbols, values in
            let counts = Dictionary(values.map { ($0, 1.0) }, uniquingKeysWith: +).values
            let entropy = counts.map { -$0 / 40 * log2($0 / 40) }.reduce(0, +)
            let expected = (entropy - log2(40)) * 40 * 16
            #expect(abs(Double(SecretKeyStatistics.entropy(symbols)) - expected) < 20)
        }
    }

    @Test func classesAreMultinomial() {
        forEachSample { symbols, values in
            let ranges = [0..<26, 26..<52, 52..<62, 62..<64]
            func logFactorial(_ n: Double) -> Double { stride(from: 2, through: n, by: 1).map { log($0) }.reduce(0, +) }
            var expected = logFactorial(40)
            for range in ranges {
                let n = Double(values.count { range.contains($0) })
                expected += n * log(Double(range.count) / 64) - logFactorial(n)
            }
            #expect(abs(Double(SecretKeyStatistics.classes(symbols)) - expected / log(2) * 16) < 25)
        }
    }

    @Test func marginsAreOnOneScale() {
        let limits = SecretKeyLimits(alone: 10, besideKeyword: -6)
        #expect(limits.margin(10) == 64)
        #expect(limits.margin(9) < 64)
        #expect(limits.margin(-6) == 0)
        #expect(limits.margin(-7) < 0)
    }
}
