/// Keys in JSON, or in object literals of JavaScript: RFC 7517, with the members of RFC 7518, section 6, and RFC 8037.
enum JSONWebKey {
    /// A secret of fewer bytes is an example's.
    private static let shortestSymmetric = 16

    /// What the object `text`, its escapes undone, comes to.
    static func read(_ text: [UInt8]) -> PrivateKeyReading {
        let object = JSONReader.object(text[...]) ?? JSONReader.object(text[...], syntax: .objectLiteral)
        guard let json = object, let type = word("kty", json) else { return .notAKey }
        var reading: PrivateKeyReading =
            switch type {
            case "RSA": rsa(json)
            case "EC": ellipticCurve(json)
            case "OKP": octets(json)
            case "oct": symmetric(json)
            default: .notAKey
            }
        reading.describe { $0.comment = word("kid", json) }
        return reading
    }

    private static func rsa(_ json: JSONValue) -> PrivateKeyReading {
        guard let n = bytes("n", json), let e = bytes("e", json), let d = bytes("d", json), n.count >= 64 else {
            return .notAKey
        }
        guard let p = bytes("p", json), let q = bytes("q", json) else {
            // Without the primes only the size of d speaks for it.
            guard d.count <= n.count, d.count + 16 >= n.count, d != n else { return .notAKey }
            return .likely(
                PrivateKey(
                    "RSA", bits: BigNumber(n).bitCount, publicKey: .rsa(modulus: n[...], exponent: e[...])),
                score: 0.87)
        }
        return PrivateKeyReading(
            PrivateKey(
                RSANumbers(
                    modulus: n[...], publicExponent: e[...], privateExponent: d[...], p: p[...], q: q[...])))
    }

    private static func ellipticCurve(_ json: JSONValue) -> PrivateKeyReading {
        guard let name = word("crv", json),
            let curve = KeyCurve(named: name),
            let d = bytes("d", json), let x = bytes("x", json), let y = bytes("y", json)
        else { return .notAKey }
        return PrivateKeyReading(PrivateKey(curve, secret: d[...], point: ([4] + x + y)[...]))
    }

    private static func octets(_ json: JSONValue) -> PrivateKeyReading {
        guard let name = word("crv", json), let d = bytes("d", json),
            let x = bytes("x", json), d.count == x.count, PublicKey.raw(name, x[...]) != nil
        else { return .notAKey }
        return PrivateKeyReading(PrivateKey(name, seed: d[...], publicBytes: x[...]))
    }

    private static func symmetric(_ json: JSONValue) -> PrivateKeyReading {
        guard let k = bytes("k", json), k.count >= shortestSymmetric, Set(k).count * 3 >= min(k.count, 32) * 2 else {
            return .notAKey
        }
        return .likely(PrivateKey(PrivateKey.symmetric, bits: k.count * 8), score: 0.6)
    }

    private static func bytes(_ name: String, _ json: JSONValue) -> [UInt8]? {
        json[name]?.text.flatMap { Base64.decodeEither($0[...]) }
    }

    private static func word(_ name: String, _ json: JSONValue) -> String? {
        json[name]?.text.flatMap { KeyText.shown($0) }
    }
}
