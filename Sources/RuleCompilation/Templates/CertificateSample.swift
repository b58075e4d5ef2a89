/// Certificates, signed by nobody: RFC 5280.
enum CertificateSample {
    /// With an EC key.
    static func certificate(using random: inout SeededGenerator) -> [UInt8] {
        let key = DER.sequence(
            DER.sequence(
                DER.identifier([0x2A, 0x86, 0x48, 0xCE, 0x3D, 2, 1]),
                DER.identifier([0x2A, 0x86, 0x48, 0xCE, 0x3D, 3, 1, 7])),
            DER.bits(CurveSample.p256.pair(using: &random).point))
        let ecdsa = DER.sequence(DER.identifier([0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 2]))
        let signature = DER.sequence(DER.integer([1] + random.bytes(31)), DER.integer([1] + random.bytes(31)))
        return certificate(of: key, algorithm: ecdsa, signature: signature, using: &random)
    }

    static func rsaCertificate(using random: inout SeededGenerator) -> [UInt8] {
        let key = RSASample(bits: 2_048, using: &random).publicKey
        let rsa = DER.sequence(DER.identifier([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 11]), DER.null)
        return certificate(of: key, algorithm: rsa, signature: random.bytes(256), using: &random)
    }

    private static func certificate(
        of key: [UInt8], algorithm: [UInt8], signature: [UInt8], using random: inout SeededGenerator
    ) -> [UInt8] {
        let name = DER.sequence(
            DER.element(
                0x31, DER.sequence(DER.identifier([0x55, 4, 3]), DER.element(0x0C, Array("example.org".utf8)))))
        let validity = DER.sequence(
            DER.element(0x17, Array("240311101500Z".utf8)), DER.element(0x17, Array("340309101500Z".utf8)))
        let content = DER.sequence(
            DER.tagged(0, DER.integer([2])), DER.integer([1] + random.bytes(15)), algorithm, name, validity, name, key)
        return DER.sequence(content, algorithm, DER.bits(signature))
    }
}
