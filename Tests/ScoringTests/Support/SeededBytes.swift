/// Random values from a seed, the same on every machine: SplitMix64 (Steele, Lea and Flood, 2014).
struct SeededBytes: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// `count` bytes, each drawn from `alphabet` with equal chances.
    mutating func bytes(_ count: Int, from alphabet: [UInt8]) -> [UInt8] {
        (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &self)] }
    }

    mutating func bytes(_ count: Int, from alphabet: String) -> [UInt8] { bytes(count, from: Array(alphabet.utf8)) }

    /// What a real key is: 40 uniform symbols.
    mutating func secretKey() -> [UInt8] { bytes(40, from: BitwiseBase64.alphabet) }
}
