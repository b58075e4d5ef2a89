/// Private keys in files of their own, each format told by its first bytes.
enum KeyFile {
    static func read(_ text: Span<UInt8>, _ match: Range<Int>) -> PrivateKeyReading {
        let start = match.lowerBound
        guard let first = match.isEmpty ? nil : text[start] else { return .notAKey }
        if text.starts(with: "PuTTY-", at: start) { return PuTTYKey.read(SpelledText.undone(text, match)) }
        if text.starts(with: "Private-key-format", at: start) { return DNSSECKey.read(SpelledText.undone(text, match)) }
        if text.starts(with: "SSH PRIVATE KEY", at: start) { return SSH1Key.read(match.map { text[$0] }) }
        if text.starts(with: "---- BEGIN SSH2", at: start) { return SSH2Key.read(SpelledText.undone(text, match)) }
        if text.starts(with: "== ed25519v1-secret", at: start) { return TorKey.readFile(match.map { text[$0] }) }
        if text.starts(with: "ED25519-V3:", at: start) { return TorKey.readLine(match.map { text[$0] }) }
        if text.starts(with: "RW", at: start) { return SigningKey.read(text, match) }
        if text.starts(with: "(", at: start) || text.starts(with: "Key:", at: start) {
            return GnuPGKey.read(match.map { text[$0] })
        }
        if text.starts(with: "M", at: start) { return inBase64(SpelledText.undone(text, match)) }
        let bytes = match.map { text[$0] }
        if first == 0x30 { return inDER(bytes) }
        if first & 0x80 != 0, OpenPGPKey.isOne(bytes) { return PrivateKeyReading(OpenPGPKey.read(bytes, toEnd: false)) }
        return .notAKey
    }

    /// DER, with anything behind it.
    private static func inDER(_ bytes: [UInt8]) -> PrivateKeyReading {
        guard let extent = DERText.extent(bytes[...]), extent <= bytes.count else { return .notAKey }
        let reading = PrivateKeyReading(DERKey.read(bytes.prefix(extent)))
        // A seed of RFC 8410 is any 32 bytes, and its header is a constant of many programs.
        let isSeedAlone = extent < 80 && reading.key.map { $0.bits == nil && $0.protection == .none } ?? false
        return isSeedAlone && !isRandom(bytes[..<extent].suffix(32)) ? .notAKey : reading
    }

    /// Of 32 random bytes, 28 differ, and the highest bit is set in 16: within these bounds for all but one in 10,000.
    private static func isRandom(_ bytes: ArraySlice<UInt8>) -> Bool {
        Set(bytes).count >= 23 && (6...26).contains(bytes.count { $0 >= 0x80 })
    }

    /// DER in base64 without lines or armour: the value of a setting.
    private static func inBase64(_ text: [UInt8]) -> PrivateKeyReading {
        guard let bytes = Base64.decode(text.span, 0..<text.count),
            let extent = DERText.extent(bytes[...]), extent == bytes.count
        else { return .notAKey }
        return PrivateKeyReading(DERKey.read(bytes))
    }
}
