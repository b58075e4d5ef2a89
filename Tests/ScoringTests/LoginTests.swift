import Findings
import Rules
import Testing

@testable import Scoring

/// Users and passwords as people write them.
@Suite struct LoginTests {
    private func basic(_ login: String) -> String { TokenWriter.base64(Array(login.utf8)) }

    @Test func basicLoginsAreDecoded() {
        let good = basic("tiger:k7" + "RvBq2xWm")
        #expect(judge(.basicLogin, good).score == 0.8)
        #expect(details(.basicLogin, good) == ["user": "tiger"])
        #expect(judge(.basicLogin, basic("tiger:plume")).score == 0.6)
        // A token as the user, or as the password of nobody.
        #expect(judge(.basicLogin, basic("k7" + "RvBq2xWmTz:")).score == 0.8)
        #expect(details(.basicLogin, basic(":k7" + "RvBq2xWmTz")) == [:])
    }

    @Test(arguments: [
        "tiger:password", "admin:admin", "user:pass123", "u:changeme!", "a:your-secret", "x:GITHUB_TOKEN",
    ])
    func throwawaysAreOfLowConfidence(login: String) {
        let judgement = judge(.basicLogin, basic(login))
        #expect(judgement.verdict == .plausible && judgement.score == 0.3)
        #expect(judge(.writtenLogin, String(login.drop { $0 != ":" }.dropFirst())).score == 0.3)
    }

    @Test func whatDoesNotDecodeIsImpossible() {
        for text in ["dGlnZXI", "====", basic("no colon"), basic("bell:\u{7}\u{7}")] {
            #expect(judge(.basicLogin, text) == .impossible)
        }
    }

    @Test(arguments: [
        "aaaaaa", "1234567", "x-oauth-basic", "my_password_1", "rootpass", "hunter2", "POSTGRES_PASSWORD",
    ])
    func throwaways(password: String) { #expect(ThrowawayPassword.isOne(Array(password.utf8))) }

    @Test(arguments: ["plume-drum", "k7RvBq2x", "Ottawa1976", "3f9a1c7e2b", "correct horse", "ZQWJKXVB"])
    func chosenPasswords(password: String) { #expect(!ThrowawayPassword.isOne(Array(password.utf8))) }

    @Test func kindsOfCharactersAreCounted() {
        #expect(ThrowawayPassword.kinds(Array("abc".utf8)) == 1)
        #expect(ThrowawayPassword.kinds(Array("aB3-".utf8)) == 4)
        #expect(ThrowawayPassword.kinds([UInt8]()) == 0)
    }
}
