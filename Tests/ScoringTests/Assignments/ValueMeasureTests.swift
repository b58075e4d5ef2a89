import Testing

@testable import Scoring

/// What is measured of a value by itself.
@Suite struct ValueMeasureTests {
    private func statistics(_ text: String) -> ValueStatistics {
        let bytes = Array(text.utf8)
        return ValueStatistics(bytes.span, 0..<bytes.count)
    }

    private func form(_ text: String) -> ValueForm {
        let bytes = Array(text.utf8)
        return ValueForm(bytes.span, 0..<bytes.count)
    }

    @Test func kindsAreCounted() {
        let counted = statistics("abC12-_ é")
        #expect(counted.lower == 2 && counted.upper == 1 && counted.digits == 2 && counted.marks == 2)
        #expect(counted.blanks == 1 && counted.foreign == 2 && counted.length == 10)
        #expect(counted.counts[Int(UInt8(ascii: "-"))] == 1)
    }

    @Test func orderIsMeasured() {
        let counted = statistics("aaabcXyZ9")
        #expect(counted.longestRepeat == 3 && counted.longestWord == 8)
        #expect(counted.steps == 2)
        #expect(counted.camelHumps == 2)
        #expect(counted.digitChanges == 1)
    }

    @Test func entropyIsThatOfTheRules() {
        #expect(statistics("aaaaaaaa").entropy == 0)
        #expect(abs(statistics("abcdefgh").entropy - 3) < 0.001)
        #expect(abs(statistics(String(repeating: "ab", count: 500)).entropy - 1) < 0.001)
        #expect(statistics("").entropy == 0)
    }

    @Test func wordsCostLessThanChance() {
        let words = statistics("authentication"), random = statistics("xq7Zk0vWj4Gp2B")
        #expect(words.textCost < 0 && random.textCost > 0)
    }

    @Test func grammarIsTold() {
        #expect(form("0a1b2c").isHexadecimal && form("0A1B2C").isHexadecimal && !form("0a1B2c").isHexadecimal)
        #expect(form("ab+/cd==").isBase64 && !form("ab+/cd==").isBase64URL && form("ab-_cd").isBase64URL)
        #expect(form("a_name").isIdentifier && !form("9name").isIdentifier && form("self.name").isDotted)
        #expect(form("MAX_KEY").isConstant && form("secret").isLowerCase && form("1.25").isNumber)
        #expect(form("1b4e28ba-2fa1-11d2-883f-0016d3cca427").isUUID)
        #expect(form("<value>").isBracketed && form("{value}").isBracketed && !form("<value").isBracketed)
    }

    @Test(arguments: ["{{ x }}", "a${B}c", "$(x)", "#{x}", "<%= x %>", "%(x)s", "%s", "{0}", "{}"])
    func templatesAreSeen(text: String) { #expect(form(text).holdsTemplate) }

    @Test(arguments: ["a$b", "100%", "p{4}", "#1", "a<b"])
    func othersAreNone(text: String) { #expect(!form(text).holdsTemplate) }

    @Test func wordsAreMarkedInEitherCase() {
        let marker = WordMarker(["key", "to", "token", "k"])
        let text = Array("MyTOKEN".utf8)
        #expect(marker.marks(text.span, 0..<7) == 0b1110)
        #expect(marker.marks(text.span, 0..<6) == 0b1010)
        #expect(marker.marks(text.span, 7..<7) == 0)
        let all = AssignmentWords.ofValues + AssignmentWords.ofNames + AssignmentWords.ofLines
        #expect(all.allSatisfy { $0 == $0.lowercased() && $0.utf8.allSatisfy { $0 < 0x80 } })
    }

    @Test func pathsTellTheFormat() {
        func format(_ path: String) -> FileKind.Format { FileKind(path: Array(path.utf8)).format }
        #expect(format("a/b.YML") == .yaml && format("x/Dockerfile") == .shell && format(".env") == .settings)
        #expect(format("README") == .unknown && format("") == .unknown && format("a.b/c") == .unknown)
        #expect(FileKind(path: Array("src/test/x.py".utf8)).marks != 0)
        #expect(FileKind(path: Array("a/b/c".utf8)).depth == 2)
    }
}
