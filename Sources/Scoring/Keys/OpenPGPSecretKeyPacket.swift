/// One secret key packet: RFC 9580, sections 5.5.1 to 5.5.3.
enum OpenPGPSecretKeyPacket {
    /// GnuPG's S2K type for keys whose secret part is not here: `doc/DETAILS` of GnuPG, "gnu-dummy".
    private static let gnuExtension: UInt8 = 101

    /// What the packet says about its key, or `nil` if it does not parse.
    static func read(_ packet: ArraySlice<UInt8>) -> PrivateKey? {
        var reader = ByteReader(packet)
        guard let version = reader.byte(), (3...6).contains(version), let created = reader.number(4) else { return nil }
        if version == 3 { guard reader.take(2) != nil else { return nil } }
        guard let algorithm = reader.byte() else { return nil }
        let countsPublicPart = version >= 5
        if countsPublicPart { guard reader.take(4) != nil else { return nil } }
        guard var key = publicPart(algorithm, &reader), let usage = reader.byte(),
            let protection = protection(usage, version: version, &reader), reader.remaining > 0 || protection != .none
        else { return nil }
        key.protection = protection
        key.issuedAt = UTCTime(seconds: created)
        return key
    }

    /// Skips the public numbers and says whose they are.
    private static func publicPart(_ algorithm: UInt8, _ reader: inout ByteReader) -> PrivateKey? {
        switch algorithm {
        case 1, 2, 3: return numbers("RSA", count: 2, &reader)
        case 16, 20: return numbers("Elgamal", count: 3, &reader)
        case 17: return numbers("DSA", count: 4, &reader)
        case 18, 19, 22: return onCurve(algorithm, &reader)
        case 25: return reader.take(32).map { _ in PrivateKey("X25519") }
        case 26: return reader.take(56).map { _ in PrivateKey("X448") }
        case 27: return reader.take(32).map { _ in PrivateKey("Ed25519") }
        case 28: return reader.take(57).map { _ in PrivateKey("Ed448") }
        default: return nil
        }
    }

    /// `count` numbers, the first of which is the key's size.
    private static func numbers(_ name: String, count: Int, _ reader: inout ByteReader) -> PrivateKey? {
        guard let bits = number(&reader) else { return nil }
        for _ in 1..<count { guard number(&reader) != nil else { return nil } }
        return PrivateKey(name, bits: bits)
    }

    private static func onCurve(_ algorithm: UInt8, _ reader: inout ByteReader) -> PrivateKey? {
        guard let length = reader.byte(), (1...0xFE).contains(length), let identifier = reader.take(Int(length)),
            number(&reader) != nil
        else { return nil }
        let keyAgreement: UInt8 = 18
        if algorithm == keyAgreement {
            guard let parameters = reader.byte(), reader.take(Int(parameters)) != nil else { return nil }
        }
        guard let curve = KeyAlgorithm.curve(identifier) else { return PrivateKey("EC") }
        return PrivateKey(curve.name, bits: curve.bits)
    }

    /// A number behind its length in bits; returns that length.
    private static func number(_ reader: inout ByteReader) -> Int? {
        guard let bits = reader.number(2), reader.take((bits + 7) / 8) != nil else { return nil }
        return bits
    }

    private static func protection(
        _ usage: UInt8, version: UInt8, _ reader: inout ByteReader
    ) -> PrivateKey.Protection? {
        guard usage != 0 else { return PrivateKey.Protection.none }
        // From version 5 on, a count of the octets that follow stands here.
        if version >= 5 { guard reader.byte() != nil else { return nil } }
        guard usage >= 253 else { return .passphrase }
        guard reader.byte() != nil else { return nil }
        if usage == 253 { guard reader.byte() != nil else { return nil } }
        if version == 6 { guard reader.byte() != nil else { return nil } }
        guard let type = reader.byte() else { return nil }
        switch type {
        case gnuExtension: return .elsewhere
        case 0, 1, 3, 4: return .passphrase
        default: return nil
        }
    }
}
