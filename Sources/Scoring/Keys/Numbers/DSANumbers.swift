/// The numbers of a DSA private key, and whether they belong together: FIPS 186-4, section 4.1.
///
/// Big-endian, leading zeros allowed.
struct DSANumbers {
    let p: ArraySlice<UInt8>
    let q: ArraySlice<UInt8>
    let g: ArraySlice<UInt8>
    let y: ArraySlice<UInt8>
    let x: ArraySlice<UInt8>

    /// The most bytes of p and of q that are computed with: 3,072 and 256 bits. It bounds the work.
    private static let longest = (p: 384, q: 32)

    /// q divides p - 1, x lies below q, and y = g^x mod p. Keys of more bits than the standard has are not computed.
    var isConsistent: Bool {
        let (prime, order, secret) = (BigNumber(p), BigNumber(q), BigNumber(x))
        guard prime.isOdd, order > .one, order < prime, !secret.isZero, secret < order else { return false }
        guard prime.bitCount <= Self.longest.p * 8, order.bitCount <= Self.longest.q * 8 else { return true }
        return prime.predecessor.remainder(order).isZero
            && BigNumber(g).power(secret, modulo: prime) == BigNumber(y)
    }

    /// The public number that follows from the others; `nil` for numbers that are not computed with.
    static func publicNumber(
        p: ArraySlice<UInt8>, q: ArraySlice<UInt8>, g: ArraySlice<UInt8>, x: ArraySlice<UInt8>
    ) -> [UInt8]? {
        let (prime, secret) = (BigNumber(p), BigNumber(x))
        guard prime.isOdd, prime > .one, prime.bitCount <= longest.p * 8, secret.bitCount <= longest.q * 8 else {
            return nil
        }
        return BigNumber(g).power(secret, modulo: prime).bytes
    }

    var bits: Int { BigNumber(p).bitCount }

    var publicKey: PublicKey { .dsa(p: p, q: q, g: g, y: y) }
}
