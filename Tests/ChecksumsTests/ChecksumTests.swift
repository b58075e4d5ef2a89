import Testing

@testable import Checksums

@Suite struct ChecksumTests {
    private static let digits = Array("123456789".utf8)

    @Test func theCheckValueOfCRC32() {
        #expect(CRC32.checksum(of: Self.digits.span) == 0xCBF4_3926)
        #expect(CRC32.checksum(of: [UInt8]().span) == 0)
    }

    /// The check values of Greg Cook's "Catalogue of parametrised CRC algorithms": CRC-16/XMODEM, CRC-24/OPENPGP and
    /// CRC-32/ISCSI.
    @Test func theCheckValuesOfTheOtherCRCs() {
        #expect(CRC16.checksum(of: Self.digits.span) == 0x31C3)
        #expect(CRC24.checksum(of: Self.digits.span) == 0x21_CF02)
        #expect(CRC32C.checksum(of: Self.digits.span) == 0xE306_9283)
        // RFC 3720, appendix B.4: 32 bytes of zeros.
        #expect(CRC32C.checksum(of: [UInt8](repeating: 0, count: 32).span) == 0x8A91_36AA)
    }

    @Test func base62IsPaddedInFront() {
        #expect(Base62.digits(0, width: 3) == Array("000".utf8))
        #expect(Base62.digits(61, width: 2) == Array("0z".utf8))
        #expect(Base62.digits(62, width: 2) == Array("10".utf8))
        #expect(Base62.digits(.max, width: 6) == Array("4gfFC3".utf8))
    }

    /// The values that the authors publish with the function.
    @Test(arguments: [
        ("", "9c1185a5c5e9fc54612808977ee8f548b2258d31"), ("a", "0bdc9d2d256b3ee9daae347be6f4dc835a467ffe"),
        ("abc", "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc"),
        ("message digest", "5d0689ef49d2fae572b881b123a85ffa21595f36"),
        ("abcdefghijklmnopqrstuvwxyz", "f71c27109c692c1b56bbdceb5b9d2865b3708dbc"),
        ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "12a053384a9c0c88e405a06c27dcf49ada62eb2b"),
        (String(repeating: "1234567890", count: 8), "9b752e45573d4b39f4dbd3323cab82bf63326bfb"),
    ])
    func ripemd160(message: String, hash: String) {
        #expect(Hexadecimal.encode(RIPEMD160.hash(Array(message.utf8))) == Array(hash.utf8))
    }

    /// RFC 8032, section 7.1, tests 1 and 2.
    @Test(arguments: [
        (
            "9d61b19deffd5a60ba844af492ec2cc4" + "4449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f" + "5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
        ),
    ])
    func ed25519(seed: String, publicKey: String) throws {
        let decoded = Hexadecimal.decode(Array(seed.utf8).span)
        let bytes = try #require(decoded)
        #expect(Ed25519.publicKey(of: bytes).map(Hexadecimal.encode) == Array(publicKey.utf8))
        #expect(Ed25519.publicKey(of: Array(bytes.dropLast())) == nil)
    }
}
