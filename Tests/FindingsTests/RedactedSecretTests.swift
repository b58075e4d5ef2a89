import Findings
import Testing

@Suite struct RedactedSecretTests {
    private static func redacted(_ text: String, prefixLength: Int = 0) -> RedactedSecret {
        RedactedSecret(Secret(Array(text.utf8)), prefixLength: prefixLength)
    }

    private static func distinct(_ count: Int) -> String {
        String(decoding: (0..<count).map { UInt8(0x21 + $0 % 94) }, as: UTF8.self)
    }

    @Test func theTailIsShownFromTwentyBytesUp() {
        for count in 1...64 {
            let text = Self.distinct(count)
            #expect(Self.redacted(text).text == (count >= 20 ? "…" + text.suffix(2) : "…"))
        }
    }

    @Test func theLengthIsToldFromSixteenBytesUp() {
        let classes = [(0, "<8"), (7, "<8"), (8, "8–15"), (15, "8–15"), (16, "16–31"), (31, "16–31"), (32, "32+")]
        for (count, lengthClass) in classes {
            let redacted = Self.redacted(Self.distinct(count))
            #expect(redacted.lengthClass == lengthClass)
            #expect(redacted.length == (count >= 16 ? count : nil))
        }
    }

    @Test func thePrefixIsAtMostHalf() {
        for count in 0...64 {
            for prefixLength in [0, 1, 4, 10, 20, 64, 1000] {
                let shown = Self.redacted(Self.distinct(count), prefixLength: prefixLength).text
                let prefix = shown.prefix { $0 != "…" }
                // The two characters of the tail count too.
                #expect(prefix.count == min(prefixLength, count / 2 - (count >= 20 ? 2 : 0)))
                #expect(Self.distinct(count).hasPrefix(prefix))
            }
        }
    }

    /// What the documentation of `RedactedSecret.init` says: prefix and tail together.
    @Test func atMostHalfOfTheSecretIsShown() {
        for count in 1...64 {
            for prefixLength in 0...64 {
                let shown = Self.redacted(Self.distinct(count), prefixLength: prefixLength).text.count - 1
                if shown > count / 2 {
                    Issue.record("\(shown) of \(count) characters are shown, prefix length \(prefixLength)")
                    return
                }
            }
        }
    }

    @Test func onlyPrintableASCIIIsShown() {
        for byte in UInt8.min...UInt8.max {
            let isPrintable = (0x21...0x7E).contains(byte)
            let text = [byte] + Array(Self.distinct(30).utf8) + [byte]
            let shown = RedactedSecret(Secret(text), prefixLength: 4).text
            #expect(shown.unicodeScalars.allSatisfy { $0 == "…" || (0x21...0x7E).contains($0.value) })
            #expect(shown.count == (isPrintable ? 4 + 1 + 2 : 1))
        }
    }
}
