import Findings
import Foundation
import Rules
import Testing

@testable import Scoring

/// Files that openssl, gpg and keytool make while the test runs.
@Suite struct KeyFileTests {
    @Test(.enabled(if: Tool.exists("openssl"), "openssl makes this store"))
    func opensslStoreIsProven() throws {
        try Tool.withFolder { folder in
            let (key, file) = (folder.appending(path: "key").path, folder.appending(path: "cert").path)
            let store = folder.appending(path: "store").path
            try Tool.run(
                "openssl",
                ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", file, "-subj", "/CN=a.test"])
            let export = ["pkcs12", "-export", "-inkey", key, "-in", file, "-out", store, "-name", "site"]
            try Tool.run("openssl", export + ["-passout", "pass:test"])
            let bytes = Array(try Data(contentsOf: URL(filePath: store)))
            #expect(judge(.keyStore, bytes) == Judgement(verdict: .proven, score: 0.95, severityLimit: .medium))
            let facts = details(.keyStore, bytes)
            #expect(facts["private_keys"] == "1" && facts["aliases"] == "site" && facts["encrypted"] == "yes")
            #expect(facts["cipher"] == "AES-256-CBC")
            try Tool.run("openssl", export + ["-passout", "pass:", "-keypbe", "NONE", "-certpbe", "NONE"])
            let open = Array(try Data(contentsOf: URL(filePath: store)))
            #expect(judge(.keyStore, open) == Judgement(verdict: .proven, score: 0.98))
            try Tool.run(
                "openssl", ["pkcs12", "-export", "-nokeys", "-in", file, "-out", store, "-passout", "pass:test"])
            let certificates = Array(try Data(contentsOf: URL(filePath: store)))
            #expect(judge(.keyStore, certificates) == .impossible)
        }
    }

    @Test(
        .enabled(if: Tool.exists("keytool"), "keytool makes these stores"), arguments: ["JKS", "JCEKS"],
        ["changeit", "another-one"])
    func javaStoreIsProven(type: String, phrase: String) throws {
        try Tool.withFolder { folder in
            let store = folder.appending(path: "store").path
            try Tool.run(
                "keytool",
                [
                    "-genkeypair", "-keystore", store, "-storetype", type, "-storepass", phrase, "-keypass", phrase,
                    "-alias", "site", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=a.test",
                ])
            let bytes = Array(try Data(contentsOf: URL(filePath: store)))
            let judgement = judge(.keyStore, bytes)
            #expect(judgement.verdict == .proven)
            #expect(judgement.severityLimit == (phrase == "changeit" ? nil : .medium))
            let facts = details(.keyStore, bytes)
            #expect(facts["aliases"] == "site" && facts["private_keys"] == "1" && facts["public_key_sha256"] != nil)
            for length in 0..<bytes.count { _ = judge(.keyStore, Array(bytes.prefix(length))) }
        }
    }

    @Test(
        .enabled(if: Tool.exists("gpg"), "gpg makes these keys"), arguments: ["rsa2048", "ed25519"],
        ["", "test-passphrase"])
    func gpgFilesAreProven(algorithm: String, passphrase: String) throws {
        try Tool.withFolder { folder in
            let options = [
                "--batch", "--homedir", folder.path, "--pinentry-mode", "loopback", "--passphrase", passphrase,
            ]
            defer { _ = try? Tool.run("gpgconf", ["--homedir", folder.path, "--kill", "gpg-agent"]) }
            let name = "test@example.org"
            try Tool.run("gpg", options + ["--quick-generate-key", name, algorithm, "default", "never"])
            let exported = try Tool.run("gpg", options + ["--export-secret-keys", name])
            #expect(judge(.privateKeyFile, exported).verdict == .proven)
            #expect(judge(.privateKeyFile, exported).severityLimit == (passphrase.isEmpty ? nil : .medium))
            let keys = folder.appending(path: "private-keys-v1.d")
            for file in try FileManager.default.contentsOfDirectory(at: keys, includingPropertiesForKeys: nil) {
                let bytes = Array(try Data(contentsOf: file))
                // The newer form has lines in front, which the rule leaves out.
                let start = bytes.indices.first { bytes[$0...].starts(with: "Key:".utf8) } ?? 0
                let judgement = judge(.privateKeyFile, Array(bytes[start...]))
                #expect(judgement.verdict == .proven && judgement.severityLimit == (passphrase.isEmpty ? nil : .medium))
            }
        }
    }

    /// The header of a seed in a program, and what the program has behind it.
    @Test func seedOfTextIsNoKey() {
        let header: [UInt8] = [0x30, 0x2E, 2, 1, 0, 0x30, 5, 6, 3, 0x2B, 0x65, 0x6E, 4, 0x22, 4, 0x20]
        var random = SeededGenerator(seed: 6)
        let seed = (0..<50).map { _ in random.bytes(32) }
        #expect(seed.allSatisfy { judge(.privateKeyFile, header + $0).verdict == .proven })
        for text in ["z\u{4}name of a field and others beside it", "0123456789abcdefghijklmnopqrstuv"] {
            #expect(judge(.privateKeyFile, header + Array(text.utf8.prefix(32))) == .impossible)
        }
        #expect(judge(.privateKeyFile, header + [UInt8](repeating: 0, count: 32)) == .impossible)
    }

    @Test func hostileLengthsAreRefused() {
        let heads: [[UInt8]] = [
            [0xFE, 0xED, 0xFE, 0xED, 0, 0, 0, 2, 0xFF, 0xFF, 0xFF, 0xFF],
            [0xCE, 0xCE, 0xCE, 0xCE, 0, 0, 0, 2, 0, 0, 0, 1],
            [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF, 2, 1, 3, 0x30], [0x30, 0x80, 2, 1, 3, 0x30, 0x80, 6, 9],
            [0x95, 0xFF, 0xFF, 4, 1, 2, 3, 4, 1, 0xFF, 0xFF], Array("(11:private-key(99999999999:".utf8),
            Array("(11:private-key(3:rsa(1:n9999:".utf8), Array("Key: (private-key (rsa (n #".utf8),
            Array("SSH PRIVATE KEY FILE FORMAT 1.1\n\0".utf8) + [0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF],
            Array("PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nPublic-Lines: 999999999999\n".utf8),
            Array("PuTTY-User-Key-File-2: ssh-rsa\nPublic-Lines: -1\nPrivate-MAC: 00\n".utf8),
        ]
        var random = SeededGenerator(seed: 5)
        for head in heads {
            for tail in [[], random.bytes(8), random.bytes(400), [UInt8](repeating: 0xFF, count: 4_000)] {
                for proof in [Proof.privateKeyFile, .keyStore] {
                    #expect(judge(proof, head + tail).verdict != .proven, "\(head)")
                }
            }
        }
    }
}
