import Checksums
import Testing

/// The test vectors of BIP-173 and BIP-350, but for those about the limit of 90 characters, which is not kept.
@Suite struct Bech32Tests {
    static let valid: [(text: String, variant: Bech32.Variant)] =
        [
            "A12UEL5L", "a12uel5l",
            "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs",
            "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
            "1" + "1" + String(repeating: "q", count: 82) + "c8247j",
            "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w", "?1ezyfcl",
        ].map { ($0, .bech32) }
        + [
            "A1LQFN3A", "a1lqfn3a",
            "an83characterlonghumanreadablepartthatcontainsthetheexcludedcharactersbioandnumber11sg7hg6",
            "abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx",
            "1" + "1" + String(repeating: "l", count: 82) + "ludsr8",
            "split1checkupstagehandshakeupstreamerranterredcaperredlc445v", "?1v759aa",
        ].map { ($0, .bech32m) }

    static let invalid = [
        " 1nwldj5", "\u{7F}1axkwrx", "\u{80}1eym55h", "pzry9x0s0muk", "1pzry9x0s0muk", "x1b4n0q5v", "li1dgmt3",
        "de1lg7wt\u{FF}", "A1G7SGD8", "10a06t8", "1qzzfhee", " 1xj0phk", "\u{7F}1g6xzxy", "\u{80}1vctc34",
        "qyrz8wqd2c9m", "1qyrz8wqd2c9m", "y1b0jsk6g", "lt1igcx5c0", "in1muywd", "mm1crxm3i", "au1s5cgom", "M1VUXWEZ",
        "16plkw9", "1p2gdwpf", "", "1", "a",
    ]

    private static func code(_ text: String) -> Bech32? { Bech32(Array(text.utf8).span) }

    @Test(arguments: valid.map(\.text), valid.map(\.variant))
    func whatIsValid(text: String, variant: Bech32.Variant) {
        let isThisVariant = Self.valid.contains { $0.text == text && $0.variant == variant }
        #expect((Self.code(text)?.variant == variant) == isThisVariant)
    }

    @Test(arguments: invalid)
    func whatIsNot(text: String) {
        #expect(Self.code(text) == nil)
    }

    @Test func dataIsRead() throws {
        let code = try #require(Self.code("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw"))
        #expect(code.prefix == Array("abcdef".utf8) && code.groups == Array(0..<32))
        // BIP-173: padding that is not zero, and more than four bits of it.
        #expect(
            Self.code("tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3pjxtptv").map { $0.groups.count } == 53)
        #expect(Self.code("split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w")?.payload?.count == 30)
    }

    @Test func writtenAndReadAgain() throws {
        let payload = (0..<32).map { UInt8($0 * 7) }
        for (prefix, variant) in [("key", Bech32.Variant.bech32), ("KEY-1-", .bech32m)] {
            let text = Bech32.encode(prefix: Array(prefix.utf8), payload: payload, variant: variant)
            let read = Bech32(text.span)
            let code = try #require(read)
            #expect(code.payload == payload && code.variant == variant)
            #expect(code.prefix == Array(prefix.lowercased().utf8))
            #expect(text.starts(with: Array((prefix + "1").utf8)))
        }
    }

    @Test func noChangeOfOneCharacterPasses() {
        let text = Bech32.encode(prefix: Array("key".utf8), payload: [UInt8](repeating: 0, count: 32))
        for place in text.indices {
            for other in UInt8(ascii: "!")...UInt8(ascii: "~") where other != text[place] {
                var changed = text
                changed[place] = other
                #expect(Bech32(changed.span) == nil)
            }
        }
    }
}
