/// The numbers of an RSA key. The two factors are odd but not prime, so the key opens nothing; everything
/// else follows from them as it should.
struct RSASample {
    private static let exponent = 65_537

    /// Big-endian.
    let modulus: [UInt8]
    let publicExponent: [UInt8] = [1, 0, 1]
    let privateExponent: [UInt8]
    let p: [UInt8]
    let q: [UInt8]
    let exponents: (p: [UInt8], q: [UInt8])
    let coefficient: [UInt8]

    init(bits: Int = 1_024, using random: inout SeededGenerator) {
        p = Self.factor(bytes: bits / 16, using: &random)
        q = Self.factor(bytes: bits / 16, using: &random)
        modulus = Self.product(p, q)
        privateExponent = Self.inverse(modulo: Self.product(Self.predecessor(p), Self.predecessor(q)))
        exponents = (Self.inverse(modulo: Self.predecessor(p)), Self.inverse(modulo: Self.predecessor(q)))
        coefficient = random.bytes(bits / 16 - 1)
    }

    /// RFC 8017, appendix A.1.2.
    var privateKey: [UInt8] {
        DER.sequence(
            DER.integer([0]), DER.integer(modulus), DER.integer(publicExponent), DER.integer(privateExponent),
            DER.integer(p), DER.integer(q), DER.integer(exponents.p), DER.integer(exponents.q),
            DER.integer(coefficient))
    }

    /// RFC 5280, section 4.1.2.7.
    var publicKey: [UInt8] {
        DER.sequence(
            DER.sequence(DER.identifier([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1]), DER.null),
            DER.bits(DER.sequence(DER.integer(modulus), DER.integer(publicExponent))))
    }

    /// An odd number that needs all its bits. 65537 divides neither it nor the number before it.
    private static func factor(bytes count: Int, using random: inout SeededGenerator) -> [UInt8] {
        while true {
            var number = random.bytes(count)
            number[0] |= 0xC0
            number[count - 1] |= 1
            if remainder(number) > 1 { return number }
        }
    }

    /// The inverse of the public exponent e: (1 + k · m) / e, where k makes that a whole number.
    private static func inverse(modulo modulus: [UInt8]) -> [UInt8] {
        let rest = remainder(modulus)
        let factor = (1..<exponent).first { ($0 * rest + 1).isMultiple(of: exponent) } ?? 0
        var carry = 1
        var product = [UInt8](repeating: 0, count: modulus.count + 3)
        for (offset, place) in product.indices.reversed().enumerated() {
            let digit = offset < modulus.count ? Int(modulus[modulus.count - 1 - offset]) : 0
            carry += digit * factor
            product[place] = UInt8(truncatingIfNeeded: carry)
            carry >>= 8
        }
        var left = 0
        let quotient = product.map { digit in
            left = left << 8 | Int(digit)
            defer { left %= exponent }
            return UInt8(left / exponent)
        }
        return Array(quotient.drop { $0 == 0 })
    }

    private static func remainder(_ number: [UInt8]) -> Int {
        number.reduce(0) { ($0 << 8 | Int($1)) % exponent }
    }

    /// Of an odd number.
    private static func predecessor(_ number: [UInt8]) -> [UInt8] {
        number.dropLast() + [(number.last ?? 1) & 0xFE]
    }

    /// Schoolbook multiplication, most significant byte first.
    private static func product(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: left.count + right.count)
        for (leftPlace, leftDigit) in left.enumerated().reversed() {
            var carry = 0
            for (rightPlace, rightDigit) in right.enumerated().reversed() {
                let place = leftPlace + rightPlace + 1
                let sum = Int(leftDigit) * Int(rightDigit) + Int(result[place]) + carry
                result[place] = UInt8(truncatingIfNeeded: sum)
                carry = sum >> 8
            }
            result[leftPlace] = UInt8(truncatingIfNeeded: carry)
        }
        return result
    }
}
