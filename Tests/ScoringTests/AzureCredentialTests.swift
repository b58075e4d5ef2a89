import Checksums
import Findings
import Rules
import Testing

@testable import Scoring

@Suite struct AzureCredentialTests {
    private static let base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    private static let base62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

    @Test(arguments: [
        (76, "+ASt", ["service": "Storage"]), (76, "ACDb", ["service": "Cosmos DB", "use": "read-write"]),
        (33, "AzCa", ["service": "Cache for Redis"]), (33, "+ASb", ["service": "Service Bus", "use": "manage"]),
        (33, "AIoT", ["service": "IoT", "use": "hub"]), (44, "AzFu", ["service": "Functions", "use": "function"]),
        (42, "AzSe", ["service": "AI Search", "use": "query"]), (42, "+ACR", ["service": "Container Registry"]),
    ])
    func keysTellTheirService(length: Int, signature: String, expected: [String: String]) {
        var random = SeededGenerator(seed: 21)
        for _ in 0..<200 {
            let key = CheckedTokenTests.made(.azureKey, random.characters(length, of: Self.base64) + signature)
            #expect(judge(.azureKey, key) == Judgement(verdict: .proven, score: 0.97))
            #expect(details(.azureKey, key) == expected)
        }
    }

    @Test func aKeyWhoseCheckFailsIsTold() {
        var random = SeededGenerator(seed: 22)
        let key = random.characters(76, of: Self.base64) + "+ASt" + "AAAAAA=="
        #expect(judge(.azureKey, key) == Judgement(verdict: .plausible, score: 0.4))
        #expect(details(.azureKey, key) == ["service": "Storage"])
        #expect(judge(.azureKey, random.characters(86, of: Self.base62) + "==") == .impossible)
        for length in 0..<key.count { _ = judge(.azureKey, String(key.prefix(length))) }
    }

    @Test func keysMayBeEscaped() {
        var random = SeededGenerator(seed: 23)
        let key = CheckedTokenTests.made(.azureKey, random.characters(76, of: Self.base64) + "+ASt")
        let url = key.replacing("+", with: "%2B").replacing("/", with: "%2F").replacing("=", with: "%3D")
        let json = key.replacing("+", with: "\\u002B").replacing("/", with: "\\/")
        for spelled in [url, json] {
            #expect(judge(.azureKey, spelled).verdict == .proven)
            #expect(normalised(.azureKey, spelled) == key)
        }
    }

    @Test func annotatedKeysTellWhenTheyWereIssued() {
        var random = SeededGenerator(seed: 24)
        let body = random.characters(52, of: Self.base62) + "JQQJ99BC" + random.characters(16, of: Self.base62) + "AZDO"
        let key = CheckedTokenTests.made(.azureAnnotatedKey, body)
        #expect(judge(.azureAnnotatedKey, key) == Judgement(verdict: .proven, score: 0.97))
        #expect(details(.azureAnnotatedKey, key) == ["signature": "AZDO", "issued": "2025-03"])
        #expect(judge(.azureAnnotatedKey, body + "0000") == Judgement(verdict: .plausible, score: 0.4))
        // There is no thirteenth month.
        #expect(judge(.azureAnnotatedKey, key.replacing("JQQJ99BC", with: "JQQJ99BM")) == .impossible)
        for length in 0..<key.count { _ = judge(.azureAnnotatedKey, String(key.prefix(length))) }
    }

    @Test func personalAccessTokensOfAzureDevOps() {
        var random = SeededGenerator(seed: 25)
        for _ in 0..<200 {
            let token = CheckedTokenTests.made(
                .azureDevOps, random.characters(52, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))
            #expect(judge(.azureDevOpsToken, token) == Judgement(verdict: .proven, score: 0.97))
            #expect(details(.azureDevOpsToken, token) == ["kind": "personal access token", "made_by": "user"])
        }
        let other = random.characters(52, of: "abcdefghijklmnopqrstuvwxyz234567")
        #expect(judge(.azureDevOpsToken, other) == Judgement(verdict: .plausible, score: 0.4))
    }

    @Test func clientSecretsOfEntra() {
        var random = SeededGenerator(seed: 26)
        let body = random.characters(3, of: Self.base62) + "8Q~" + random.characters(31, of: Self.base62 + "-_.~")
        let secret = CheckedTokenTests.made(.entra, body)
        #expect(judge(.entraSecret, secret) == Judgement(verdict: .proven, score: 0.95))
        #expect(judge(.entraSecret, body + "~~~") == Judgement(verdict: .plausible, score: 0.4))
        #expect(details(.entraSecret, secret) == ["kind": "client secret"])
        let older = random.characters(3, of: Self.base62) + "7Q~" + random.characters(31, of: Self.base62)
        #expect(judge(.entraSecret, older) == Judgement(verdict: .plausible, score: 0.4))
        #expect(judge(.entraSecret, "abc" + "8Q~" + String(repeating: "x", count: 34)).score == 0.1)
    }
}
