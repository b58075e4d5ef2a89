import Blobs
import Testing

@testable import Scanning

/// Escapes become what they stand for; what is none stays.
@Suite struct EscapedTextTests {
    private static func decode(_ text: String, _ encoding: Encoding) -> String {
        let bytes = Array(text.utf8)
        var layer = EncodedLayer(encoding, in: nil)
        EscapedText.decode(0..<bytes.count, of: bytes.span, into: &layer, encoding)
        return String(decoding: layer.bytes, as: UTF8.self)
    }

    @Test func percent() {
        #expect(Self.decode("a%3Db%2f%41", .percent) == "a=b/A")
        #expect(Self.decode("%C3%A9%", .percent) == "é%")
        #expect(Self.decode("100%4", .percent) == "100%4")
    }

    @Test func backslash() {
        #expect(Self.decode(#"\x41\u0042\u{43}\u{1F600}\"#, .backslash) == #"ABC😀\"#)
        #expect(Self.decode(#"\uD83D\uDE00 \q \x4"#, .backslash) == #"😀 \q \x4"#)
        #expect(Self.decode(#"\u{110000}"#, .backslash) == "\u{FFFD}")
        #expect(Self.decode(#"\"a\/b\n"#, .backslash) == "\"a/b\n")
    }

    @Test func references() {
        #expect(Self.decode("&#65;&#x42;&#X43;&amp;&quot;&#39;", .htmlEntities) == "ABC&\"'")
        #expect(Self.decode("&unknown; & &#; &#x;", .htmlEntities) == "&unknown; & &#; &#x;")
        #expect(Self.decode("&#99999999;", .htmlEntities) == "\u{FFFD}9;")
    }

    /// What is cut off at any place traps nowhere.
    @Test(arguments: [Encoding.percent, .backslash, .htmlEntities])
    func cutAnywhere(encoding: Encoding) {
        let text = #"%41\x41\u0041\u{41}&#65;&#x41;&quot;\"#
        for end in 0...text.utf8.count {
            for start in 0...end {
                _ = Self.decode(String(decoding: Array(text.utf8)[start..<end], as: UTF8.self), encoding)
            }
        }
    }
}
