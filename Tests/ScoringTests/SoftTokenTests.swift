import Checksums
import Findings
import Rules
import Testing

@testable import Scoring

/// Tokens with a check of which no vector is published: a check that fails is no proof of anything.
@Suite struct SoftTokenTests {
    private static let base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    private static let urlSafe = base62 + "-_"
    private static let hex = "0123456789abcdef"

    struct Sample: Sendable {
        let proof: Proof
        let family: CheckedFamily
        let prefix: String
        let length: Int
        let alphabet: String
        var ending = ""
    }

    static let samples = [
        Sample(proof: .githubToken, family: .github, prefix: "ghs_", length: 30, alphabet: base62),
        Sample(proof: .vercelToken, family: .github, prefix: "vcp_", length: 50, alphabet: base62),
        Sample(proof: .vercelToken, family: .github, prefix: "vck_", length: 50, alphabet: base62),
        Sample(
            proof: .atlassianToken, family: .atlassian, prefix: "ATATT3", length: 180, alphabet: urlSafe, ending: "="),
        Sample(
            proof: .atlassianToken, family: .atlassian, prefix: "ATCTT3", length: 180, alphabet: urlSafe, ending: "="),
        Sample(proof: .atlassianToken, family: .atlassian, prefix: "ATBB", length: 24, alphabet: base62),
        Sample(proof: .zuploKey, family: .zuplo, prefix: "zpka_", length: 32, alphabet: hex),
        Sample(proof: .packagistToken, family: .packagist, prefix: "packagist_ort_", length: 60, alphabet: hex),
    ]

    @Test(arguments: samples)
    func aCheckThatHoldsProves(sample: Sample) {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<300 {
            let body = sample.prefix + random.characters(sample.length, of: sample.alphabet) + sample.ending
            let token = CheckedTokenTests.made(sample.family, body)
            #expect(judge(sample.proof, token) == Judgement(verdict: .proven, score: 0.97))
            // A change of one character fails, and is still told.
            var changed = Array(token.utf8)
            let place = sample.prefix.utf8.count + 2
            changed[place] = changed[place] == UInt8(ascii: "3") ? UInt8(ascii: "4") : UInt8(ascii: "3")
            #expect(judge(sample.proof, changed) == Judgement(verdict: .plausible, score: 0.4))
        }
    }

    @Test func theRulesConfidenceIsBoundedBySixTenths() {
        let token = Array(("vc" + "p_" + String(repeating: "a1B2c3D", count: 8)).utf8)
        let judgement = Judge.judge(
            proof: .vercelToken, window: token.span, match: 0..<token.count, secret: 0..<token.count, confidence: 0.9,
            now: 0)
        #expect(judgement == Judgement(verdict: .plausible, score: 0.6))
    }

    @Test func fillerIsBelowEveryThreshold() {
        for token in ["ghs_" + String(repeating: "x", count: 36), "vcp_" + String(repeating: "ab", count: 28)] {
            let proof: Proof = token.hasPrefix("g") ? .githubToken : .vercelToken
            #expect(Confidence(score: judge(proof, token).score) == nil)
        }
        #expect(judge(.vercelToken, "vcp_" + "EXAMPLE" + String(repeating: "q7R", count: 16) + "z").score == 0.1)
    }

    @Test func equalSignsMayBeEscaped() {
        var random = SeededGenerator(seed: 4)
        let token = CheckedTokenTests.made(.atlassian, "ATATT3" + random.characters(180, of: Self.urlSafe) + "=")
        for spelling in ["\\=", "%3D", "%3d", "\\u003d", "\\\\="] {
            let spelled = token.split(separator: "=").joined(separator: spelling)
            #expect(judge(.atlassianToken, spelled).verdict == .proven, "\(spelling)")
            #expect(normalised(.atlassianToken, spelled) == token)
        }
        #expect(details(.atlassianToken, token) == ["kind": "API token"])
        #expect(reason(.atlassianToken, token) == "carries the check digits of an Atlassian API token")
    }

    @Test func packagistTokensTellTheirAccess() {
        let token = CheckedTokenTests.made(
            .packagist, "packagist_ort_" + String(repeating: "0123456789abcde", count: 4))
        #expect(details(.packagistToken, token) == ["kind": "organization token", "access": "read-only"])
    }

    @Test func fineGrainedTokens() {
        var random = SeededGenerator(seed: 8)
        let body =
            "github_" + "pat_" + random.characters(22, of: Self.base62) + "_" + random.characters(51, of: Self.base62)
        let token = CheckedTokenTests.made(.githubFineGrained, body)
        #expect(judge(.githubFineGrainedToken, token) == Judgement(verdict: .proven, score: 0.97))
        #expect(details(.githubFineGrainedToken, token) == ["kind": "fine-grained personal access token"])
        #expect(judge(.githubFineGrainedToken, token + "a") == Judgement(verdict: .plausible, score: 0.4))
        for length in 0..<40 { _ = judge(.githubFineGrainedToken, String(token.prefix(length))) }
    }

    @Test func installationTokensThatHoldAWebToken() {
        func segment(_ text: String) -> String {
            TokenWriter.base64(Array(text.utf8)).replacing("=", with: "").replacing("+", with: "-")
        }
        let start = "ghs" + "_123456_" + segment(#"{"alg":"ES256","typ":"JWT"}"#) + "."
        let token = start + segment(#"{"iss":"github","exp":1795435200}"#) + "." + String(repeating: "a1_B", count: 20)
        #expect(judge(.githubToken, token) == Judgement(verdict: .proven, score: 0.95))
        #expect(
            details(.githubToken, token) == ["kind": "installation access token of a GitHub App", "app_id": "123456"])
        #expect(judge(.githubToken, start + "bm90aGluZw." + String(repeating: "a1_B", count: 20)).score == 0.4)
        for length in 0..<token.count { _ = judge(.githubToken, String(token.prefix(length))) }
    }
}
