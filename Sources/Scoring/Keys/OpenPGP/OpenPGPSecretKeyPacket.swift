/// One secret key packet: RFC 9580, sections 5.5.1 to 5.5.3.
enum OpenPGPSecretKeyPacket {
    /// GnuPG's S2K type for keys whose secret part is not here: `doc/DETAILS` of GnuPG, "gnu-dummy".
    private static let gnuExtension: UInt8 = 101

    /// What the packet says about its key, or `nil` if it does not parse, or an open secret does not belong to its
    /// public half.
    static func read(_ packet: ArraySlice<UInt8>) -> PrivateKey? {
        var reader = ByteReader(packet)
        guard let version = reader.byte(), (3...6).contains(version), let created = reader.number(4) else { return nil }
        if version == 3 { guard reader.take(2) != nil else { return nil } }
        guard let algorithm = reader.byte() else { return nil }
        let countsPublicPart = version >= 5
        if countsPublicPart { guard reader.take(4) != nil else { return nil } }
        guard let half = OpenPGPPublicNumbers.read(algorithm, &reader) else { return nil }
        let publicEnd = reader.position
        var sealing: KeySealing?
        guard let usage = reader.byte(),
            let protection = protection(usage, version: version, &reader, sealing: &sealing),
            reader.remaining > 0 || protection != .none
        else { return nil }
        var key = PrivateKey(half.algorithm, bits: half.bits, publicKey: half.publicKey)
        // Version 5 was never finished, and no two programs agree about what stands here.
        if protection == .none, version != 5 {
            guard let open = openKey(half, version: version, reader.bytes[reader.position...]) else { return nil }
            key = open
        }
        key.protection = protection
        key.sealing = sealing
        key.issuedAt = UTCTime(seconds: created)
        key.fingerprint = OpenPGPFingerprint.text(version: version, packet[..<publicEnd])
        return key
    }

    /// The secret numbers in the clear. Before version 6 the sum of their bytes stands behind them.
    private static func openKey(
        _ half: OpenPGPPublicNumbers, version: UInt8, _ secret: ArraySlice<UInt8>
    ) -> PrivateKey? {
        var numbers = secret
        if version < 6 {
            guard secret.count > 2 else { return nil }
            numbers = secret.dropLast(2)
            let stated = secret.suffix(2).reduce(0) { $0 << 8 | Int($1) }
            guard numbers.reduce(0, { $0 + Int($1) }) & 0xFFFF == stated else { return nil }
        }
        return half.privateKey(numbers)
    }

    private static func protection(
        _ usage: UInt8, version: UInt8, _ reader: inout ByteReader, sealing: inout KeySealing?
    ) -> PrivateKey.Protection? {
        guard usage != 0 else { return PrivateKey.Protection.none }
        // From version 5 on, a count of the octets that follow stands here.
        if version >= 5 { guard reader.byte() != nil else { return nil } }
        guard usage >= 253 else {
            sealing = KeySealing(cipher: cipher(usage), derivation: "MD5")
            return .passphrase
        }
        guard let algorithm = reader.byte() else { return nil }
        if usage == 253 { guard reader.byte() != nil else { return nil } }
        if version == 6 { guard reader.byte() != nil else { return nil } }
        guard let type = reader.byte() else { return nil }
        let derivation: String
        switch type {
        case gnuExtension: return .elsewhere
        case 0: derivation = "simple S2K"
        case 1: derivation = "salted S2K"
        case 3: derivation = "iterated S2K"
        case 4: derivation = "Argon2"
        default: return nil
        }
        sealing = KeySealing(cipher: cipher(algorithm), derivation: derivation)
        return .passphrase
    }

    /// RFC 9580, section 9.3.
    private static func cipher(_ number: UInt8) -> String? {
        switch number {
        case 1: "IDEA"
        case 2: "3DES"
        case 3: "CAST5"
        case 4: "Blowfish"
        case 7: "AES-128"
        case 8: "AES-192"
        case 9: "AES-256"
        case 10: "Twofish"
        case 11...13: "Camellia"
        default: nil
        }
    }
}
