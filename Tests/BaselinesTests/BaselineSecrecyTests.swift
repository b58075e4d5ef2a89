import Checksums
import Blobs
import Crypto
import Findings
import Testing

@testable import Baselines

@Suite struct BaselineSecrecyTests {
    private static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array(SeededGenerator.lettersAndDigits + "+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = (0..<3).reduce(0) { $0 << 8 | (start + $1 < bytes.count ? Int(bytes[start + $1]) : 0) }
            text += String([18, 12, 6, 0].map { alphabet[group >> $0 & 63] })
        }
        return text
    }

    @Test func noPieceOfASecretAndNoPlainHashStandsInTheFile() throws {
        let secrets = ["hunter" + "22222", Sample.strong(1), Sample.strong(2), "Summer" + "2024!!"]
        let findings = secrets.map { Sample.finding($0, at: "dir/\($0)/file") }
        var masker = Masker(sparesWords: false)
        for finding in findings { masker.insert(finding.secret) }
        var outside = try Baseline(externalKey: Sample.key)
        _ = outside.add(findings, masker: masker, reason: nil, owner: nil, expires: nil, created: Sample.today)
        for baseline in [Sample.baseline(of: findings, masker: masker), outside] {
            #expect(baseline.entries.count == 4)
            let text = Sample.text(of: baseline)
            for secret in secrets {
                let bytes = Array(secret.utf8)
                let hashes = [bytes, Array("test-rule\0".utf8) + bytes].flatMap { input in
                    [
                        Array(SHA256.hash(data: input)), Array(SHA512.hash(data: input)),
                        Array(Insecure.SHA1.hash(data: input)), Array(Insecure.MD5.hash(data: input)),
                    ]
                }
                let needles =
                    hashes.flatMap { [Hexadecimal.text($0), Self.base64($0)] }
                    + [Hexadecimal.text(bytes), Self.base64(bytes)]
                for needle in needles {
                    #expect(!text.contains(needle.prefix(8)))
                }
                for start in 0...secret.count - 8 {
                    #expect(!text.contains(secret.dropFirst(start).prefix(8)))
                }
            }
        }
    }

    @Test func nothingIsShownOfTheKey() {
        let baseline = Sample.baseline()
        var text = ""
        dump(BaselineKey(Sample.key), to: &text)
        #expect(!text.contains("31") && text.contains("(secret)"))
        #expect(baseline.keyIsInside)
    }

    @Test func keysMakeAllHashesDiffer() {
        let findings = [Sample.finding(), Sample.finding("pass" + "1")]
        var other = Baseline(keyInside: Sample.otherKey, rounds: Sample.rounds)
        _ = other.add(findings, masker: Masker(), reason: nil, owner: nil, expires: nil, created: Sample.today)
        let all = (Sample.baseline(of: findings).entries + other.entries).map(\.fingerprint)
        #expect(Set(all).count == 4)
    }
}
