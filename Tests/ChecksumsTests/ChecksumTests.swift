import Checksums
import Testing

@Suite struct ChecksumTests {
    @Test func theCheckValueOfCRC32() {
        #expect(CRC32.checksum(of: Array("123456789".utf8).span) == 0xCBF4_3926)
        #expect(CRC32.checksum(of: [UInt8]().span) == 0)
    }

    @Test func base62IsPaddedInFront() {
        #expect(Base62.digits(0, width: 3) == Array("000".utf8))
        #expect(Base62.digits(61, width: 2) == Array("0z".utf8))
        #expect(Base62.digits(62, width: 2) == Array("10".utf8))
        #expect(Base62.digits(.max, width: 6) == Array("4gfFC3".utf8))
    }
}
