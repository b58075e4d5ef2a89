/// Checks n = p · q for the numbers of an RSA key without arithmetic on large numbers.
///
/// The equation is tested modulo three primes just below 2^61, 2^62 and 2^63. If n ≠ p · q, the test passes only if
/// all three primes divide n - p · q: for a key damaged by accident that is a chance of about 2^-186. Someone who
/// builds a false key on purpose can pass it, and gains nothing: the key is reported.
enum RSAModulus {
    private static let primes: [UInt64] = [(1 << 61) - 1, (1 << 62) - 57, (1 << 63) - 25]

    /// - Parameters: big-endian digits of any length.
    static func isProduct(_ n: ArraySlice<UInt8>, _ p: ArraySlice<UInt8>, _ q: ArraySlice<UInt8>) -> Bool {
        // n has as many digits as both factors together, or one less.
        guard n.count <= p.count + q.count, n.count + 1 >= p.count + q.count else { return false }
        return primes.allSatisfy { prime in
            let product = remainder(p, prime).multipliedFullWidth(by: remainder(q, prime))
            return prime.dividingFullWidth(product).remainder == remainder(n, prime)
        }
    }

    /// Eight bits at a time: the remainder stays below 2^63, so it and the next digit fit into the high and low word.
    private static func remainder(_ digits: ArraySlice<UInt8>, _ modulus: UInt64) -> UInt64 {
        digits.reduce(0) { rest, digit in
            modulus.dividingFullWidth((rest >> 56, rest << 8 | UInt64(digit))).remainder
        }
    }
}
