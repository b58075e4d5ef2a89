/// Private keys of SSH.com's software, in armour with four dashes: what `import_ssh.com` of PuTTY and `ssh-keygen -i`
/// of OpenSSH (`do_convert_private_ssh2`) read.
///
///     0x3F6FF9EB, length 4, type, cipher, length 4 and that many bytes
///     without cipher: length 4, then for RSA e, d, n, p⁻¹ mod q, p, q, each behind its length in bits in 4 bytes
enum SSH2Key {
    private static let magic = 0x3F6F_F9EB

    static func read(_ text: [UInt8]) -> PrivateKeyReading {
        guard let body = body(text) else { return .notAKey }
        var reader = ByteReader(body[...])
        guard reader.number(4) == magic, let length = reader.number(4), length == body.count,
            let type = reader.sshString(), let cipher = reader.sshString(), let content = reader.sshString()
        else { return .notAKey }
        let isRSA = type.starts(with: "if-modn".utf8)
        guard cipher.elementsEqual("none".utf8) else {
            guard content.count >= 64, content.count & 7 == 0 else { return .notAKey }
            return .whole(
                PrivateKey(
                    isRSA ? "RSA" : "DSA", protection: .passphrase,
                    sealing: KeySealing(cipher: KeyText.shown(cipher), derivation: "MD5")))
        }
        guard isRSA else { return .likely(PrivateKey("DSA"), score: 0.87) }
        return PrivateKeyReading(rsa(content))
    }

    private static func rsa(_ content: ArraySlice<UInt8>) -> PrivateKey? {
        var reader = ByteReader(content)
        guard reader.number(4) != nil, let e = number(&reader), let d = number(&reader), let n = number(&reader),
            number(&reader) != nil, let p = number(&reader), let q = number(&reader)
        else { return nil }
        return PrivateKey(RSANumbers(modulus: n, publicExponent: e, privateExponent: d, p: p, q: q))
    }

    private static func number(_ reader: inout ByteReader) -> ArraySlice<UInt8>? {
        reader.number(4).flatMap { $0 <= 32_768 ? reader.take(($0 + 7) / 8) : nil }
    }

    /// The base64 between the lines; headers may go on behind a backslash (RFC 4716, section 3.3).
    private static func body(_ text: [UInt8]) -> [UInt8]? {
        var digits: [UInt8] = []
        var isContinued = false
        for line in text.split(separator: UInt8(ascii: "\n")).dropFirst() {
            let line = line.filter { $0 != UInt8(ascii: "\r") }
            if line.starts(with: "---- END".utf8) { return Base64.decode(digits.span, 0..<digits.count) }
            let isHeader = isContinued || line.contains(UInt8(ascii: ":"))
            isContinued = isHeader && line.last == UInt8(ascii: "\\")
            if !isHeader { digits += line }
        }
        return nil
    }
}
