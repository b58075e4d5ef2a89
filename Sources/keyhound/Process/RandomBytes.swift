/// Bytes from the system's random source.
enum RandomBytes {
    static func make(_ count: Int) -> [UInt8] {
        // On Linux the system's generator asks getrandom, and nothing in between.
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
