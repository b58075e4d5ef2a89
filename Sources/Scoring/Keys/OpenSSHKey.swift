/// Private keys as OpenSSH writes them: openssh/openssh-portable `PROTOCOL.key`.
///
///     "openssh-key-v1" 0, cipher, kdf, kdf options, number of keys (1), public key, sealed or plain private part
///     private part: check number, the same again, key type, numbers of the key, comment, padding 1, 2, 3, …
enum OpenSSHKey {
    private static let magic: String = "openssh-key-v1\0"

    static func isOne(_ bytes: [UInt8]) -> Bool {
        bytes.span.starts(with: magic, at: 0)
    }

    /// The key, or `nil` if a length does not fit, the check numbers of a plain key differ, or its numbers do not
    /// belong to its public half.
    ///
    /// - Precondition: `isOne(bytes)`.
    static func read(_ bytes: [UInt8]) -> PrivateKey? {
        var reader = ByteReader(bytes.dropFirst(magic.utf8.count))
        guard let cipher = reader.sshString(), let kdf = reader.sshString(), let options = reader.sshString(),
            reader.number(4) == 1, let publicPart = reader.sshString(), let privatePart = reader.sshString(),
            let half = SSHPublicKey(publicPart)
        else { return nil }
        guard cipher.elementsEqual("none".utf8) else {
            // An authenticated cipher leaves its tag of 16 bytes behind the private part.
            guard !kdf.elementsEqual("none".utf8), privatePart.count >= 16, reader.remaining <= 16 else { return nil }
            var key = described(half)
            if key.protection == .none { key.protection = .passphrase }
            key.sealing = sealing(cipher, kdf, options)
            return key
        }
        guard reader.isAtEnd else { return nil }
        return plain(privatePart, half)
    }

    private static func plain(_ privatePart: ArraySlice<UInt8>, _ half: SSHPublicKey) -> PrivateKey? {
        var reader = ByteReader(privatePart)
        guard let check = reader.number(4), reader.number(4) == check, let type = reader.sshString(),
            type.elementsEqual(half.type), reader.remaining >= 32
        else { return nil }
        var key = described(half)
        // Whatever has no reader here is taken at its word, its comment left unread.
        guard !half.isOnDevice, half.algorithm != nil else { return key }
        guard let secret = SSHPrivateNumbers.read(type, &reader), secret.publicKey == half.publicKey,
            let comment = reader.sshString(), isPadding(reader.bytes[reader.position...])
        else { return nil }
        key.objection = secret.objection
        key.comment = KeyText.shown(comment)
        return key
    }

    private static func described(_ half: SSHPublicKey) -> PrivateKey {
        var key = PrivateKey(
            half.algorithm, bits: half.bits, protection: half.isOnDevice ? .elsewhere : .none,
            publicKey: half.publicKey)
        key.fingerprint = half.fingerprint
        return key
    }

    /// 1, 2, 3 and so on: fewer bytes than the largest cipher block.
    private static func isPadding(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count < 32 && bytes.enumerated().allSatisfy { Int($0.element) == $0.offset + 1 }
    }

    private static func sealing(
        _ cipher: ArraySlice<UInt8>, _ kdf: ArraySlice<UInt8>, _ options: ArraySlice<UInt8>
    ) -> KeySealing {
        var derivation = KeyText.shown(kdf)
        var reader = ByteReader(options)
        if reader.sshString() != nil, let rounds = reader.number(4) { derivation?.append(", \(rounds) rounds") }
        return KeySealing(cipher: KeyText.shown(cipher), derivation: derivation)
    }
}
