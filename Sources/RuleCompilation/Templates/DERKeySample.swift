/// Private keys in DER on the curves that occur.
enum DERKeySample {
    /// RFC 5915, with curve and point.
    static func sec1(_ curve: CurveSample, using random: inout SeededGenerator) -> [UInt8] {
        let (secret, point) = curve.pair(using: &random)
        return DER.sequence(
            DER.integer([1]), DER.octets(secret), DER.tagged(0, DER.identifier(curve.identifier)),
            DER.tagged(1, DER.bits(point)))
    }

    /// RFC 5958, in which the curve is told by the algorithm.
    static func pkcs8(_ curve: CurveSample, hasPoint: Bool = true, using random: inout SeededGenerator) -> [UInt8] {
        let (secret, point) = curve.pair(using: &random)
        let algorithm = DER.sequence(
            DER.identifier([0x2A, 0x86, 0x48, 0xCE, 0x3D, 2, 1]), DER.identifier(curve.identifier))
        let inner = DER.sequence(
            DER.integer([1]), DER.octets(secret), hasPoint ? DER.tagged(1, DER.bits(point)) : [])
        return DER.sequence(DER.integer([0]), algorithm, DER.octets(inner))
    }

    /// RFC 8410, section 7, by the last number of the algorithm's identifier.
    static func raw(_ arc: UInt8, length: Int, using random: inout SeededGenerator) -> [UInt8] {
        DER.sequence(
            DER.integer([0]), DER.sequence(DER.identifier([0x2B, 0x65, arc])),
            DER.octets(DER.octets(random.bytes(length))))
    }

    /// RFC 8410, section 7, version 1: with the public half.
    static func ed25519Pair(using random: inout SeededGenerator) -> [UInt8] {
        let (seed, half) = CurveSample.ed25519(using: &random)
        return DER.sequence(
            DER.integer([1]), DER.sequence(DER.identifier([0x2B, 0x65, 112])), DER.octets(DER.octets(seed)),
            DER.element(0x81, [0] + half))
    }
}
