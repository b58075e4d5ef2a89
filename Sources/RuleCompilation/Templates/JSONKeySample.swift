/// Private keys in JSON: RFC 7517, RFC 7518 and RFC 8037.
enum JSONKeySample {
    static func rsa(using random: inout SeededGenerator) -> [UInt8] {
        let key = RSASample(using: &random)
        return object(
            type: "RSA",
            [
                ("n", key.modulus), ("e", key.publicExponent), ("d", key.privateExponent), ("p", key.p), ("q", key.q),
                ("dp", key.exponents.p), ("dq", key.exponents.q), ("qi", key.coefficient),
            ])
    }

    static func ellipticCurve(using random: inout SeededGenerator) -> [UInt8] {
        let (secret, point) = CurveSample.p256.pair(using: &random)
        return object(
            type: "EC", curve: "P-256", [("x", Array(point[1...32])), ("y", Array(point[33...])), ("d", secret)])
    }

    static func octets(using random: inout SeededGenerator) -> [UInt8] {
        let (seed, half) = CurveSample.ed25519(using: &random)
        return object(type: "OKP", curve: "Ed25519", [("d", seed), ("x", half)])
    }

    private static func object(type: String, curve: String? = nil, _ numbers: [(String, [UInt8])]) -> [UInt8] {
        var members = [("kty", type), ("kid", "2024-03-11")] + (curve.map { [("crv", $0)] } ?? [])
        members += numbers.map { ($0, Base64.urlSafe($1)) }
        return Array(("{" + members.map { "\"\($0)\":\"\($1)\"" }.joined(separator: ",") + "}").utf8)
    }
}
