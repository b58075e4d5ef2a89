/// Keys of SSH in forms older than OpenSSH's own.
enum OldSSHSample {
    /// Protocol 1, without a passphrase: the file format of SSH 1.2.
    static func version1(using random: inout SeededGenerator) -> [UInt8] {
        let key = RSASample(using: &random)
        let check = random.bytes(2)
        func number(_ bytes: [UInt8]) -> [UInt8] {
            let digits = Array(bytes.drop { $0 == 0 })
            let bits = digits.count * 8 - (digits.first?.leadingZeroBitCount ?? 0)
            return [UInt8(truncatingIfNeeded: bits >> 8), UInt8(truncatingIfNeeded: bits)] + digits
        }
        return Array("SSH PRIVATE KEY FILE FORMAT 1.1\n\0".utf8) + [0, 0, 0, 0, 0] + OpenSSHSample.number(1_024)
            + number(key.modulus) + number(key.publicExponent) + OpenSSHSample.field(Array("deploy@example.com".utf8))
            + check + check + number(key.privateExponent) + number(key.coefficient) + number(key.q) + number(key.p)
            + [0, 0, 0, 0]
    }

    /// SSH.com's armour, without a passphrase.
    static func version2(using random: inout SeededGenerator) -> [UInt8] {
        let key = RSASample(using: &random)
        func number(_ bytes: [UInt8]) -> [UInt8] {
            let digits = Array(bytes.drop { $0 == 0 })
            return OpenSSHSample.number(digits.count * 8 - (digits.first?.leadingZeroBitCount ?? 0)) + digits
        }
        let numbers = [key.publicExponent, key.privateExponent, key.modulus, key.coefficient, key.p, key.q]
        let content = OpenSSHSample.field(numbers.flatMap(number))
        let type = "if-modn{sign{rsa-pkcs1-sha1},encrypt{rsa-pkcs1v2-oaep}}"
        let fields = [Array(type.utf8), Array("none".utf8), content].flatMap { OpenSSHSample.field($0) }
        let body = OpenSSHSample.number(0x3F6F_F9EB) + OpenSSHSample.number(fields.count + 8) + fields
        let lines = Base64.padded(body).lines(ofLength: 70)
        let text =
            ["---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----", "Comment: \"rsa-key-20240311\""] + lines + [
                "---- END SSH2 ENCRYPTED PRIVATE KEY ----"
            ]
        return Array(text.joined(separator: "\n").utf8)
    }

    /// RFC 8709: type, base64, comment.
    static func publicLine(using random: inout SeededGenerator) -> [UInt8] {
        let type = Array("ssh-ed25519".utf8)
        let half = CurveSample.ed25519(using: &random).half
        let blob = Base64.padded(OpenSSHSample.field(type) + OpenSSHSample.field(half))
        return Array("ssh-ed25519 \(blob) deploy@example.com".utf8)
    }
}
