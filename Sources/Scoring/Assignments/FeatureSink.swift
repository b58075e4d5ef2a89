/// What takes the features of a value, in an order that is always the same.
public protocol FeatureSink: ~Copyable {
    /// - Parameter name: what the feature is called, for people.
    mutating func take(_ name: StaticString, _ value: Float)
}

extension FeatureSink where Self: ~Copyable {
    mutating func take(_ name: StaticString, _ value: Int) { take(name, Float(value)) }
    mutating func take(_ name: StaticString, _ value: Bool) { take(name, value ? 1 as Float : 0) }

    /// One feature for each of the first `count` bits.
    mutating func take(_ name: StaticString, marks: UInt128, count: Int) {
        for bit in 0..<count { take(name, marks >> UInt128(bit) & 1 == 1) }
    }
}

/// Room for the features of one value, without allocation. It is large, and never copied.
struct FeatureVector: FeatureSink, ~Copyable {
    static let capacity = 544

    private(set) var values = InlineArray<544, Float>(repeating: 0)
    private(set) var count = 0

    mutating func take(_ name: StaticString, _ value: Float) {
        values[count] = value
        count += 1
    }
}
