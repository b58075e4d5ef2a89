import Findings
import Testing

@testable import Scoring

@Suite struct PresignedURLTests {
    private static func version4(
        id: String, date: String = "20130524T000000Z", validity: String = "86400",
        signature: String = String(repeating: "0123456789abcdef", count: 4), ampersand: String = "&"
    ) -> String {
        "https://examplebucket.s3.amazonaws.com/test.txt?"
            + [
                "X-Amz-Algorithm=AWS4-HMAC-SHA256", "X-Amz-Credential=\(id)%2F20130524%2Fus-east-1%2Fs3%2Faws4_request",
                "X-Amz-Date=\(date)", "X-Amz-Expires=\(validity)", "X-Amz-SignedHeaders=host",
                "X-Amz-Signature=\(signature)",
            ].joined(separator: ampersand)
    }

    @Test(arguments: ["&", "&amp;", "\\u0026", "&#38;"])
    func urlIsProvenAndOfLowSeverity(ampersand: String) {
        let url = Self.version4(id: KeyIDs.make(account: 123_456_789_012), ampersand: ampersand)
        let judgement = judge(.awsPresignedURL, url)
        #expect(judgement.verdict == .proven && judgement.score == 0.9 && judgement.severityLimit == .low)
        #expect(
            details(.awsPresignedURL, url) == [
                "account": "123456789012", "kind": "long-term", "region": "us-east-1", "service": "s3",
                "issued": "2013-05-24T00:00:00Z", "expires": "2013-05-25T00:00:00Z",
            ])
        #expect(
            normalised(.awsPresignedURL, url) == Self.version4(id: KeyIDs.make(account: 123_456_789_012)))
    }

    /// The example of "Authenticating Requests: Using Query Parameters" in the Amazon S3 API Reference.
    @Test func publishedExampleIsNoLeak() {
        let url = Self.version4(
            id: KeyIDs.published[0], signature: "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404")
        #expect(judge(.awsPresignedURL, url).disposition == .documentationExample)
    }

    @Test func partsThatDisagreeAreNotProven() {
        let id = KeyIDs.make(account: 123_456_789_012)
        #expect(judge(.awsPresignedURL, Self.version4(id: id, date: "20130525T000000Z")).verdict == .plausible)
        #expect(judge(.awsPresignedURL, Self.version4(id: id, validity: "604801")).verdict == .plausible)
        #expect(judge(.awsPresignedURL, Self.version4(id: id, signature: "abc")).verdict == .plausible)
        #expect(judge(.awsPresignedURL, Self.version4(id: "AKIA")) == .impossible)
        #expect(judge(.awsPresignedURL, Self.version4(id: id).prefix(80) + "") == .impossible)
    }

    @Test func version2TellsItsExpiry() {
        let id = KeyIDs.make(account: 123_456_789_012)
        let url =
            "https://bucket.s3.amazonaws.com/a.png?AWSAccessKeyId=\(id)&Expires=1175139620&Signature="
            + "NpgCjnDzrM%2BWFzoENXmpNDUsSn8%3D"
        #expect(judge(.awsPresignedURL, url).verdict == .proven)
        #expect(details(.awsPresignedURL, url)["expires"] == "2007-03-29T03:40:20Z")
    }

    @Test func everyPrefixIsJudgedWithoutTrapping() {
        let url = Array(Self.version4(id: KeyIDs.make(account: 123_456_789_012)).utf8)
        for length in 0...url.count { _ = judge(.awsPresignedURL, Array(url.prefix(length))) }
    }
}
