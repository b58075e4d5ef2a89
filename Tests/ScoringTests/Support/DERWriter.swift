/// Writes the little DER that the tests need.
enum DERWriter {
    static func node(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        let count = content.count
        let length: [UInt8] =
            count < 0x80
            ? [UInt8(count)]
            : count < 0x100 ? [0x81, UInt8(count)] : [0x82, UInt8(count >> 8), UInt8(count & 0xFF)]
        return [tag] + length + content
    }

    static func sequence(_ children: [UInt8]...) -> [UInt8] { node(0x30, Array(children.joined())) }
    static func octets(_ content: [UInt8]) -> [UInt8] { node(0x04, content) }

    /// A number that is not negative, from big-endian digits.
    static func integer(_ digits: [UInt8]) -> [UInt8] {
        let trimmed = Array(digits.drop { $0 == 0 })
        guard let first = trimmed.first else { return node(0x02, [0]) }
        return node(0x02, first < 0x80 ? trimmed : [0] + trimmed)
    }

    static func integer(_ value: UInt128) -> [UInt8] {
        integer((0..<16).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * UInt128($0))) })
    }

    /// PKCS#1 with small numbers: `modulus` should be `p` times `q`, and `exponent` what `privateExponent` gives.
    static func rsa(modulus: UInt128, p: UInt64, q: UInt64, exponent: UInt128? = nil) -> [UInt8] {
        sequence(
            integer(0), integer(modulus), integer(65_537), integer(exponent ?? privateExponent(p, q)),
            integer(UInt128(p)), integer(UInt128(q)), integer(5), integer(7), integer(11))
    }

    /// The d for which d · 65537 leaves 1 modulo (p - 1) · (q - 1): (1 + k · m) / e without overflow.
    static func privateExponent(_ p: UInt64, _ q: UInt64) -> UInt128 {
        let e: UInt64 = 65_537
        let m = UInt128(p - 1) * UInt128(q - 1)
        let (whole, rest) = m.quotientAndRemainder(dividingBy: UInt128(e))
        let small = UInt64(rest)
        let k = (1..<e).first { (k: UInt64) -> Bool in (k * small + 1) % e == 0 } ?? 0
        return UInt128(k) * whole + UInt128((k * small + 1) / e)
    }
}
