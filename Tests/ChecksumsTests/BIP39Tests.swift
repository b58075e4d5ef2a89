import Testing

@testable import Checksums

@Suite struct BIP39Tests {
    /// trezor/python-mnemonic `vectors.json`, which BIP-39 names: all sizes of which it has vectors.
    static let vectors: [(entropy: String, phrase: [String])] = [
        ("00000000000000000000000000000000", [String(repeating: "abandon ", count: 11), "about"]),
        ("ffffffffffffffffffffffffffffffff", [String(repeating: "zoo ", count: 11), "wrong"]),
        (
            "7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f",
            ["legal winner thank year wave sausage ", "worth useful legal winner thank yellow"]
        ),
        (
            "9e885d952ad362caeb4efe34a8e91bd2",
            ["ozone drill grab fiber curtain grace ", "pudding thank cruise elder eight picnic"]
        ),
        ("000000000000000000000000000000000000000000000000", [String(repeating: "abandon ", count: 17), "agent"]),
        (
            "6d9be1ee6ebd27a258115aad99b7317b9c8d28b6d76431c3",
            [
                "horn tenant knee talent sponsor spell ", "gate clip pulse soap slush warm ",
                "silver nephew swap uncle crack brave",
            ]
        ),
        (
            "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            [String(repeating: "zoo ", count: 23), "vote"]
        ),
        (
            "f585c11aec520db57dd353c69554b21a89b20fb0650966fa0a9d6f74fd989d8f",
            [
                "void come effort suffer camp survey ", "warrior heavy shoot primary clutch crush ",
                "open amazing screen patrol group space ", "point ten exist slush involve unfold",
            ]
        ),
    ]

    private static func indexes(_ phrase: String) -> [Int]? {
        let words = phrase.split(separator: " ")
        let indexes = words.compactMap { BIP39.index(of: Array($0.utf8).span) }
        return indexes.count == words.count ? indexes : nil
    }

    @Test(arguments: 0..<vectors.count)
    func bothWays(number: Int) throws {
        let (hex, parts) = Self.vectors[number]
        let decoded = Hexadecimal.decode(Array(hex.utf8).span)
        let entropy = try #require(decoded)
        let phrase = parts.joined()
        let words = try #require(BIP39.words(for: entropy))
        #expect(words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ") == phrase)
        #expect(try BIP39.entropy(of: #require(Self.indexes(phrase))) == entropy)
    }

    @Test func everyWordIsFoundWhereItStands() {
        var last: [UInt8] = []
        for index in 0..<EnglishWords.count {
            let word = EnglishWords.word(at: index)
            #expect(BIP39.index(of: word.span) == index)
            #expect((3...8).contains(word.count) && last.lexicographicallyPrecedes(word))
            last = word
        }
        #expect(BIP39.index(of: Array("zoo".utf8).span) == 2_047)
        for other in ["", "a", "abando", "abandons", "Abandon", "zooo", "the", "abandoned", " zoo"] {
            #expect(BIP39.index(of: Array(other.utf8).span) == nil)
        }
    }

    @Test(arguments: [16, 20, 24, 28, 32])
    func everySizeGoesBothWays(count: Int) throws {
        let entropy = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + count) }
        let words = try #require(BIP39.words(for: entropy))
        #expect(words.count == count * 3 / 4)
        #expect(BIP39.entropy(of: words.compactMap { BIP39.index(of: $0.span) }) == entropy)
    }

    @Test(arguments: [0, 4, 12, 17, 18, 33, 36])
    func otherSizesHaveNoWords(count: Int) {
        #expect(BIP39.words(for: [UInt8](repeating: 1, count: count)) == nil)
        #expect(BIP39.entropy(of: [Int](repeating: 3, count: count == 12 ? 11 : count)) == nil || count == 18)
    }
}
