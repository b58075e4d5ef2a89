import Checksums
import Findings
import Rules
import Testing

@testable import Scoring

/// Tokens with a check of which a vector is published. Vectors are split, so that no file of this tree holds a token.
@Suite struct CheckedTokenTests {
    /// Published by their maker after they had expired: `test.js` of therootcompany/base62-token.js.
    static let github = [
        "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ" + "0mLq17", "rfiEmMei16VFX94119HuTNTXmRlMmA" + "425qZS",
        "2zvd1HvjzAGfAulOTlM4nSbwlc2cI8" + "44g2E1", "vdfp1qUnqw5LqXZvQd0nVXnYQi8vJP" + "4MwNeY",
        "nrifU4rpjtzSPdQwLRNsqvODGhg4mq" + "45jGii", "7kCWzkOmoipYYpSR2pIpJufkUvFlXY" + "1dcyzZ",
        "VXfgI9esJZEU4aTro8AzbaOkgD2OKS" + "3LCBuu", "5qWHBso9dDhZIoNyrCfxQ5bKPmeNn8" + "1dWlHT",
        "gUJRfvHURXXK1fKZbQexhV39VLxIgc" + "2dmKds", "UWfZwHbDGofbxvubaSt3hVAtqrumVP" + "03inMa",
    ].map { "gh" + "p_" + $0 }

    /// `tokengen_test.go` of grafana/grafana.
    static let grafana = "gls" + "a_iNValIdinValiDinvalidinvalidinva" + "_5b582697"

    /// "Use API Keys to Authenticate to Confluent Cloud".
    static let confluent = [
        "cfl", "tT8d8RzkNseTMEDKcjNM1BZTFPHqRn/dQm9q7w6SjzZ12wZfwjaJdip", "HZtDjw",
    ].joined()

    private static let base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

    static func made(_ family: CheckedFamily, _ body: String) -> String {
        String(decoding: family.completed(Array(body.utf8)) ?? [], as: UTF8.self)
    }

    @Test(
        arguments: github.map { (Proof.githubToken, $0) } + [(.grafanaToken, grafana), (.confluentSecret, confluent)])
    func publishedTokensAreProven(proof: Proof, token: String) {
        #expect(judge(proof, token) == Judgement(verdict: .proven, score: 0.97))
        #expect(reason(proof, token).hasPrefix("carries the check digits of a "))
    }

    /// All places behind the prefix, all other characters of the alphabet.
    @Test(arguments: [(Proof.githubToken, github[0], 4), (.grafanaToken, grafana, 5), (.confluentSecret, confluent, 4)])
    func everyChangeOfOneCharacterIsImpossible(proof: Proof, token: String, prefix: Int) {
        var bytes = Array(token.utf8)
        for place in prefix..<bytes.count {
            let original = bytes[place]
            for character in (Self.base62 + "+/-_").utf8 where character != original {
                bytes[place] = character
                #expect(judge(proof, bytes) == .impossible, "\(place)")
            }
            bytes[place] = original
        }
    }

    @Test(arguments: [
        ("ghp_", 30, "personal access token"), ("gho_", 30, "OAuth access token"),
        ("ghu_", 30, "user access token of a GitHub App"), ("ghr_", 76 - 6, "refresh token of a GitHub App"),
        ("ghs_", 30, "installation access token of a GitHub App"),
    ])
    func gitHubTokensTellTheirKind(prefix: String, length: Int, kind: String) {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<500 {
            let token = Self.made(.github, prefix + random.characters(length, of: Self.base62))
            #expect(judge(.githubToken, token).verdict == .proven)
            #expect(details(.githubToken, token) == ["kind": kind])
        }
    }

    /// Of 20,000 random texts none carries a check: it has 32 bits.
    @Test(arguments: [("ghp_", Proof.githubToken, 36), ("npm_", .npmToken, 36)])
    func randomTextIsImpossible(prefix: String, proof: Proof, length: Int) {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<20_000 {
            #expect(judge(proof, prefix + random.characters(length, of: Self.base62)) == .impossible)
        }
    }

    @Test func npmTokensAreMadeAsGitHubMakesItsOwn() {
        var random = SeededGenerator(seed: 7)
        let token = Self.made(.github, "npm_" + random.characters(30, of: Self.base62))
        #expect(judge(.npmToken, token).verdict == .proven)
        #expect(details(.npmToken, token) == ["kind": "access token"])
        #expect(reason(.npmToken, token) == "carries the check digits of an npm access token")
        #expect(judge(.npmToken, String(token.dropLast())) == .impossible)
    }

    @Test func whatTheDocumentationShowsIsNoLeak() {
        for kind in "poushr" where kind != "r" && kind != "h" {
            let example = "gh" + String(kind) + "_16C7e42F292c6912E7710c838347Ae178B4a"
            #expect(judge(.githubToken, example).disposition == .documentationExample)
        }
    }

    @Test func slashesMayBeEscaped() {
        let json = confluentEscaped("\\/")
        #expect(judge(.confluentSecret, json).verdict == .proven)
        #expect(judge(.confluentSecret, confluentEscaped("%2F")).verdict == .proven)
        #expect(normalised(.confluentSecret, json) == Self.confluent)
    }

    private func confluentEscaped(_ slash: String) -> String {
        Self.confluent.split(separator: "/").joined(separator: slash)
    }

    @Test func theReasonHoldsNoPartOfTheToken() {
        #expect(!reason(.grafanaToken, Self.grafana).contains("iNVal"))
        for length in 0..<Self.grafana.count {
            #expect(judge(.grafanaToken, String(Self.grafana.prefix(length))) == .impossible)
        }
    }
}
