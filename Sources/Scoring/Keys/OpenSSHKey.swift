/// Private keys as OpenSSH writes them: openssh/openssh-portable `PROTOCOL.key`.
///
///     "openssh-key-v1" 0, cipher, kdf, kdf options, number of keys (1), public key, sealed or plain private part
///     private part: check number, the same again, key type, numbers of the key, comment, padding 1, 2, 3, …
enum OpenSSHKey {
    private static let magic: String = "openssh-key-v1\0"

    static func isOne(_ bytes: [UInt8]) -> Bool {
        bytes.span.starts(with: magic, at: 0)
    }

    /// The key, or `nil` if a length does not fit, or the check numbers of a plain key differ.
    ///
    /// - Precondition: `isOne(bytes)`.
    static func read(_ bytes: [UInt8]) -> PrivateKey? {
        var reader = ByteReader(bytes.dropFirst(magic.utf8.count))
        guard let cipher = reader.sshString(), let kdf = reader.sshString(), reader.sshString() != nil,
            reader.number(4) == 1, let publicPart = reader.sshString(), let privatePart = reader.sshString()
        else { return nil }
        var publicReader = ByteReader(publicPart)
        guard let type = publicReader.sshString(), var key = describe(type, &publicReader) else { return nil }
        guard cipher.elementsEqual("none".utf8) else {
            // An authenticated cipher leaves its tag of 16 bytes behind the private part.
            guard !kdf.elementsEqual("none".utf8), privatePart.count >= 16, reader.remaining <= 16 else { return nil }
            if key.protection == .none { key.protection = .passphrase }
            return key
        }
        var privateReader = ByteReader(privatePart)
        guard let check = privateReader.number(4), privateReader.number(4) == check,
            let privateType = privateReader.sshString(), privateType.elementsEqual(type), privateReader.remaining >= 32,
            reader.isAtEnd
        else { return nil }
        return key
    }

    private static func describe(_ type: ArraySlice<UInt8>, _ reader: inout ByteReader) -> PrivateKey? {
        let isOnDevice = type.starts(with: "sk-".utf8)
        let protection = isOnDevice ? PrivateKey.Protection.elsewhere : .none
        let name = isOnDevice ? type.dropFirst(3) : type
        if name.elementsEqual("ssh-rsa".utf8) {
            guard reader.sshString() != nil, let modulus = reader.sshString() else { return nil }
            let digits = modulus.drop { $0 == 0 }
            guard let first = digits.first else { return nil }
            return PrivateKey("RSA", bits: digits.count * 8 - first.leadingZeroBitCount)
        }
        if name.elementsEqual("ssh-dss".utf8) { return PrivateKey("DSA", bits: 1_024) }
        if name.starts(with: "ssh-ed25519".utf8) { return PrivateKey("Ed25519", protection: protection) }
        if name.starts(with: "ssh-ed448".utf8) { return PrivateKey("Ed448", protection: protection) }
        if name.starts(with: "ecdsa-sha2-nistp".utf8) {
            let size = name.dropFirst(16).prefix(3)
            if size.elementsEqual("256".utf8) { return PrivateKey("ECDSA P-256", bits: 256, protection: protection) }
            if size.elementsEqual("384".utf8) { return PrivateKey("ECDSA P-384", bits: 384, protection: protection) }
            if size.elementsEqual("521".utf8) { return PrivateKey("ECDSA P-521", bits: 521, protection: protection) }
        }
        return PrivateKey(nil, protection: protection)
    }
}
