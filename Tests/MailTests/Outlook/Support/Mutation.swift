/// Damage done to files at random.
enum Mutation {
    /// Bytes changed, words set to extreme values, the end cut off, stretches copied over others.
    static func damaged(_ bytes: [UInt8], _ generator: inout OutlookRandom) -> [UInt8] {
        var damaged = bytes
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            guard damaged.count > 16 else { return damaged }
            let at = Int.random(in: 0..<damaged.count - 8, using: &generator)
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: damaged[at] = UInt8.random(in: 0...255, using: &generator)
            case 1:
                let words = [0, 1, 0xFFFF_FFFF, 0x7FFF_FFFF, 0xFFFF_FFFE, damaged.count, 0x8000_0000]
                let word = words[Int.random(in: 0..<words.count, using: &generator)]
                for (index, byte) in Little.four(word).enumerated() { damaged[at + index] = byte }
            case 2: damaged.removeLast(Int.random(in: 1...max(1, damaged.count / 8), using: &generator))
            case 3:
                let from = Int.random(in: 0..<damaged.count - 8, using: &generator)
                for index in 0..<min(64, damaged.count - max(at, from)) { damaged[at + index] = damaged[from + index] }
            default: damaged[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            }
        }
        return damaged
    }
}
