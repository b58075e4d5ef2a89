import Findings
import Testing

@testable import Scoring

/// What stands for many values, and passwords that have the same marks in them.
@Suite struct WrittenPatternTests {
    private func isIn(_ value: String) -> Bool {
        let text = Array("key=\(value);".utf8)
        return WrittenPattern.isIn(text.span, 4..<text.count - 1)
    }

    @Test(arguments: [
        "{alnum:32}", "sk-{hex:40", "p.eyJ1{base64url:120-140}.x", "tk-us-{base64url:48", "AB{uuid}CD", "{token}",
        "${DB_PASSWORD}", "https-${x.token}-a", "{{ vault.password }}", "a{{password}}b", "${{ secrets.KEY }}",
        "Bearer %s", "%s:%s", "%d-x9", "%(password)s",
    ])
    func templatesAreSeen(value: String) { #expect(isIn(value)) }

    @Test(arguments: [
        "zcme_[a-z0-9]{24}", "[A-F0-9]+", "[^\"a-z]x", "LTAI(?:x|y)", "(?<secret>x)", "(?i)abc", "(abc|def){2}",
        #"sk\d+"#, #"\w{20,40}"#, #"a\\S{3}"#, "x]{20", "[0-9]{6,}",
    ])
    func regularExpressionsAreSeen(value: String) { #expect(isIn(value)) }

    @Test(arguments: [
        "a]b{3}x!", "p{4}ss]w[rd", "x{ab}9!Kq", "{4}{5}", "q{a:b}Z9", "{}", "a{b", "{noop}tR5kVq2wZ8", "{SSHA}q8Zt2Lk9",
        "${DB_PASS" + "WORD:-tR5kVq2w}", "${db.password:12345678}", "100%sure9", "p%d4x", "a%%s", "e!@$%s^&*j", "[z-a]",
        "[ab]9-0x]",
        "x[a-9]k", "q)7{x}", "what(?9)", "(?k)", #"C:\dir\sub"#, #"\n\t9"#, "q8Zt2Lk9Vw4R+/7X==", "",
    ])
    func marksAloneAreNone(value: String) { #expect(!isIn(value)) }

    @Test func randomPasswordsAreNone() {
        var generator = SeededGenerator(seed: 5)
        let lost = (0..<20_000).count { _ in
            let value = (0..<16).map { _ in UInt8.random(in: 0x21...0x7E, using: &generator) }
            return WrittenPattern.isIn(value.span, 0..<16)
        }
        #expect(lost <= 40, "\(lost) of 20,000")
    }

    /// Values that the model takes for secrets, with and without a field.
    @Test func theScoreIsBounded() throws {
        func score(_ marked: String) throws -> Float {
            let line = try MarkedLine(marked)
            return AssignedValueProof.judge(
                line.bytes.span, match: line.match, secret: line.value, confidence: 1,
                file: FileKind(path: Array("config/app.json".utf8))
            ).score
        }
        let start = #""client_¦secret": "«"# + "q8Zt2Lk9Vw"
        #expect(try score(start + #"4Rj7Xb1Nc5Hd3»""#) >= Confidence.medium.floor)
        #expect(try score(start + #"4Rj7{hex:9}»""#) < Confidence.medium.floor)
        #expect(try score(start + #"[a-z0-9]{9}»""#) < Confidence.medium.floor)
    }
}
