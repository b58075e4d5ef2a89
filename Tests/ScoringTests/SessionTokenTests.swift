import Findings
import Testing

@testable import Scoring

@Suite struct SessionTokenTests {
    @Test func wholeTokenIsProvenAndTellsItsOrigin() {
        var writer = TokenWriter()
        let text = writer.text()
        #expect(text.hasPrefix("IQoJb3JpZ2luX2Vj"))
        let judgement = judge(.awsSessionToken, text)
        #expect(judgement.verdict == .proven && judgement.score == 0.96 && judgement.severityLimit == .medium)
        #expect(
            details(.awsSessionToken, text) == [
                "kind": "temporary", "account": "123456789012", "region": "eu-west-2",
                "issued": "2023-11-14T22:13:20Z",
            ])
    }

    /// 36 hours is the longest life of a session.
    @Test func tokenOfTheDayBeforeYesterdayIsWorthLittle() {
        var writer = TokenWriter()
        let text = writer.text()
        #expect(judge(.awsSessionToken, text, now: 1_700_000_000 + 129_599).severityLimit == .medium)
        #expect(judge(.awsSessionToken, text, now: 1_700_000_000 + 129_600).severityLimit == .low)
    }

    @Test func tokenOfACanaryIsLeftAlone() {
        var writer = TokenWriter()
        writer.account = "052310077262"
        #expect(judge(.awsSessionToken, writer.text()).disposition == .canary)
    }

    @Test func tokenWithoutSignatureIsPlausibleOnly() {
        var writer = TokenWriter()
        writer.hasSignature = false
        #expect(judge(.awsSessionToken, writer.text()).verdict == .plausible)
    }

    /// Field 7 is not asked for, so a cut exactly before it (158 bytes and their header of three) goes unnoticed.
    @Test func cutTokenIsNotProven() {
        var writer = TokenWriter()
        let decoded = writer.decoded()
        for length in 0..<decoded.count where length != decoded.count - 161 {
            let judgement = judge(.awsSessionToken, TokenWriter.base64(Array(decoded.prefix(length))))
            #expect(judgement.verdict != .proven, "\(length)")
        }
        let text = writer.text()
        for length in 0..<SessionTokenProof.minimumLength {
            #expect(judge(.awsSessionToken, String(text.prefix(length))) == .impossible)
        }
    }

    @Test func escapesOfTheTextAreUndone() {
        var writer = TokenWriter()
        let token = writer.text()
        let spelled = token.replacingOccurrences(["+": "%2B", "/": "%2F", "=": "%3D"])
        #expect(judge(.awsSessionToken, spelled).verdict == .proven)
        #expect(normalised(.awsSessionToken, spelled) == token)
        #expect(normalised(.awsSessionToken, token.replacingOccurrences(["/": "\\/"])) == token)
    }

    @Test func olderTokensArePlausible() {
        var random = SeededGenerator(seed: 3)
        for start: [UInt8] in [[0x01, 0x0A, 3] + "aws".utf8, [0x15, 0x0A, 6] + "er/aws".utf8] {
            let judgement = judge(.awsSessionToken, TokenWriter.base64(start + random.bytes(200)))
            #expect(judgement.verdict == .plausible && judgement.disposition == .report)
        }
    }

    @Test func tokensOfTheDocumentationAreNoLeak() {
        let token =
            "AQoDYXdzEPT//////////w" + "EXAMPLE" + String(repeating: "tc764bNrC9SAPBSM22wDOk4x4HIZ8j4F", count: 5)
        #expect(judge(.awsSessionToken, token).disposition == .documentationExample)
    }

    @Test func randomBase64IsImpossible() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<100 { #expect(judge(.awsSessionToken, TokenWriter.base64(random.bytes(300))) == .impossible) }
    }
}

extension String {
    func replacingOccurrences(_ spellings: [Character: String]) -> String {
        String(flatMap { Array(spellings[$0] ?? String($0)) })
    }
}
