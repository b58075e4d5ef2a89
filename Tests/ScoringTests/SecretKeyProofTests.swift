import Findings
import Rules
import Testing

@testable import Scoring

@Suite struct SecretKeyProofTests {
    private static let base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

    private static func secrets(_ count: Int) -> [String] {
        var random = SeededGenerator(seed: 40)
        return (0..<count).map { _ in random.characters(40, of: base64) }
    }

    /// The secrets that AWS's documentation publishes, in halves.
    @Test(
        arguments: [
            "wJalrXUtnFEMI/K7MDENG/" + "bPxRfiCY" + "EXAMPLEK" + "EY",
            "je7MtGbClwBF/2Zp9Utk/" + "h3yCo8nvb" + "EXAMPLEK" + "EY",
        ], [Proof.awsSecretAlone, .awsSecretBesideKeyword])
    func publishedSecretsAreNoLeak(secret: String, proof: Proof) {
        #expect(secret.count == 40)
        #expect(judge(proof, secret).disposition == .documentationExample)
        #expect(judge(proof, secret.replacingOccurrences(["/": "\\/"])).disposition == .documentationExample)
    }

    @Test func randomSecretsPass() {
        let secrets = Self.secrets(20_000)
        func share(_ proof: Proof, _ passes: (Judgement) -> Bool) -> Double {
            Double(secrets.count { passes(judge(proof, $0)) }) / Double(secrets.count)
        }
        #expect(share(.awsSecretBesideKeyword) { $0.score >= Confidence.medium.floor } >= 0.999)
        #expect(share(.awsSecretBesideKeyword) { $0.score >= Confidence.high.floor } >= 0.998)
        #expect(share(.awsSecretAlone) { $0.pairedScore >= Confidence.medium.floor } >= 0.999)
        #expect(share(.awsSecretAlone) { $0.score >= Confidence.medium.floor } >= 0.99)
        #expect(share(.awsSecretAlone) { $0.score >= Confidence.high.floor } == 0)
    }

    @Test(arguments: [
        "da39a3ee5e6b4b0d3255bfef" + "95601890afd80709", "usr/share/locale/deva" + "nagari/LC/MESSAGES/",
        String(repeating: "A", count: 40), "theQuickBrownFoxJumps" + "OverTheLazyDogAgain",
    ])
    func otherThingsHaveNoConfidence(text: String) {
        #expect(text.count == 40)
        let judgement = judge(.awsSecretAlone, text)
        #expect(Confidence(score: judgement.score) == nil && judgement.verdict == .plausible)
    }

    @Test(arguments: [39, 41, 0])
    func otherLengthsAreImpossible(count: Int) {
        let text = String(Self.secrets(1)[0].appending("A").prefix(count))
        #expect(judge(.awsSecretAlone, text) == .impossible)
        #expect(judge(.awsSecretBesideKeyword, text) == .impossible)
    }

    @Test(
        arguments: [
            ["/": "\\/"], ["+": "%2B", "/": "%2F"], ["+": "%2b", "/": "%2f"], ["+": "\\u002b"],
            ["+": "&#43;", "/": "&#x2F;"], ["+": "\\x2B", "/": "\\\\/"],
        ] as [[Character: String]])
    func spellingsAreOneSecret(spelling: [Character: String]) {
        for secret in Self.secrets(300) {
            let spelled = secret.replacingOccurrences(spelling)
            #expect(normalised(.awsSecretAlone, spelled) == secret)
            #expect(judge(.awsSecretBesideKeyword, spelled) == judge(.awsSecretBesideKeyword, secret))
        }
    }

    @Test func surroundingsAreSeen() {
        let secret = Self.secrets(1)[0]
        let longer = Array(("A" + secret + "B").utf8)
        let judgement = Judge.judge(
            proof: .awsSecretAlone, window: longer.span, match: 1..<41, secret: 1..<41, confidence: 0.5,
            now: 0)
        #expect(judgement.score == 0)
    }

    @Test func reasonSaysWhereItStands() {
        #expect(reason(.awsSecretBesideKeyword, Self.secrets(1)[0]).hasSuffix("beside the name of a secret key"))
        #expect(judge(.none, "anything") == Judgement(verdict: .plausible, score: 0.4))
    }
}
