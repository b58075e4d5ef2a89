/// Tells bytes that somebody chose from bytes that were drawn at random.
///
/// Keys in examples and tests are 1, `0x11…11`, `000102…1f` and the like: whoever has read the example has the key.
/// Thirty-two random bytes have less than twelve different values, or less than twelve different steps from one to the
/// next, once in 10^14.
enum KeyPattern {
    /// The score of such a key.
    static let score: Float = 0.1

    private static let fewestValues = 12
    private static let fewestBytes = 32

    /// `false` for fewer than 16 bytes, which cannot be told. From 16 to 31, half as many values are asked for.
    static func isVisible(in bytes: [UInt8]) -> Bool {
        guard bytes.count >= fewestBytes / 2 else { return false }
        let fewest = bytes.count < fewestBytes ? fewestValues / 2 : fewestValues
        let steps = zip(bytes.dropFirst(), bytes).map { $0 &- $1 }
        return Set(bytes).count < fewest || Set(steps).count < fewest
    }
}
