import Checksums
import Findings
import Testing

@testable import Scoring

@Suite struct GitLabTokenTests {
    /// `routable_payload_spec.rb` of GitLab, which says what it decodes to.
    private static let published = [
        "glrt", "r-W5m1cHR6skC98Bx7XkuYjmM6MQpnOjgKbzpyegp0OjIQ", ".01.181uebm4k",
    ].joined()
    private static let alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

    private static func routable(_ prefix: String, _ lines: String, seed: UInt64 = 1) -> String {
        var random = SeededGenerator(seed: seed)
        return CheckedTokenTests.made(.gitlab, prefix + random.characters(16, of: alphabet) + lines)
    }

    @Test func thePublishedTokenTellsWhatGitLabSays() {
        #expect(judge(.gitlabToken, Self.published) == Judgement(verdict: .proven, score: 0.97))
        #expect(
            details(.gitlabToken, Self.published) == [
                "kind": "runner authentication token, made with a registration token", "cell": "1", "group": "8",
                "organization": "1007", "runner_type": "group",
            ])
    }

    @Test func everyChangeOfOneCharacterIsImpossible() {
        for token in [Self.published, Self.routable("glpat-", "o:1\nu:5k")] {
            var bytes = Array(token.utf8)
            for place in 6..<bytes.count where bytes[place] != UInt8(ascii: ".") {
                let original = bytes[place]
                for character in (Self.alphabet + "-_").utf8 where character != original {
                    bytes[place] = character
                    #expect(judge(.gitlabToken, bytes) == .impossible, "\(place)")
                }
                bytes[place] = original
            }
        }
    }

    @Test func whoseTokenItIs() {
        #expect(
            details(.gitlabToken, Self.routable("glpat-", "o:1\nu:5k")) == [
                "kind": "personal, project or group access token", "organization": "1", "user": "200",
            ])
        #expect(
            details(.gitlabToken, Self.routable("glpat-", "g:2s\no:1\np:13a")) == [
                "kind": "personal, project or group access token", "group": "100", "organization": "1",
                "project": "1414",
            ])
    }

    @Test func siblingsWhoseCheckFailsAreTold() {
        var token = Array(Self.routable("gldt-", "o:1\np:13a").utf8)
        #expect(judge(.gitlabToken, token).verdict == .proven)
        token[10] = token[10] == UInt8(ascii: "a") ? UInt8(ascii: "b") : UInt8(ascii: "a")
        #expect(judge(.gitlabToken, token) == Judgement(verdict: .plausible, score: 0.4))
    }

    @Test func tokensWithoutACheckAreWorthWhatTheRuleSays() {
        for prefix in ["glpat-", "gldt-", "glft-", "glsoat-", "glffct-", "GR1348941"] {
            #expect(judge(.gitlabToken, prefix + "a8Xk2_mQp-7TzR4vLw9B") == Judgement(verdict: .plausible, score: 0.4))
            #expect(judge(.gitlabToken, prefix + String(repeating: "x", count: 20)).score == 0.1)
        }
        #expect(
            reason(.gitlabToken, "glpat" + "-a8Xk2_mQp-7TzR4vLw9B")
                == "has the shape of a GitLab personal, project or group access token")
        #expect(judge(.gitlabToken, "glxyz" + "-a8Xk2_mQp-7TzR4vLw9B") == .impossible)
    }

    @Test func theCheckMayCoverAPrefixOfTheInstance() {
        let inner = Array(Self.routable("glpat-", "o:1\nu:5k").utf8)
        let head = Array("acme-".utf8) + inner.dropLast(7)
        let whole = head + Base36.digits(CRC32.checksum(of: head.span), width: 7)
        let text = Array("token=".utf8) + whole
        let secret = text.count - inner.count..<text.count
        #expect(
            Judge.judge(proof: .gitlabToken, window: text.span, match: secret, secret: secret, confidence: 0.85, now: 0)
                .verdict
                == .proven)
        let other = Array("token=acne-".utf8) + whole.dropFirst(5)
        #expect(
            Judge.judge(
                proof: .gitlabToken, window: other.span, match: secret, secret: secret, confidence: 0.85, now: 0)
                == .impossible)
    }

    @Test func piecesOfATokenDoNoHarm() {
        for length in 0..<Self.published.count {
            let piece = String(Self.published.prefix(length))
            _ = judge(.gitlabToken, piece)
            _ = details(.gitlabToken, piece)
        }
        #expect(details(.gitlabToken, "glpat-" + String(repeating: "_", count: 30) + ".01.zzzzzzzzz")["user"] == nil)
    }
}
