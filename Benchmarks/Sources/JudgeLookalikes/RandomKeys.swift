import Scoring

/// A stream of uniform random keys from a seed, and the judgement's recall over it.
enum RandomKeys {
    static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func measure(count: String, seed: String) throws {
        guard let count = Int(count), count > 0, let seed = UInt64(seed) else { throw Failure.badNumber }
        var state = seed
        var window = Array("key = \"".utf8) + [UInt8](repeating: 0, count: 40) + Array("\"\n".utf8)
        var alone = 0, beside = 0
        var reasons: [SecretKeyObjection: Int] = [:]
        var elapsed = Duration.zero
        let clock = ContinuousClock()
        for _ in 0..<count {
            for i in 0..<4 {
                var bits = next(&state)
                for j in 0..<10 {
                    window[7 + 10 * i + j] = alphabet[Int(bits & 63)]
                    bits >>= 6
                }
            }
            let start = clock.now
            let judgement = SecretKeyJudge.judge(window.span, candidate: 7..<47)
            elapsed += clock.now - start
            if judgement.passesAlone { alone += 1 }
            if judgement.passesBesideKeyword { beside += 1 }
            if let objection = judgement.objection { reasons[objection, default: 0] += 1 }
        }
        print("\(count) random keys, seed \(seed)")
        print("  pass alone           \(Share(alone, of: count))")
        print("  pass beside keyword  \(Share(beside, of: count))")
        print("  \(elapsed / count) each, two clock readings included")
        for (reason, n) in reasons.sorted(by: { $0.key.rawValue < $1.key.rawValue }) { print("  \(reason): \(n)") }
    }

    /// SplitMix64 (Steele, Lea and Flood, 2014).
    private static func next(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
