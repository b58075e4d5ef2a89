import Rules
import Testing

@Suite struct ByteTests {
    @Test(arguments: [
        ("base64", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"),
        ("base64url", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
        ("base32", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
        ("hex", "0123456789abcdefABCDEF"),
        ("digits", "0123456789"),
    ])
    func namedClassesHoldWhatTheirNameSays(name: String, members: String) throws {
        let byteClass = try #require(ByteClass(named: name))
        #expect((0...UInt8.max).filter(byteClass.contains) == Array(members.utf8).sorted())
        #expect(byteClass.count == members.utf8.count)
    }

    @Test func aClassHoldsBytesOfEachQuarter() {
        for byte in UInt8.min...UInt8.max {
            #expect((0...UInt8.max).filter(ByteClass(byte...byte).contains) == [byte])
        }
    }

    @Test func entropyIsShannons() {
        var entropy = ByteEntropy()
        func bits(_ text: String) -> Double { entropy.bitsPerByte(of: Array(text.utf8).span) }
        #expect(bits("") == 0)
        #expect(bits("aaaa") == 0)
        #expect(bits("ab") == 1)
        #expect(bits("abcd") == 2)
        #expect(entropy.bitsPerByte(of: Array(UInt8.min...UInt8.max).span) == 8)
        // 2 of 3 and 1 of 3: log2(3) - 2/3.
        #expect(abs(bits("aab") - 0.918_295_834_054_489_6) < 1e-15)
    }

    @Test func aWindowIsClampedToTheBlob() {
        let reach = Reach(before: 10, after: 20)
        #expect(reach.window(around: 5..<8, in: 100) == 0..<28)
        #expect(reach.window(around: 50..<54, in: 100) == 40..<74)
        #expect(reach.window(around: 90..<95, in: 100) == 80..<100)
    }
}
