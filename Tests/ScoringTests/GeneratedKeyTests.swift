import Findings
import Foundation
import Testing

@testable import Scoring

/// Keys that openssl, ssh-keygen and gpg make while the test runs, whole and damaged.
@Suite struct GeneratedKeyTests {
    @Test(
        .enabled(if: Tool.exists("openssl"), "openssl makes these keys"),
        arguments: [
            (["genrsa", "-traditional", "1024"], "RSA", "1024"), (["genrsa", "2048"], "RSA", "2048"),
            (["genpkey", "-algorithm", "ED25519"], "Ed25519", nil),
            (["genpkey", "-algorithm", "X25519"], "X25519", nil),
            (["genpkey", "-algorithm", "ED448"], "Ed448", nil),
            (["ecparam", "-name", "prime256v1", "-genkey", "-noout"], "ECDSA P-256", "256"),
            (["ecparam", "-name", "secp384r1", "-genkey", "-noout"], "ECDSA P-384", "384"),
            (["ecparam", "-name", "secp256k1", "-genkey", "-noout"], "ECDSA secp256k1", "256"),
            (["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521"], "ECDSA P-521", "521"),
            (["dsaparam", "-noout", "-genkey", "1024"], "DSA", "1024"),
        ] as [([String], String, String?)])
    func opensslKeyIsProven(arguments: [String], type: String, bits: String?) throws {
        let text = String(decoding: try Tool.run("openssl", arguments), as: UTF8.self)
        #expect(judge(.privateKeyPEM, text) == Judgement(verdict: .proven, score: 0.98))
        #expect(details(.privateKeyPEM, text)["key_type"] == type)
        #expect(details(.privateKeyPEM, text)["bits"] == bits)
        #expect(normalised(.privateKeyPEM, text) == text)
        expectNoProofOfPrefixes(text)
    }

    @Test(.enabled(if: Tool.exists("openssl"), "openssl makes these keys"))
    func encryptedOpensslKeysAreOfMediumSeverity() throws {
        for arguments in [
            ["genrsa", "-aes128", "-passout", "pass:test", "1024"],
            ["genrsa", "-aes128", "-traditional", "-passout", "pass:test", "1024"],
        ] {
            let text = String(decoding: try Tool.run("openssl", arguments), as: UTF8.self)
            let judgement = judge(.privateKeyPEM, text)
            #expect(judgement.severityLimit == .medium && judgement.score >= 0.85)
            #expect(details(.privateKeyPEM, text)["encrypted"] == "yes")
            expectNoProofOfPrefixes(text)
        }
    }

    /// openssl's own word for the public half is what ours is joined by.
    @Test(.enabled(if: Tool.exists("openssl"), "openssl makes these keys"), arguments: ["RSA", "EC", "ED25519"])
    func publicHalfIsThatOfOpenssl(algorithm: String) throws {
        let options = ["RSA": ["rsa_keygen_bits:1024"], "EC": ["ec_paramgen_curve:P-384"]][algorithm] ?? []
        try Tool.withFolder { folder in
            let file = folder.appending(path: "key.pem").path
            try Tool.run(
                "openssl", ["genpkey", "-algorithm", algorithm, "-out", file] + options.flatMap { ["-pkeyopt", $0] })
            let half = try Tool.run("openssl", ["pkey", "-in", file, "-pubout", "-outform", "DER"])
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(details(.privateKeyPEM, text)["public_key_sha256"] == PublicKeyDigest(of: half).hexadecimal)
            let key = Array(text.utf8)
            let digest = CredentialFacts.publicKey(proof: .privateKeyPEM, secret: key, match: key)
            let pem = try Tool.run("openssl", ["pkey", "-in", file, "-pubout"])
            #expect(PublicHalfFacts(match: pem)?.digest == digest)
            let der = try Tool.run("openssl", ["pkey", "-in", file, "-outform", "DER"])
            #expect(CredentialFacts.publicKey(proof: .privateKeyFile, secret: der, match: der) == digest)
        }
    }

    @Test(.enabled(if: Tool.exists("openssl"), "openssl makes this certificate"))
    func certificateSaysWhomItServes() throws {
        try Tool.withFolder { folder in
            let (key, file) = (folder.appending(path: "key").path, folder.appending(path: "cert").path)
            try Tool.run(
                "openssl",
                [
                    "req", "-x509", "-newkey", "rsa:1024", "-nodes", "-keyout", key, "-out", file, "-days", "30",
                    "-subj", "/O=Test/CN=example.org", "-addext", "subjectAltName=DNS:example.org,DNS:www.example.org",
                ])
            let pem = try Tool.run("openssl", ["x509", "-in", file])
            let facts = try #require(PublicHalfFacts(match: pem))
            #expect(facts.kind == .certificate && facts.name == "example.org, www.example.org")
            #expect(facts.expires?.hasSuffix("Z") == true)
            let secret = Array(try String(contentsOfFile: key, encoding: .utf8).utf8)
            #expect(CredentialFacts.publicKey(proof: .privateKeyPEM, secret: secret, match: secret) == facts.digest)
            let request = try Tool.run("openssl", ["req", "-new", "-key", key, "-subj", "/CN=other.example"])
            let asked = try #require(PublicHalfFacts(match: request))
            #expect(asked.kind == .request && asked.name == "other.example" && asked.digest == facts.digest)
        }
    }

    /// A changed character of the modulus or of a prime breaks n = p · q; elsewhere the key may still parse.
    @Test(.enabled(if: Tool.exists("openssl"), "openssl makes this key"))
    func changedModulusIsImpossible() throws {
        var text = try Tool.run("openssl", ["genrsa", "-traditional", "1024"])
        let lines = text.split(separator: UInt8(ascii: "\n"))
        // The second line lies inside the modulus.
        for index in lines[2].indices {
            let right = text[index]
            text[index] = right == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            #expect(judge(.privateKeyPEM, text) == .impossible)
            text[index] = right
        }
        #expect(judge(.privateKeyPEM, text).verdict == .proven)
    }

    @Test(
        .enabled(if: Tool.exists("ssh-keygen"), "ssh-keygen makes these keys"),
        arguments: [
            (["-t", "ed25519"], "Ed25519", nil), (["-t", "rsa", "-b", "2048"], "RSA", "2048"),
            (["-t", "ecdsa", "-b", "256"], "ECDSA P-256", "256"), (["-t", "ecdsa", "-b", "521"], "ECDSA P-521", "521"),
        ] as [([String], String, String?)], ["", "test-passphrase"])
    func openSSHKeyIsProven(key: ([String], String, String?), passphrase: String) throws {
        let text = try Tool.withFolder { folder in
            let file = folder.appending(path: "key")
            try Tool.run("ssh-keygen", key.0 + ["-q", "-N", passphrase, "-f", file.path])
            return try String(contentsOf: file, encoding: .utf8)
        }
        let judgement = judge(.privateKeyPEM, text)
        #expect(judgement.verdict == .proven)
        #expect(judgement.severityLimit == (passphrase.isEmpty ? nil : .medium))
        let facts = details(.privateKeyPEM, text)
        #expect(facts["key_type"] == key.1 && facts["bits"] == key.2)
        #expect(facts["encrypted"] == (passphrase.isEmpty ? "no" : "yes"))
        #expect(facts["fingerprint"]?.hasPrefix("SHA256:") == true && facts["public_key_sha256"] != nil)
        #expect(passphrase.isEmpty || facts["cipher"] == "aes256-ctr")
        expectNoProofOfPrefixes(text)
    }

    @Test(
        .enabled(if: Tool.exists("gpg"), "gpg makes these keys"),
        arguments: ["rsa2048", "ed25519", "dsa1024"], ["", "test-passphrase"])
    func pgpKeyIsProven(algorithm: String, passphrase: String) throws {
        let text = try Tool.withFolder { folder in
            let options = [
                "--batch", "--homedir", folder.path, "--pinentry-mode", "loopback", "--passphrase", passphrase,
            ]
            defer { _ = try? Tool.run("gpgconf", ["--homedir", folder.path, "--kill", "gpg-agent"]) }
            let name = "test@example.org"
            try Tool.run("gpg", options + ["--quick-generate-key", name, algorithm, "default", "never"])
            return String(
                decoding: try Tool.run("gpg", options + ["--armor", "--export-secret-keys", name]), as: UTF8.self)
        }
        let judgement = judge(.privateKeyPEM, text)
        #expect(judgement.verdict == .proven)
        #expect(judgement.severityLimit == (passphrase.isEmpty ? nil : .medium))
        let facts = details(.privateKeyPEM, text)
        #expect(facts["issued"] != nil && facts["user_id"] == "test@example.org" && facts["fingerprint"]?.count == 40)
        expectNoProofOfPrefixes(text)
    }

    /// No prefix of a key traps, and none is proven before its last byte is there. Of long keys, 1,500 prefixes.
    private func expectNoProofOfPrefixes(_ text: String) {
        let bytes = Array(text.utf8)
        let bodyEnd = text.range(of: "-----END").map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) }
        for length in stride(from: 0, to: bytes.count, by: 1 + bytes.count / 1_500) {
            let verdict = judge(.privateKeyPEM, Array(bytes.prefix(length))).verdict
            #expect(verdict != .proven || length + 4 >= bodyEnd ?? 0, "\(length) of \(bytes.count)")
        }
    }
}
