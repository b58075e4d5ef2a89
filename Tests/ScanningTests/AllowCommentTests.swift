import Testing

@testable import Scanning

/// Comments beside a secret that say it may stay. `S` stands for the secret.
@Suite struct AllowCommentTests {
    private func comment(_ text: String) throws -> AllowComment? {
        let bytes = Array(text.utf8)
        let place = try #require(bytes.firstIndex(of: UInt8(ascii: "S")))
        return AllowComment.find(around: place..<place + 1, in: bytes.span)
    }

    @Test(arguments: [
        "k = S # keyhound:allow test key, revoked", "k = S; // keyhound:allow: test key, revoked",
        "k = S; /* keyhound:allow - test key, revoked */", "<k>S</k><!-- keyhound:allow test key, revoked -->",
        "/* keyhound:allow test key, revoked */ k = S", "# keyhound:allow-next-line test key, revoked\nk = S",
        "# keyhound:allow-next-line test key, revoked\r\nk = S", "-- keyhound:allow-next-line test key, revoked\rk = S",
        "\"k\": \"S\", \"_\": \"keyhound:allow test key, revoked\",",
    ])
    func ownMarksWithTheirReason(_ text: String) throws {
        let found = try #require(try comment(text))
        #expect(String(decoding: found.reason, as: UTF8.self) == "test key, revoked")
        #expect(found.mark.hasPrefix("keyhound:allow") && found.counts)
    }

    @Test(arguments: [
        ("S # gitleaks:allow", "gitleaks:allow"), ("S // betterleaks:allow", "betterleaks:allow"),
        ("S # trufflehog:ignore", "trufflehog:ignore"), ("S # pragma: allowlist secret", "pragma: allowlist secret"),
        ("# pragma: allowlist nextline secret\nS", "pragma: allowlist nextline secret"), ("S # ggignore", "ggignore"),
        ("S # kingfisher:ignore", "kingfisher:ignore"),
    ])
    func marksOfOtherToolsNeedNoReason(_ text: String, _ mark: String) throws {
        let found = try #require(try comment(text))
        #expect(found.mark == mark && found.reason.isEmpty && found.counts)
    }

    @Test func ownMarksWithoutAReasonDoNotCount() throws {
        for text in ["S # keyhound:allow", "S /* keyhound:allow */", "# keyhound:allow-next-line --\nS"] {
            #expect(try #require(try comment(text)).counts == false, "\(text)")
        }
    }

    @Test(arguments: [
        "k = S # keyhound:allowance of x", "k = S # nokeyhound:allow x", "# keyhound:allow x\nk = S",
        "k = S\n# keyhound:allow x", "k = S # keyhound:allow-next-line x", "# keyhound:allow-next-line x\n\nk = S",
        "k = S # mygitleaks:allow", "k = S ggignored", "k = S\n# keyhound:allow-next-line x",
        "k = S # KEYHOUND:ALLOW x",
    ])
    func whatIsNoMarkOrStandsElsewhere(_ text: String) throws {
        #expect(try comment(text) == nil)
    }

    @Test func theDistanceIsBounded() throws {
        for (distance, isFound) in [(400, true), (490, true), (600, false)] {
            let gap = String(repeating: " ", count: distance)
            #expect(try (comment("S\(gap)# gitleaks:allow") != nil) == isFound)
            #expect(try (comment("/* gitleaks:allow */\(gap)S") != nil) == isFound)
        }
    }

    @Test func theReasonEndsWithTheLineAndIsBounded() throws {
        let found = try #require(try comment("S # keyhound:allow one\ntwo"))
        #expect(String(decoding: found.reason, as: UTF8.self) == "one")
        let long = try #require(try comment("S # keyhound:allow " + String(repeating: "x", count: 450)))
        #expect(long.reason.count <= 256 && long.reason.count > 200)
    }
}
