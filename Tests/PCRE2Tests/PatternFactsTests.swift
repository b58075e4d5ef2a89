import PCRE2
import Testing

@Suite struct PatternFactsTests {
    private func literals(_ source: String, length: Int = 4) throws -> [String]? {
        let facts = try #require(PatternFacts(source: source))
        return facts.leadingLiterals(ofLength: length)?.map {
            String(decoding: $0.bytes, as: UTF8.self) + ($0.ignoresCase ? " (any case)" : "")
        }
    }

    @Test func literalsOfOneText() throws {
        #expect(try literals("acme_[a-z]{20}") == ["acme_"])
        #expect(try literals("(?:acme)_x?[a-z]{20}") == ["acme_"])
        #expect(try literals(#"https://acme\.example/[a-z]{20}"#) == ["https://acme.example/"])
        #expect(try literals("(?<![a-z])acme(?=_)_[a-z]{20}") == ["acme_"])
    }

    @Test func alternativesAreTakenApart() throws {
        #expect(try literals("(?:live|test)_[a-z]{9}") == ["live_", "test_"])
        #expect(try literals("gh[pou]_[a-z]{9}") == ["gho_", "ghp_", "ghu_"])
        #expect(try literals("(?:sk|rk)_(?:live|test)_[a-z]{9}") == ["rk_live_", "rk_test_", "sk_live_", "sk_test_"])
        #expect(try literals("a[bc][de][fg]x[a-z]{9}")?.count == 8)
        #expect(try literals("acme(?:x|yz)?_[a-z]{9}") == ["acme_", "acmex_", "acmeyz_"])
        #expect(try literals("(?i)acme[a-z]{9}") == ["acme (any case)"])
        #expect(try literals("(?i:ac)me[a-z]{9}") == ["acme (any case)"])
    }

    @Test func shortAndMissingTexts() throws {
        #expect(try literals("ab[a-z]{9}") == nil)
        #expect(try literals("ab[a-z]{9}", length: 2) == ["ab"])
        #expect(try literals("(?:acme_|[a-z])[0-9]{9}") == nil)
        #expect(try literals(".acme_[0-9]{9}") == nil)
        #expect(try literals("(acme_)?[0-9]{9}") == nil)
    }

    @Test func lengths() throws {
        let facts = try #require(PatternFacts(source: "acme_[a-z]{2,7}(?:x|yyy)?(?=z)"))
        #expect(facts.minimumLength == 7 && facts.maximumLength == 15)
        #expect(try #require(PatternFacts(source: "a+")).maximumLength == nil)
        #expect(try #require(PatternFacts(source: "(?=a+)b")).maximumLength == 1)
        #expect(try #require(PatternFacts(source: #"(a)\1"#)).maximumLength == nil)
    }

    @Test func finalBytes() throws {
        #expect(try #require(PatternFacts(source: "a[0-9a-f]{4}")).finalBytesInClass == "0-9a-f")
        #expect(try #require(PatternFacts(source: "a[A-Z-]{4}={0,2}")).finalBytesInClass == #"\x2d\x3dA-Z"#)
        #expect(try #require(PatternFacts(source: #"a[\w]{4}"#)).finalBytesInClass == #"0-9A-Z\x5fa-z"#)
    }

    /// Every match begins with one of the literals: asked of PCRE2.
    @Test(arguments: ["a[bc]{1,2}d(?:ef|g)?h{0,3}", "(?:ab|abc|b)c?a{1,2}", "(?i:a)b[ab]?c?", "a?b?c?a"])
    func literalsAgreeWithMatches(source: String) throws {
        let facts = try #require(PatternFacts(source: source))
        let literals = try #require(facts.leadingLiterals(ofLength: 1))
        let pattern = try Pattern(source)
        var matcher = try Matcher()
        let letters = Array("abcdefgh".utf8)
        var count = 0
        for number in 0..<8 * 8 * 8 * 8 * 8 {
            let text = (0..<5).map { letters[(number >> (3 * $0)) & 7] }
            guard matcher.firstMatch(of: pattern, in: text.span, startingAt: 0, lastStart: 0) == .match,
                let match = matcher.range(ofGroup: 0)
            else { continue }
            count += 1
            #expect(literals.contains { text.starts(with: $0.bytes) }, "\(text)")
            #expect(match.count >= facts.minimumLength && match.count <= facts.maximumLength ?? .max)
        }
        #expect(count > 0)
    }
}
