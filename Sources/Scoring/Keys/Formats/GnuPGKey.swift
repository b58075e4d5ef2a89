/// Keys in GnuPG's folder `private-keys-v1.d`: `agent/keyformat.txt` of GnuPG.
///
///     (11:private-key(3:rsa(1:n257:…)(1:e3:…)(1:d256:…)(1:p129:…)(1:q129:…)(1:u128:…)))
///     (21:protected-private-key(3:rsa(1:n…)(1:e…)(9:protected25:openpgp-s2k3-ocb-aes…)))
///     Key: (private-key (ecc (curve Ed25519) (flags eddsa) (q #40…#) (d #…#)))
enum GnuPGKey {
    static func read(_ bytes: [UInt8]) -> PrivateKeyReading {
        guard let open = bytes.firstIndex(of: UInt8(ascii: "(")) else { return .notAKey }
        var reader = SExpressionReader(bytes[open...])
        guard let tokens = reader.read(), let kind = tokens.first?.word else { return .notAKey }
        var key = PrivateKey(nil)
        if let half = half(tokens) { key = half }
        switch kind {
        case "private-key":
            guard let open = openKey(tokens) else { return .notAKey }
            return PrivateKeyReading(open)
        case "protected-private-key":
            key.protection = .passphrase
            let mode = tokens.first { $0.word?.hasPrefix("openpgp-s2k") == true }?.word
            key.sealing = KeySealing(cipher: mode)
            return mode == nil ? .notAKey : .whole(key)
        case "shadowed-private-key":
            key.protection = .elsewhere
            return .whole(key)
        default: return .notAKey
        }
    }

    private static func half(_ tokens: [SExpressionReader.Token]) -> PrivateKey? {
        if let n = value("n", tokens), let e = value("e", tokens) {
            return PrivateKey(
                "RSA", bits: BigNumber(n).bitCount, publicKey: .rsa(modulus: n, exponent: e))
        }
        if let p = value("p", tokens), let q = value("q", tokens), let g = value("g", tokens),
            let y = value("y", tokens)
        {
            return PrivateKey("DSA", bits: BigNumber(p).bitCount, publicKey: .dsa(p: p, q: q, g: g, y: y))
        }
        guard let name = value("curve", tokens).flatMap({ KeyText.shown($0) }), let q = value("q", tokens) else {
            return nil
        }
        switch name {
        case "Ed25519": return PrivateKey(name, publicKey: PublicKey.raw("Ed25519", q.dropFirst()))
        case "Curve25519": return PrivateKey(name, publicKey: PublicKey.raw("X25519", q.dropFirst()))
        default:
            guard let curve = curve(name) else { return PrivateKey("EC") }
            return PrivateKey(
                "ECDSA " + curve.name, bits: curve.bits, publicKey: PublicKey.point(curve, q))
        }
    }

    private static func openKey(_ tokens: [SExpressionReader.Token]) -> PrivateKey? {
        if let n = value("n", tokens), let e = value("e", tokens), let d = value("d", tokens),
            let p = value("p", tokens), let q = value("q", tokens)
        {
            return PrivateKey(RSANumbers(modulus: n, publicExponent: e, privateExponent: d, p: p, q: q))
        }
        if let p = value("p", tokens), let q = value("q", tokens), let g = value("g", tokens),
            let y = value("y", tokens), let x = value("x", tokens)
        {
            // Elgamal looks the same without q.
            return PrivateKey(DSANumbers(p: p, q: q, g: g, y: y, x: x))
        }
        guard let name = value("curve", tokens).flatMap({ KeyText.shown($0) }), let q = value("q", tokens),
            let d = value("d", tokens)
        else { return nil }
        switch name {
        case "Ed25519": return PrivateKey("Ed25519", seed: padded(d), publicBytes: q.dropFirst())
        case "Curve25519":
            return PrivateKey("X25519", seed: padded(d).reversed()[...], publicBytes: q.dropFirst())
        default:
            guard let curve = curve(name) else { return PrivateKey("EC") }
            return PrivateKey(curve, secret: d, point: q)
        }
    }

    /// A number without leading zeros as 32 bytes, or as it is if it has more.
    private static func padded(_ number: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = number.drop { $0 == 0 }
        return ([UInt8](repeating: 0, count: max(0, 32 - digits.count)) + digits)[...]
    }

    /// Libgcrypt's names for NIST's curves.
    private static func curve(_ name: String) -> KeyCurve? {
        KeyCurve(named: name.hasPrefix("NIST ") ? String(name.dropFirst(5)) : name)
    }

    /// What stands behind a name that opens a list.
    private static func value(_ name: String, _ tokens: [SExpressionReader.Token]) -> ArraySlice<UInt8>? {
        guard let index = tokens.firstIndex(where: { $0.opensList && $0.word == name }), index + 1 < tokens.count,
            !tokens[index + 1].opensList
        else { return nil }
        return tokens[index + 1].bytes
    }
}
