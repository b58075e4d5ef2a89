import Checksums
import Crypto

/// Key files of PuTTY, version 3: appendix C of its manual.
enum PuTTYSample {
    static func key(using random: inout SeededGenerator) -> [UInt8] {
        let (seed, half) = CurveSample.ed25519(using: &random)
        let type = Array("ssh-ed25519".utf8)
        let publicPart = OpenSSHSample.field(type) + OpenSSHSample.field(half)
        let privatePart = OpenSSHSample.field(seed)
        let fields = [type, Array("none".utf8), Array(comment.utf8), publicPart, privatePart]
        let text = fields.flatMap { OpenSSHSample.field($0) }
        let code = HMAC<SHA256>.authenticationCode(for: text, using: SymmetricKey(data: [UInt8]()))
        return file(cipher: "none", derivation: [], publicPart, privatePart, code: Array(code))
    }

    static func sealedKey(using random: inout SeededGenerator) -> [UInt8] {
        let half = CurveSample.ed25519(using: &random).half
        let publicPart = OpenSSHSample.field(Array("ssh-ed25519".utf8)) + OpenSSHSample.field(half)
        let derivation = [
            "Key-Derivation: Argon2id", "Argon2-Memory: 8192", "Argon2-Passes: 21", "Argon2-Parallelism: 1",
            "Argon2-Salt: " + Hexadecimal.text(random.bytes(16)),
        ]
        return file(
            cipher: "aes256-cbc", derivation: derivation, publicPart, random.bytes(48), code: random.bytes(32))
    }

    private static let comment = "ed25519-key-20240311"

    private static func file(
        cipher: String, derivation: [String], _ publicPart: [UInt8], _ privatePart: [UInt8], code: [UInt8]
    ) -> [UInt8] {
        let publicLines = Base64.padded(publicPart).lines(ofLength: 64)
        let privateLines = Base64.padded(privatePart).lines(ofLength: 64)
        var lines = [
            "PuTTY-User-Key-File-3: ssh-ed25519", "Encryption: \(cipher)", "Comment: \(comment)",
            "Public-Lines: \(publicLines.count)",
        ]
        lines += publicLines + derivation + ["Private-Lines: \(privateLines.count)"] + privateLines
        lines += ["Private-MAC: " + Hexadecimal.text(code)]
        return Array(lines.joined(separator: "\n").utf8)
    }
}
