import Testing

@testable import Scoring

@Suite struct SecretKeyLookalikeTests {
    /// One way to make look-alikes, and what must be said of most of them.
    struct Family: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let objections: Set<SecretKeyObjection>
        let make: @Sendable (inout SeededBytes) -> [UInt8]

        init(
            _ name: String, _ objections: Set<SecretKeyObjection>,
            _ make: @escaping @Sendable (inout SeededBytes) -> [UInt8]
        ) {
            testDescription = name
            self.objections = objections
            self.make = make
        }
    }

    static let vocabulary = """
        account active address allow array back base begin block buffer cache call change channel check class clear \
        client close code command commit config connect context control count create current data debug default \
        delete device direct driver enable engine entry error event field file filter find first flag format frame \
        function group handle header index info init input instance item kernel key last length level limit line \
        link list load local lock make manager map mark memory message method mode module name network next node \
        number object offset open option order output packet page param parent parse path pending pointer port \
        print private process queue range read ready receive record region register release remove request reset \
        result return root scan secret select send server service session set shared signal size source stack \
        start state status stop store stream string system table target test thread time total trace type unit \
        update user value vector version virtual wait window word write zone
        """.split(separator: " ").map { Array($0.utf8) }

    static let families = [
        Family("SHA-1, lower case", [.hexDigest]) { $0.bytes(40, from: "0123456789abcdef") },
        Family("SHA-1, upper case", [.hexDigest]) { $0.bytes(40, from: "0123456789ABCDEF") },
        Family("decimal", [.decimalDigits]) { $0.bytes(40, from: "0123456789") },
        Family("base32", [.identifier, .unevenClasses]) { $0.bytes(40, from: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") },
        Family("base36, lower case", [.identifier, .unevenClasses]) {
            $0.bytes(40, from: "0123456789abcdefghijklmnopqrstuvwxyz")
        },
        Family("base36, upper case", [.identifier, .unevenClasses]) {
            $0.bytes(40, from: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        },
        Family("hexadecimal letters of both cases", [.unevenClasses, .identifier, .lowEntropy, .encodedText]) {
            $0.bytes(40, from: "ABCDEFabcdef")
        },
        Family("words", [.words]) { joined(&$0) { word, _ in word } },
        Family("camel case", [.identifier, .unevenClasses]) {
            joined(&$0) { word, first in first ? word : capitalised(word) }
        },
        Family("constants", [.words]) { joined(&$0) { word, _ in word.map { $0 - 32 } } },
        Family("path", [.path]) { joined(&$0) { word, _ in word + Array("/".utf8) } },
        Family("object path", [.path]) {
            Array("git/objects/".utf8) + $0.bytes(28, from: "0123456789abcdef")
        },
        Family("base64 of words", [.encodedText]) { random in
            let text = sentence(&random)
            let start = Int.random(in: 0..<4, using: &random)
            return Array(BitwiseBase64.encode(text)[start..<start + 40])
        },
        Family("base64 of UTF-16", [.encodedText, .unevenClasses, .lowEntropy, .repetition]) { random in
            let text = sentence(&random)
            return Array(BitwiseBase64.encode(text.flatMap { [$0, 0] }).prefix(40))
        },
        Family("base64 of hexadecimal", [.encodedText]) {
            Array(BitwiseBase64.encode($0.bytes(30, from: "0123456789abcdef")).prefix(40))
        },
        Family("repeated", [.repetition]) { random in
            let period = Int.random(in: 1...10, using: &random)
            let unit = random.bytes(period, from: BitwiseBase64.alphabet)
            return (0..<40).map { unit[$0 % period] }
        },
    ]

    /// At most 2 of 5,000 alone, in each family by itself; and the reason is the right one.
    @Test(arguments: families)
    func familiesAreRefused(_ family: Family) {
        var random = SeededBytes(seed: 7)
        var alone = 0, explained = 0
        for _ in 0..<5_000 {
            let bytes = family.make(&random)
            let judgement = SecretKeyJudge.judge(bytes.span, candidate: 0..<40)
            if judgement.passesAlone { alone += 1 }
            if let objection = judgement.objection, family.objections.contains(objection) { explained += 1 }
        }
        #expect(alone <= 2)
        #expect(explained >= 3_000, "\(explained) of 5,000 have a reason that fits")
    }

    private static func capitalised(_ word: [UInt8]) -> [UInt8] { [word[0] - 32] + word.dropFirst() }

    private static func word(_ random: inout SeededBytes) -> [UInt8] {
        vocabulary[Int.random(in: 0..<vocabulary.count, using: &random)]
    }

    /// 60 bytes of words with spaces between.
    private static func sentence(_ random: inout SeededBytes) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < 60 { bytes += word(&random) + [UInt8(ascii: " ")] }
        return Array(bytes.prefix(60))
    }

    /// Words, each changed by `form`, put together and cut to 40 bytes.
    private static func joined(_ random: inout SeededBytes, _ form: ([UInt8], Bool) -> [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < 40 { bytes += form(word(&random), bytes.isEmpty) }
        return Array(bytes.prefix(40))
    }
}
