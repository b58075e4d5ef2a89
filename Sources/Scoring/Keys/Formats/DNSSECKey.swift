/// Private keys of DNS zones as BIND and ldns keep them: lines of `Name: value` behind `Private-key-format: v1.3`.
///
/// The numbers are base64. Algorithms are those of IANA's registry "DNS Security Algorithm Numbers".
struct DNSSECKey {
    private var fields: [String: [UInt8]] = [:]
    private var algorithm = 0
    private static let mostLines = 64

    static func read(_ text: [UInt8]) -> PrivateKeyReading {
        let file = DNSSECKey(text)
        switch file.algorithm {
        case 1, 5, 7, 8, 10: return file.rsa
        case 3, 6: return file.dsa
        case 13: return file.onCurve("P-256")
        case 14: return file.onCurve("P-384")
        case 15: return file.edwards("Ed25519", length: 32)
        case 16: return file.edwards("Ed448", length: 57)
        case 157...165: return file.shared
        default: return .notAKey
        }
    }

    private init(_ text: [UInt8]) {
        for line in text.split(separator: UInt8(ascii: "\n"), maxSplits: Self.mostLines) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let name = String(decoding: line[..<colon].drop { $0.isBlank }, as: UTF8.self)
            let value = Array(line[(colon + 1)...].drop { $0.isBlank }.prefix { !$0.isBlank && !$0.isLineEnd })
            if name == "Algorithm" {
                algorithm = UTCTime.number(value[...]) ?? 0
            } else if let bytes = Base64.decode(value.span, 0..<value.count) {
                fields[name] = bytes
            }
        }
    }

    private subscript(name: String) -> ArraySlice<UInt8>? { fields[name].map { $0[...] } }

    private var rsa: PrivateKeyReading {
        guard let n = self["Modulus"], let e = self["PublicExponent"], let d = self["PrivateExponent"],
            let p = self["Prime1"], let q = self["Prime2"]
        else { return .notAKey }
        return PrivateKeyReading(
            PrivateKey(RSANumbers(modulus: n, publicExponent: e, privateExponent: d, p: p, q: q)))
    }

    private var dsa: PrivateKeyReading {
        guard let p = self["Prime(p)"], let q = self["Subprime(q)"], let g = self["Base(g)"],
            let x = self["Private_value(x)"], let y = self["Public_value(y)"]
        else { return .notAKey }
        return PrivateKeyReading(PrivateKey(DSANumbers(p: p, q: q, g: g, y: y, x: x)))
    }

    private func onCurve(_ name: String) -> PrivateKeyReading {
        guard let curve = KeyCurve(named: name), let secret = self["PrivateKey"], secret.count == curve.width else {
            return .notAKey
        }
        return PrivateKeyReading(PrivateKey(curve, secret: secret, point: nil))
    }

    private func edwards(_ name: String, length: Int) -> PrivateKeyReading {
        guard let seed = self["PrivateKey"], seed.count == length else { return .notAKey }
        return PrivateKeyReading(PrivateKey(name, seed: seed))
    }

    /// TSIG in the same form: a key that both sides share.
    private var shared: PrivateKeyReading {
        guard let key = self["Key"], key.count >= 16 else { return .notAKey }
        return .likely(PrivateKey(PrivateKey.symmetric, bits: key.count * 8), score: 0.87)
    }
}
