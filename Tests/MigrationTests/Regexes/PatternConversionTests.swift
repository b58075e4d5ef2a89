import Rules
import Testing

@testable import Migration

@Suite struct PatternConversionTests {
    private func anchors(_ source: String, keywords: [String] = []) throws -> [String] {
        try PatternConversion(source, dialect: .go, group: .first, keywords: keywords).anchors.map(\.text)
    }

    @Test(arguments: [
        ("acme_[a-z]{8}", ["acme_"]),
        ("(?i)acme_[a-z]{8}", ["acme_ (any case)"]),
        ("xo[ab]-[0-9]{8}", ["xoa-", "xob-"]),
        ("acme-(?:live|test)_[0-9]{8}", ["acme-live_", "acme-test_"]),
        ("(?:acme|bravo)[0-9]{8}", ["acme", "bravo"]),
        ("[0-9]{8}(?:acme){2}", ["acmeacme"]),
        ("acme(?:_v2)?_[0-9]{8}", ["acme_"]),
        ("token[a-z ]{1,9}acme_corp", ["acme_corp"]),
        (#"\b[0-9a-f]{32}\b"#, ["run of 32 × hex"]),
        ("SK[ab][0-9]{8}", ["SKa", "SKb"]),
    ])
    func textsThatEveryMatchHolds(source: String, expected: [String]) throws {
        let found = try anchors(source)
        #expect(found == expected)
    }

    @Test func keywordsServeWhereThePatternAsksForOne() throws {
        // More alternatives than texts are told apart.
        let names = (0..<70).map { "n\($0)x" }.joined(separator: "|")
        let pattern = "(?:\(names))(?:[0-9]{8})"
        #expect(throws: RegexError.self) { try anchors("[a-z]{8}", keywords: ["acme"]) }
        #expect(try !anchors(pattern).isEmpty)
    }

    @Test func endlessRepeatsGetBounds() throws {
        let conversion = try PatternConversion(
            #"acme\s*=\s+[a-z]{20,}-[^"]*"#, dialect: .go, group: .first)
        #expect(!conversion.source.contains("*") && !conversion.source.contains("+"))
        #expect(conversion.source.contains(#"acme\s{0,64}=\s{1,65}[a-z]{20,1044}"#))
        #expect(conversion.reach.before == 2)
        #expect(conversion.reach.after <= RepeatBounds.longestMatch + 2)
        #expect(conversion.remarks.isEmpty)
    }

    @Test(arguments: [
        ("acme[A-Za-z0-9+/=]+", "{1,8193}"),
        ("acme(?:[a-z]{2,9},)+", "{1,65}"), ("acme[^x]*", "{0,8192}"), ("acme[^x\\n]*", "{0,1024}"),
    ])
    func boundsDependOnWhatIsRepeated(source: String, expected: String) throws {
        let found = try PatternConversion(source, dialect: .go, group: .first).source
        #expect(found.hasSuffix(expected), "\(found)")
    }

    @Test func groupsHaveAsManyCopiesAsPCRE2Takes() throws {
        let conversion = try PatternConversion(#"acme(?:[A-Za-z0-9\s]|\\n){50,}"#, dialect: .go, group: .first)
        #expect(conversion.source.contains("{50,"))
        #expect(conversion.reach.after > 1_000)
    }

    @Test func boundsAreHalvedUntilMatchesAreShortEnough() throws {
        let conversion = try PatternConversion("acme(?:[^x]*x){20}", dialect: .go, group: .first)
        #expect(conversion.source == "acme(?:[^x]{0,1024}x){20}")
        let tight = try PatternConversion("acme(?:[^x]*x){200}", dialect: .go, group: .first)
        #expect(tight.source == "acme(?:[^x]{0,128}x){200}")
        #expect(tight.remarks.count == 1)
    }

    @Test func whatStandsInFrontWithinAGroup() throws {
        let conversion = try PatternConversion(#"\b(ab[a-z0-9]{12,}\.acme)"#, dialect: .go, group: .first)
        #expect(conversion.anchors.map(\.text) == [".acme"])
        #expect(conversion.source.contains("{12,1036}"))
        #expect(conversion.reach.before == 2 + 1036 + 2)
    }

    @Test func theReachHoldsWhatStandsInFront() throws {
        let conversion = try PatternConversion(#"[a-z]*:\s*acme_[0-9]{8}"#, dialect: .go, group: .first)
        #expect(!conversion.startsAtAnchor)
        #expect(conversion.reach.before == 64 + 1 + 64 + 2)
    }

    @Test(arguments: ["[a-z]+", "a*", "", "(?:acme)?", "ab[0-9]*", "(?:[a-z]{9}|acme)"])
    func patternsWithoutAnAnchor(source: String) {
        #expect(throws: RegexError.self) { try anchors(source) }
    }

    @Test func idleBeginningsAreLeftOff() throws {
        let conversion = try PatternConversion("(?i)[a-z.]{0,50}?acme=([0-9]{8})", dialect: .go, group: .first)
        #expect(conversion.source == "(?i)acme=(?<secret>[0-9]{8})")
        #expect(conversion.startsAtAnchor && conversion.isNamed)
        let whole = try PatternConversion("[a-z.]{0,50}?acme=[0-9]{8}", dialect: .go, group: .first)
        #expect(whole.source == "[a-z.]{0,50}?acme=[0-9]{8}")
    }
}
