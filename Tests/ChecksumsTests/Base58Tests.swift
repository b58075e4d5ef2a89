import Checksums
import Testing

@Suite struct Base58Tests {
    private static func bytes(_ hex: String) throws -> [UInt8] {
        let decoded = Hexadecimal.decode(Array(hex.utf8).span)
        return try #require(decoded)
    }

    /// draft-msporny-base58-03, section 5.
    @Test(arguments: [
        ("48656c6c6f20576f726c6421", "2NEpo7TZRRrLZSi2U"), ("0000287fb4cd", "11233QC4"), ("", ""), ("00", "1"),
        (
            "54686520717569636b2062726f776e20666f78206a756d7073206f76657220746865206c617a7920646f672e",
            "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z"
        ),
    ])
    func bothWays(hex: String, text: String) throws {
        #expect(Base58.bitcoin.encode(try Self.bytes(hex)) == Array(text.utf8))
        #expect(Base58.bitcoin.decode(Array(text.utf8).span) == (try Self.bytes(hex)))
    }

    @Test(arguments: ["0", "O", "I", "l", "2NEpo7TZRRrLZSi2U ", "é"])
    func otherCharactersAreNoDigits(text: String) {
        #expect(Base58.bitcoin.decode(Array(text.utf8).span) == nil)
    }

    /// xrpl.org, "base58 Encodings": the account of zeros, the account of one.
    @Test(arguments: [
        ("000000000000000000000000000000000000000000", "rrrrrrrrrrrrrrrrrrrrrhoLvTp"),
        ("000000000000000000000000000000000000000001", "rrrrrrrrrrrrrrrrrrrrBZbvji"),
    ])
    func rippleHasDigitsOfItsOwn(hex: String, text: String) throws {
        let decoded = Base58.ripple.decode(Array(text.utf8).span) ?? []
        #expect(Base58Check.doubleSHA256.payload(of: decoded).map(Array.init) == (try Self.bytes(hex)))
        #expect(Base58.ripple.encode(Base58Check.doubleSHA256.completed(try Self.bytes(hex))) == Array(text.utf8))
    }

    /// The address of the first block of Bitcoin.
    @Test func theCheckOfBase58Check() throws {
        let decoded = Base58.bitcoin.decode(Array("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa".utf8).span) ?? []
        let payload = try #require(Base58Check.doubleSHA256.payload(of: decoded))
        #expect(Array(payload) == (try Self.bytes("0062e907b15cbf27d5425399ebf6f0fb50ebb88f18")))
        #expect(Base58Check.singleSHA256.payload(of: decoded) == nil)
        #expect(Base58Check.ripemd160(curve: "K1").payload(of: decoded) == nil)
        for place in decoded.indices {
            var changed = decoded
            changed[place] ^= 1
            #expect(Base58Check.doubleSHA256.payload(of: changed) == nil)
        }
    }

    @Test(arguments: [Base58Check.doubleSHA256, .singleSHA256, .ripemd160(curve: "K1"), .ripemd160(curve: "R1")])
    func completedAndStrippedAgain(check: Base58Check) {
        let payload = Array(UInt8(0)..<40)
        #expect(check.payload(of: check.completed(payload)).map(Array.init) == payload)
        #expect(check.payload(of: [1, 2, 3]) == nil)
    }

    /// RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func base32(text: String, code: String) {
        #expect(Base32.encode(Array(text.utf8)) == Array(code.utf8))
        #expect(Base32.decode(Array(code.utf8).span) == Array(text.utf8))
    }

    @Test(arguments: ["MZ", "M", "MZXW6Y", "my", "M1", "MY======"])
    func noBase32(code: String) {
        #expect(Base32.decode(Array(code.utf8).span) == nil)
    }

    @Test func hexadecimal() {
        #expect(Hexadecimal.decode(Array("00fFa9".utf8).span) == [0, 255, 0xA9])
        #expect(Hexadecimal.decode(Array("00f".utf8).span) == nil)
        #expect(Hexadecimal.decode(Array("0g".utf8).span) == nil)
        #expect(Hexadecimal.encode([0, 255, 0xA9]) == Array("00ffa9".utf8))
    }
}
