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
        let facts = details(.privateKeyPEM, Armour.wrap(Self.label, SSHWriter().key()))
        #expect(facts["comment"] == "test" && facts["key_type"] == "Ed25519" && facts["encrypted"] == "no")
        #expect(facts["fingerprint"]?.hasPrefix("SHA256:") == true && facts["fingerprint"]?.count == 50)
    }

    @Test func publicHalfOfAnotherKeyIsImpossible() {
        for byte in 0..<64 { #expect(Self.judgement(SSHWriter(changedByte: byte)) == .impossible, "\(byte)") }
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
        let facts = details(.privateKeyPEM, text)
        #expect(facts["key_type"] == "Ed25519" && facts["secret_part"] == "elsewhere")
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
