import Findings
import Testing

@testable import Scoring

@Suite struct BedrockKeyTests {
    private static func longTerm(_ decoded: String) -> String {
        "ABSK" + TokenWriter.base64(Array(decoded.utf8))
    }

    private static func secret() -> String {
        var random = SeededGenerator(seed: 11)
        return TokenWriter.base64(random.bytes(44))
    }

    @Test func longTermKeyIsProvenAndTellsItsAccount() {
        let key = Self.longTerm("BedrockAPIKey-ab1c-at-123456789012:" + Self.secret())
        #expect(judge(.awsBedrockKey, key).verdict == .proven)
        #expect(
            details(.awsBedrockKey, key) == ["account": "123456789012", "kind": "long-term", "service": "bedrock"])
    }

    @Test func secondKeyOfAUserIsProven() {
        let key = Self.longTerm("BedrockAPIKey-ab1c+1-at-123456789012:" + Self.secret())
        #expect(judge(.awsBedrockKey, key).verdict == .proven)
    }

    @Test(arguments: [
        "BedrockAPIKey-ab1c-at-12345678901:", "BedrockAPIKey-ab1c-in-123456789012:", "BedrockApiKey-a-at-123456789012:",
    ])
    func otherTextIsImpossible(start: String) {
        #expect(judge(.awsBedrockKey, Self.longTerm(start + Self.secret())) == .impossible)
    }

    @Test func keyWithoutItsSecretIsImpossible() {
        #expect(judge(.awsBedrockKey, Self.longTerm("BedrockAPIKey-ab1c-at-123456789012:")) == .impossible)
        #expect(judge(.awsBedrockKey, "ABSK" + String(repeating: "A", count: 110)) == .impossible)
    }

    @Test func shortTermKeyTellsWhoseItIsAndUntilWhen() {
        let id = KeyIDs.make(prefix: "ASIA", account: 123_456_789_012)
        let url =
            "bedrock.amazonaws.com/?Action=CallWithBearerToken&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
            + id + "%2F20250814%2Fus-west-2%2Fbedrock%2Faws4_request&X-Amz-Date=20250814T011323Z&X-Amz-Expires=43200"
            + "&X-Amz-Security-Token=abc&X-Amz-SignedHeaders=host&X-Amz-Signature="
            + String(repeating: "0123456789abcdef", count: 4) + "&Version=1"
        let key = "bedrock-api-key-" + TokenWriter.base64(Array(url.utf8))
        #expect(judge(.awsBedrockKey, key).verdict == .proven)
        #expect(judge(.awsBedrockKey, key).severityLimit == nil)
        #expect(judge(.awsBedrockKey, key, now: 1_800_000_000).severityLimit == .low)
        #expect(
            details(.awsBedrockKey, key) == [
                "account": "123456789012", "kind": "temporary", "region": "us-west-2", "service": "bedrock",
                "issued": "2025-08-14T01:13:23Z", "expires": "2025-08-14T13:13:23Z",
            ])
        for length in 0..<key.count { _ = judge(.awsBedrockKey, String(key.prefix(length))) }
    }
}
