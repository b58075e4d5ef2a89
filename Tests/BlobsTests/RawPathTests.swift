import Blobs
import Testing

@Suite struct RawPathTests {
    @Test func joining() {
        let name = Array("n".utf8)
        #expect(RawPath("a").appending(name) == RawPath("a/n"))
        #expect(RawPath("a/").appending(name) == RawPath("a/n"))
        #expect(RawPath("/").appending(name) == RawPath("/n"))
        #expect(RawPath("").appending(name) == RawPath("n"))
        #expect(RawPath([0xFF]).appending([0xFE]) == RawPath([0xFF, 0x2F, 0xFE]))
    }

    @Test func orderIsByBytesAndNamesThatLookAlikeStayApart() {
        let paths = [
            RawPath("A"), RawPath("a"), RawPath("a.b"), RawPath("a/b"), RawPath("ab"), RawPath([0xFE]), RawPath([0xFF]),
        ]
        #expect(paths.shuffled().sorted() == paths)
        #expect(RawPath([0xFE]).lossyText == RawPath([0xFF]).lossyText && RawPath([0xFE]) != RawPath([0xFF]))
        #expect(RawPath("\u{E9}") != RawPath("e\u{301}"))
    }

    @Test func textOnlyWhereItIsText() {
        #expect(RawPath("é").utf8Text == "é")
        #expect(RawPath([0x61, 0xFF]).utf8Text == nil)
        #expect(RawPath([0x61, 0xFF]).lossyText == "a\u{FFFD}")
    }
}
