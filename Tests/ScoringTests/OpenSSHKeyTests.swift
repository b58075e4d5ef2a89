import Findings
import Testing

@testable import Scoring

@Suite struct OpenSSHKeyTests {
    private static let label = "OPENSSH PRIVATE " + "KEY"

    private static func judgement(_ writer: SSHWriter) -> Judgement {
        judge(.privateKeyPEM, Armour.wrap(label, writer.key()))
    }

    @Test func openKeyIsProven() {
        #expect(Self.judgement(SSHWriter()) == Judgement(verdict: .proven, score: 0.98))
    }

    @Test func checkNumbersThatDifferAreImpossible() {
        #expect(Self.judgement(SSHWriter(checks: (1, 2))) == .impossible)
    }

    @Test func sealedKeyIsOfMediumSeverity() {
        let writer = SSHWriter(cipher: "aes256-ctr", kdf: "bcrypt", checks: (1, 2))
        #expect(Self.judgement(writer) == Judgement(verdict: .proven, score: 0.95, severityLimit: .medium))
        #expect(Self.judgement(SSHWriter(cipher: "aes256-ctr", kdf: "none")) == .impossible)
    }

    @Test func keyOfADeviceIsOfLowSeverity() {
        let writer = SSHWriter(type: "sk-ssh-ed25519@openssh.com")
        #expect(Self.judgement(writer) == Judgement(verdict: .proven, score: 0.9, severityLimit: .low))
        let text = Armour.wrap(Self.label, writer.key())
        #expect(details(.privateKeyPEM, text) == ["key_type": "Ed25519", "secret_part": "elsewhere"])
    }

    @Test func cutKeyIsPlausibleOnce48BytesAreThere() {
        let key = SSHWriter().key()
        for count in 0..<key.count {
            let body = TokenWriter.base64(Array(key.prefix(count)))
            let judgement = judge(.privateKeyPEM, Armour.begin(Self.label) + "\n" + body)
            #expect(judgement == (count < 48 ? .impossible : Judgement(verdict: .plausible, score: 0.3)), "\(count)")
        }
    }
}
