import Testing

@testable import Scoring

/// A key of 1,024 bits, of which every byte of n, p and q is changed in turn.
@Suite struct RSAKeyDamageTests {
    /// Numbers of openssl's key, in the order of PKCS#1 without the version.
    private static func numbers() throws -> [[UInt8]] {
        let pem = try Tool.run("openssl", ["genrsa", "-traditional", "1024"])
        let read = PEMBlock(pem.span, 0..<pem.count)
        let block = try #require(read)
        let fields = try #require(DERText.parse(block.body[...])?.fields)
        return fields.dropFirst().compactMap { $0.positive.map { Array($0) } }
    }

    private static func judgement(_ numbers: [[UInt8]]) -> Judgement {
        let fields = [DERWriter.integer(0)] + numbers.map { DERWriter.integer($0) }
        let key = DERWriter.node(0x30, Array(fields.joined()))
        return judge(.privateKeyFile, key)
    }

    @Test(.enabled(if: Tool.exists("openssl"), "openssl makes this key"))
    func everyChangedByteOfModulusAndPrimesIsImpossible() throws {
        var numbers = try Self.numbers()
        #expect(Self.judgement(numbers).verdict == .proven)
        for place in [0, 3, 4] {
            for index in numbers[place].indices {
                let right = numbers[place][index]
                for change: UInt8 in [1, 0x80, 0xFF] {
                    numbers[place][index] = right ^ change
                    #expect(Self.judgement(numbers) == .impossible, "number \(place), byte \(index)")
                }
                numbers[place][index] = right
            }
        }
    }

    @Test(.enabled(if: Tool.exists("openssl"), "openssl makes this key"))
    func everyChangedByteOfTheExponentIsAnObjection() throws {
        var numbers = try Self.numbers()
        for index in numbers[2].indices {
            numbers[2][index] ^= 4
            #expect(Self.judgement(numbers) == Judgement(verdict: .plausible, score: 0.6), "byte \(index)")
            numbers[2][index] ^= 4
        }
    }

    @Test func trivialFactorsAreNoKey() {
        let one: [UInt8] = [1]
        let modulus: [UInt8] = [0xC5, 0x11, 0x03, 0x77]
        #expect(Self.judgement([modulus, [1, 0, 1], [3], one, modulus, one, one, one]) == .impossible)
    }
}
