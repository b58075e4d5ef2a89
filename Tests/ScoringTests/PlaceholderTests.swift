import Findings
import Rules
import Testing

@testable import Scoring

@Suite struct PlaceholderTests {
    private func score(_ value: String) -> Float {
        let text = Array("key=\(value);".utf8)
        let secret = 4..<text.count - 1
        return Judge.judge(proof: .random, window: text.span, match: secret, secret: secret, confidence: 0.8, now: 0)
            .score
    }

    @Test(arguments: [
        "acme_live_xxxxxxxxxxxxxxxxxxxxxxxx", "0123456789abcdef0123456789abcdef",
        "acme_a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4",
        "deadbeefdeadbeefdeadbeefdeadbeef", "acme_EXAMPLEkey1234Zq", "00000000-0000-0000-0000-000000000000",
        "acme_live_your_key_goes_here_9", "ChangeMe2kq9", "1111222211112222111122221111", "zq9876543210zq",
    ])
    func standInsAreNotReported(value: String) {
        #expect(score(value) < Confidence.low.floor)
    }

    @Test func wordsWithoutADigitCountLittle() {
        let score = score("acme_live_function_name_that_goes_on")
        #expect(score >= Confidence.low.floor && score < Confidence.medium.floor)
        #expect(self.score("acme_live_function_name_v2_that_goes") == 0.8)
        #expect(self.score("acme_qWmZkTRbvLxPaHsJdGfYcNwE") == 0.8)
        #expect(self.score("acme_qwrtzkcbvlxpahsjdgfycnwe") == 0.8)
    }

    /// The table in `Placeholder` is an upper bound.
    @Test(arguments: [("0123456789abcdef", 32), ("0123456789abcdef", 40), ("abcdefghijklmnopqrstuvwxyz234567", 32)])
    func randomValuesPass(alphabet: String, length: Int) {
        let letters = Array(alphabet.utf8)
        var generator = SeededGenerator(seed: 7)
        var lost = 0
        for _ in 0..<4_000 {
            let value = String(
                decoding: (0..<length).map { _ in letters.randomElement(using: &generator) ?? 0 }, as: UTF8.self)
            if score(value) < 0.8 { lost += 1 }
        }
        #expect(lost <= 3, "\(lost) of 4,000")
    }
}
