/// Shannon entropy of bytes: what a rule's `minimumEntropy` is measured against.
///
/// H = log2(n) - (1/n) * sum(c * log2(c)) over the counts c of each byte value in n bytes.
/// The logarithm is our own, in plain arithmetic, so that every machine says the same to the last bit.
public struct ByteEntropy: Sendable {
    private var counts = InlineArray<256, Int32>(repeating: 0)

    public init() {}

    /// Returns the bits per byte of `bytes`: 0 for none or for one value repeated, at most 8.
    ///
    /// Complexity: linear in `bytes`, no allocation; the value serves as scratch for many calls.
    public mutating func bitsPerByte(of bytes: Span<UInt8>) -> Double {
        guard bytes.count > 1 else { return 0 }
        for index in bytes.indices { counts[Int(bytes[index])] += 1 }
        var weighted = 0.0
        for index in bytes.indices {
            let value = Int(bytes[index])
            let count = Double(counts[value])
            counts[value] = 0
            if count > 1 { weighted += count * Self.binaryLogarithm(count) }
        }
        let total = Double(bytes.count)
        return max(0, Self.binaryLogarithm(total) - weighted / total)
    }

    /// log2 of a number from 1 up: exponent, and atanh's series for the significand.
    ///
    /// With s in 1..<2, ln(s) = 2 * atanh(z), z = (s - 1)/(s + 1) <= 1/3: sixteen terms leave less than 1e-16.
    public static func binaryLogarithm(_ value: Double) -> Double {
        let z = (value.significand - 1) / (value.significand + 1)
        let square = z * z
        var term = z
        var sum = 0.0
        for odd in stride(from: 1.0, through: 31.0, by: 2.0) {
            sum += term / odd
            term *= square
        }
        let inverseOfNaturalLogarithmOf2 = 1.442695040888963407359924681
        return Double(value.exponent) + 2 * sum * inverseOfNaturalLogarithmOf2
    }
}
