import Testing

@testable import Scoring

@Suite struct SecretKeySurroundingsTests {
    /// A random key that passes by itself, so that only the surroundings can speak against it.
    static let key: [UInt8] = {
        var random = SeededBytes(seed: 99)
        return Array("Zq".utf8) + random.bytes(38, from: BitwiseBase64.alphabet)
    }()

    static let line: String = {
        var random = SeededBytes(seed: 98)
        return String(decoding: random.bytes(64, from: BitwiseBase64.alphabet), as: UTF8.self)
    }()

    private func judge(_ before: String, _ after: String, key: [UInt8] = key) -> SecretKeyJudgement {
        let window = Array(before.utf8) + key + Array(after.utf8)
        return SecretKeyJudge.judge(window.span, candidate: before.utf8.count..<before.utf8.count + 40)
    }

    @Test func theKeyItselfPasses() {
        #expect(judge("", "").passesAlone)
    }

    @Test func slicesOfLongerRuns() {
        #expect(judge("x", "").objection == .partOfLongerRun)
        #expect(judge("", "/").objection == .partOfLongerRun)
        #expect(!judge("x", "").passesBesideKeyword)
    }

    @Test func padding() {
        #expect(judge("", "=\n").objection == .paddedBase64)
    }

    @Test func escapes() {
        #expect(judge("\\", "", key: Array("n".utf8) + Self.key.dropFirst()).objection == .escapeSequence)
        #expect(judge("%", "", key: Array("2F".utf8) + Self.key.dropFirst(2)).objection == .escapeSequence)
        #expect(judge("\\", "").objection == nil)
    }

    @Test(arguments: ["", "    ", "> ", "\t", "# "])
    func lastLineOfAWrappedBlock(indent: String) {
        let block = "\(indent)\(Self.line)\n\(indent)\(Self.line)\n\(indent)"
        #expect(judge(block, "\n").objection == .wrappedBase64)
        #expect(judge(block, "").objection == .wrappedBase64)
        #expect(!judge(block, "\n-----END").passesBesideKeyword)
    }

    @Test func lastLineOfAStringLiteralInLines() {
        #expect(judge("\"\(Self.line)\"\r\n\"", "\";").objection == .wrappedBase64)
    }

    @Test func lastPartOfAFoldedHeader() {
        #expect(judge("b=\(Self.line)\n\t\(Self.line)\n\t", "\n").objection == .wrappedBase64)
        #expect(judge("x \(Self.line) ", "\n").objection == .wrappedBase64)
        #expect(judge("=?us-ascii?Q?", "?=\n").objection == .encodedWord)
        #expect(judge("Message-ID: <", "@example.org>").objection == .messageIdentifier)
    }

    @Test func aLongTokenAboveSpeaksOnlyAgainstAKeyAlone() {
        let judgement = judge(Self.line + Self.line + "\n", "\n")
        #expect(judgement.objection == .wrappedBase64)
        #expect(judgement.passesBesideKeyword)
    }

    @Test func digestsAndPathsAboveAreNoBase64() {
        #expect(judge(String(repeating: "0a9f", count: 16) + "\n", "\n").passesAlone)
        #expect(judge(String(repeating: "/usr/share/doc", count: 5) + "\n", "\n").passesAlone)
    }

    @Test func firstPartOfAFoldedHeader() {
        let judgement = judge("bh=abc=; b=", "\n\t\(Self.line)\n")
        #expect(judgement.objection == .wrappedBase64)
        #expect(judgement.passesBesideKeyword)
    }

    @Test(arguments: [", ", "==\n", "\",\n\"", " "])
    func aMemberOfAListPassesBesideAKeyword(separator: String) {
        let judgement = judge("\(Self.line)\(separator)", "\n")
        #expect(judgement.objection == .wrappedBase64)
        #expect(judgement.passesBesideKeyword)
    }

    @Test func aBlockOfZeros() {
        let judgement = judge(String(repeating: "A", count: 64) + "\n", "\n")
        #expect(judgement.objection == .wrappedBase64)
        #expect(judgement.passesBesideKeyword)
    }

    @Test func aPasswordInAnAddress() {
        #expect(judge("https://name:", "@example.org").passesAlone)
    }

    @Test func aValueOfItsOwnIsNoWrappedLine() {
        #expect(judge("token = \(Self.line)\nsecret = ", "\n").objection == nil)
    }

    @Test(arguments: [("a-", ""), ("id_", ""), ("", "-b"), ("", "_b"), ("head.", ""), ("", ".sig")])
    func joinedTokens(before: String, after: String) {
        let judgement = judge(before, after)
        #expect(judgement.objection == .joinedToken)
        #expect(judgement.passesBesideKeyword)
    }

    @Test func onlyFortySymbolsAreACandidate() {
        #expect(judge("", "", key: Array("_".utf8) + Self.key.dropFirst()).objection == .malformed)
        #expect(SecretKeyJudge.judge(Self.key.span, candidate: 0..<39).objection == .malformed)
    }

    /// Whatever stands in a short window, the judgement reads nothing outside it.
    @Test func everyShortWindowIsJudged() {
        for before in ["", "\n", "\n\n", "\\", "%", "-", "\n\"", "x\n", "="] {
            for after in ["", "\n", "-", "=", "."] { _ = judge(before, after) }
        }
    }
}
