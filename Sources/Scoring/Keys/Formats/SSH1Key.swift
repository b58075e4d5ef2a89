/// Private keys of SSH protocol 1, always RSA: the file format of SSH 1.2 and OpenSSH, `authfile.c`.
///
///     "SSH PRIVATE KEY FILE FORMAT 1.1\n" 0, cipher 1, reserved 4, bits 4, n, e, comment
///     sealed or not: check bytes a b a b, d, q⁻¹ mod p, q, p, padding
///
/// Numbers stand behind their length in bits, in two bytes.
enum SSH1Key {
    private static let headerLength = 33

    static func read(_ bytes: [UInt8]) -> PrivateKeyReading {
        var reader = ByteReader(bytes[...])
        guard let header = reader.take(headerLength), header.last == 0, let cipher = reader.byte(),
            reader.take(4) != nil, let bits = reader.number(4), (512...16_384).contains(bits),
            let n = number(&reader), let e = number(&reader), let comment = reader.sshString(),
            BigNumber(n).bitCount == bits
        else { return .notAKey }
        var reading: PrivateKeyReading
        if cipher == 0 {
            reading = PrivateKeyReading(plain(n, e, &reader))
        } else {
            guard reader.remaining >= 16 else { return .notAKey }
            reading = .whole(
                PrivateKey(
                    "RSA", bits: bits, protection: .passphrase,
                    sealing: KeySealing(cipher: cipher == 3 ? "3DES" : nil, derivation: "MD5"),
                    publicKey: .rsa(modulus: n, exponent: e)))
        }
        reading.describe { $0.comment = KeyText.shown(comment) }
        return reading
    }

    private static func plain(
        _ n: ArraySlice<UInt8>, _ e: ArraySlice<UInt8>, _ reader: inout ByteReader
    ) -> PrivateKey? {
        guard let check = reader.number(2), reader.number(2) == check, let d = number(&reader),
            number(&reader) != nil, let q = number(&reader), let p = number(&reader)
        else { return nil }
        return PrivateKey(RSANumbers(modulus: n, publicExponent: e, privateExponent: d, p: p, q: q))
    }

    private static func number(_ reader: inout ByteReader) -> ArraySlice<UInt8>? {
        reader.number(2).flatMap { reader.take(($0 + 7) / 8) }
    }
}
