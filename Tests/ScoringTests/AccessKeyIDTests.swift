import Findings
import Testing

@testable import Scoring

@Suite struct AccessKeyIDTests {
    /// Vectors from the read-me of the crate `aws_account_id_from_key_id` and from Truffle Security's article on
    /// canaries.
    @Test(arguments: [
        (["AKIA", "SP2TPHJSQ", "H3FJXYZ"].joined(), "171436882533"),
        (["ASIA", "Y34FZKBOK", "MUTVV7A"].joined(), "609629065308"),
    ])
    func publishedIDsTellTheirAccount(id: String, account: String) {
        #expect(details(.awsAccessKeyID, id)["account"] == account)
    }

    @Test(arguments: ["AKIA": "long-term", "ASIA": "temporary", "ABIA": "bearer", "ACCA": "context-specific"])
    func prefixTellsTheKind(prefix: String, kind: String) {
        let id = KeyIDs.make(prefix: prefix, account: 52_310_077_000)
        #expect(details(.awsAccessKeyID, id) == ["account": "052310077000", "kind": kind])
        #expect(judge(.awsAccessKeyID, id).verdict == .plausible)
    }

    @Test func scoresFollowTheTable() {
        #expect(judge(.awsAccessKeyID, KeyIDs.make(account: 123_456_789_012)).score == 0.92)
        #expect(judge(.awsAccessKeyID, KeyIDs.make(account: 1_099_000_000_000)).score == 0.78)
        #expect(judge(.awsAccessKeyID, ["AKIA", "I3XQ7ZL2", "MWK5RTPN"].joined()).score == 0.9)
        #expect(judge(.awsAccessKeyID, ["AKIA", "C3XQ7ZL2", "MWK5RTPN"].joined()).score == 0.86)
        let temporary = judge(.awsAccessKeyID, KeyIDs.make(prefix: "ASIA", account: 123_456_789_012))
        #expect(temporary.score < 0.85 && temporary.score > 0.8 && temporary.pairedScore == 0.97)
    }

    @Test func accountWithThirteenDigitsIsNotTold() {
        let id = KeyIDs.make(account: 1_099_000_000_000)
        #expect(details(.awsAccessKeyID, id)["account"] == nil)
        #expect(reason(.awsAccessKeyID, id).contains("no account"))
    }

    @Test(arguments: KeyIDs.published)
    func publishedExamplesAreNoLeak(id: String) {
        #expect(judge(.awsAccessKeyID, id).disposition == .documentationExample)
    }

    @Test func anyCharacterOutsideBase32IsImpossible() {
        let id = Array(KeyIDs.make(account: 123_456_789_012).utf8)
        for offset in 4..<20 {
            for wrong in "0189abcxyz+/_-".utf8 {
                var changed = id
                changed[offset] = wrong
                #expect(judge(.awsAccessKeyID, changed) == .impossible)
            }
        }
        #expect(judge(.awsAccessKeyID, id.dropLast() + []) == .impossible)
        #expect(judge(.awsAccessKeyID, id + [0x41]) == .impossible)
        #expect(judge(.awsAccessKeyID, Array("AIDA".utf8) + id.dropFirst(4)) == .impossible)
    }

    @Test(arguments: [
        "XXXXXXXXXXXXXXXX", "ABCDEFGHIJKLMNOP", "AAAAAAAAAAAAAAAA", "ABCDABCDABCDABCD", "234567ABCDEFGHIJ",
        "QWERTYUIOPASDFGH", "YOURACCESSKEYIDX", "EXAMPLEKEYID2345", "FAKEFAKE2345QRST", "ZYXWVUTSRQPONMLK",
    ])
    func placeholdersAreBelowEveryThreshold(body: String) {
        let judgement = judge(.awsAccessKeyID, "AKIA" + body)
        #expect(Confidence(score: judgement.score) == nil && Confidence(score: judgement.pairedScore) == nil)
    }

    @Test(arguments: [
        "TABLEENTRYSIZEOF", "HEADERBLOCKCOUNT", "MAXIMUMBUFFERLEN", "INDEXTABLEOFFSET", "KEYBOARDSHORTCUT",
        "NETWORKINTERFACE", "CONFIGURATIONSET", "SENDNOTIFICATION", "DEVICEDESCRIPTOR", "MESSAGEPROCESSOR",
        "SOURCEREPOSITORY", "ACCOUNTSRECEIVED", "PERMISSIONDENIED", "CONNECTIONCLOSED", "INVALIDARGUMENTS",
        "REGISTRATIONCODE", "VERTEXARRAYOBJEC", "UNIVERSITYCAMPUS", "JAVASCRIPTOBJECT", "WINDOWTITLESTYLE",
    ])
    func wordsAreNotMedium(body: String) {
        #expect(judge(.awsAccessKeyID, "AKIA" + body).score < Confidence.medium.floor)
    }

    /// 200,000 ids, uniform over base32: the statistics may cost at most one in 200.
    @Test func randomIDsAreMediumOrBetter() {
        var random = SeededGenerator(seed: 20_261_123)
        let count = 200_000
        var (medium, high, placeholders) = (0, 0, 0)
        for _ in 0..<count {
            let score = judge(.awsAccessKeyID, "AKIA" + random.characters(16, of: KeyIDs.base32)).score
            if score >= Confidence.medium.floor { medium += 1 }
            if score >= Confidence.high.floor { high += 1 }
            if score < 0.1 { placeholders += 1 }
        }
        print("random ids: \(medium) medium, \(high) high, \(placeholders) placeholders of \(count)")
        #expect(medium >= count * 995 / 1_000)
        #expect(high >= count * 94 / 100)
    }

    @Test func reasonHoldsNoPartOfTheID() {
        let id = KeyIDs.make(account: 123_456_789_012)
        #expect(!reason(.awsAccessKeyID, id).contains(id.prefix(6)))
    }
}
