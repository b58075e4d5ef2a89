import Testing

@testable import Checksums

@Suite struct NumeralTests {
    @Test(arguments: [0, 1, 35, 36, 61, 62, 65_535, 0x8000_0000, UInt32.max] as [UInt32])
    func whatIsWrittenIsRead(number: UInt32) {
        #expect(Base62.number(Base62.digits(number, width: 6).span) == number)
        #expect(Base36.number(Base36.digits(number, width: 7).span) == number)
        #expect(HexNumerals.number(HexNumerals.digits(number, .lower).span, .lower) == number)
        #expect(HexNumerals.number(HexNumerals.digits(number, .upper).span, .upper) == number)
    }

    @Test func base36IsPaddedInFront() {
        #expect(Base36.digits(35, width: 2) == Array("0z".utf8))
        #expect(Base36.digits(36, width: 2) == Array("10".utf8))
        #expect(Base36.digits(.max, width: 7) == Array("1z141z3".utf8))
    }

    @Test func numbersAboveThirtyTwoBitsAreNone() {
        #expect(Base62.number(Array("4gfFC3".utf8).span) == .max)
        #expect(Base62.number(Array("4gfFC4".utf8).span) == nil)
        #expect(Base36.number(Array("1z141z4".utf8).span) == nil)
        #expect(Base62.number(Array("zzzzzz".utf8).span) == nil)
    }

    @Test func otherBytesAndNoneAreNoNumber() {
        #expect(Base62.number(Array("00-000".utf8).span) == nil)
        #expect(Base36.number(Array("000A".utf8).span) == nil)
        #expect(HexNumerals.number(Array("0000000A".utf8).span, .lower) == nil)
        #expect(HexNumerals.number(Array("0000000a".utf8).span, .upper) == nil)
        #expect(Base62.number([UInt8]().span) == nil)
    }

    /// RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func base32OfTheStandard(bytes: String, text: String) {
        #expect(Base32.encode(Array(bytes.utf8)) == Array(text.utf8))
        #expect(Base32.decode(Array(text.utf8).span) == Array(bytes.utf8))
    }

    @Test func base32WithBitsLeftOverIsNone() {
        #expect(Base32.decode(Array("MZ".utf8).span) == nil)
        #expect(Base32.decode(Array("M".utf8).span) == nil)
        #expect(Base32.decode(Array("M1".utf8).span) == nil)
    }

    /// RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
        ("foobar", "Zm9vYmFy"),
    ])
    func base64OfTheStandard(bytes: String, text: String) {
        #expect(Base64.encode(Array(bytes.utf8)) == Array(text.utf8))
        let decoded = Base64.decodeFilled(Array(text.utf8).span)
        #expect(decoded?.prefix(bytes.utf8.count) == Array(bytes.utf8)[...])
    }

    @Test func base64HasTwoAlphabets() {
        #expect(Base64.encode([0xFB, 0xFF, 0xBF]) == Array("+/+/".utf8))
        #expect(Base64.encode([0xFB, 0xFF, 0xBF], urlSafe: true) == Array("-_-_".utf8))
        #expect(Base64.decodeFilled(Array("+/-_".utf8).span) == [0xFB, 0xFF, 0xBF])
        #expect(Base64.decodeFilled(Array("Zm9=".utf8).span) == nil)
    }
}
