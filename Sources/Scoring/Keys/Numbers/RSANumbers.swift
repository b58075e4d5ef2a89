/// The numbers of an RSA private key, and whether they belong together: RFC 8017, section 3.2.
///
/// Big-endian, leading zeros allowed.
struct RSANumbers {
    let modulus: ArraySlice<UInt8>
    let publicExponent: ArraySlice<UInt8>
    let privateExponent: ArraySlice<UInt8>
    let p: ArraySlice<UInt8>
    let q: ArraySlice<UInt8>

    /// How much of a key the numbers are.
    enum Fit {
        /// n = p · q, and d · e leaves 1 modulo p - 1 and q - 1.
        case whole
        /// n = p · q, and the exponents do not belong to it: whoever has p and q can make the right one.
        case exponentsDiffer
        case none
    }

    /// The most bytes of a modulus: 16,384 bits.
    private static let longest = 2_048

    /// Complexity: O(n²) in the length of the modulus.
    var fit: Fit {
        let (modulus, p, q) = (Self.trimmed(modulus), Self.trimmed(p), Self.trimmed(q))
        guard modulus.count <= Self.longest, Self.areFactors(p, q, of: modulus),
            RSAModulus.isProduct(modulus, p, q)
        else { return .none }
        let exponent = Self.trimmed(publicExponent)
        guard exponent.count <= 8, privateExponent.count <= Self.longest else { return .exponentsDiffer }
        let product = BigNumber(exponent) * BigNumber(privateExponent)
        let fits = [p, q].allSatisfy { product.remainder(BigNumber($0).predecessor) == .one }
        return fits && BigNumber(exponent) > .one ? .whole : .exponentsDiffer
    }

    /// The public half.
    var publicKey: PublicKey { .rsa(modulus: modulus, exponent: publicExponent) }

    /// The size of the modulus.
    var bits: Int {
        let digits = Self.trimmed(modulus)
        return digits.count * 8 - (digits.first?.leadingZeroBitCount ?? 0)
    }

    /// Odd, different, and neither of them less than a quarter of the modulus: a prime of a few bits is no secret.
    private static func areFactors(
        _ p: ArraySlice<UInt8>, _ q: ArraySlice<UInt8>, of modulus: ArraySlice<UInt8>
    ) -> Bool {
        guard let pEnd = p.last, let qEnd = q.last, p.count > 1, q.count > 1 else { return false }
        return pEnd & 1 == 1 && qEnd & 1 == 1 && !p.elementsEqual(q) && min(p.count, q.count) * 4 >= modulus.count
    }

    private static func trimmed(_ digits: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        digits.drop { $0 == 0 }
    }
}
