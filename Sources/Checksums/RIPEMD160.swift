// RIPEMD-160: Dobbertin, Bosselaers and Preneel, "RIPEMD-160: A Strengthened Version of RIPEMD" (1996), appendix A.
// Two lines of 80 steps each take the same block; in step j a line rotates
//     A + f(j, B, C, D) + X[r(j)] + K(j)   by s(j),
// the right line with f(79 - j). The sums of both lines make the next state.

/// The hash that checks keys of Antelope. Crypto does not have it.
enum RIPEMD160 {
    private static let start: InlineArray<5, UInt32> = [
        0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0,
    ]

    static func hash(_ message: [UInt8]) -> [UInt8] {
        var padded = message + [0x80]
        while padded.count % 64 != 56 { padded.append(0) }
        let bits = UInt64(message.count) * 8
        padded += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (8 * UInt64($0))) }
        var state = start
        for block in stride(from: 0, to: padded.count, by: 64) {
            let words = (0..<16).map { word in
                (0..<4).reduce(UInt32(0)) { $0 | UInt32(padded[block + 4 * word + $1]) << UInt32(8 * $1) }
            }
            state = compressed(state, words)
        }
        return (0..<20).map { UInt8(truncatingIfNeeded: state[$0 / 4] >> UInt32($0 % 4 * 8)) }
    }

    private static func compressed(_ state: InlineArray<5, UInt32>, _ words: [UInt32]) -> InlineArray<5, UInt32> {
        let left = line(state, words, order: leftOrder, shifts: leftShifts, constants: leftConstants) { $0 }
        let right = line(state, words, order: rightOrder, shifts: rightShifts, constants: rightConstants) { 4 - $0 }
        return [
            state[1] &+ left[2] &+ right[3], state[2] &+ left[3] &+ right[4], state[3] &+ left[4] &+ right[0],
            state[4] &+ left[0] &+ right[1], state[0] &+ left[1] &+ right[2],
        ]
    }

    private static func line(
        _ state: InlineArray<5, UInt32>, _ words: [UInt32], order: [Int], shifts: [UInt32],
        constants: InlineArray<5, UInt32>, function: (Int) -> Int
    ) -> InlineArray<5, UInt32> {
        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
        for step in 0..<80 {
            let sum = a &+ mixed(function(step / 16), b, c, d) &+ words[order[step]] &+ constants[step / 16]
            let next = rotated(sum, by: shifts[step]) &+ e
            (a, e, d, c, b) = (e, d, rotated(c, by: 10), b, next)
        }
        return [a, b, c, d, e]
    }

    private static func mixed(_ round: Int, _ x: UInt32, _ y: UInt32, _ z: UInt32) -> UInt32 {
        switch round {
        case 0: x ^ y ^ z
        case 1: x & y | ~x & z
        case 2: (x | ~y) ^ z
        case 3: x & z | y & ~z
        default: x ^ (y | ~z)
        }
    }

    private static func rotated(_ value: UInt32, by count: UInt32) -> UInt32 {
        value << count | value >> (32 - count)
    }

    private static let leftConstants: InlineArray<5, UInt32> = [0, 0x5A82_7999, 0x6ED9_EBA1, 0x8F1B_BCDC, 0xA953_FD4E]
    private static let rightConstants: InlineArray<5, UInt32> = [0x50A2_8BE6, 0x5C4D_D124, 0x6D70_3EF3, 0x7A6D_76E9, 0]

    private static let leftOrder = [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 7, 4, 13, 1, 10, 6, 15, 3, 12, 0, 9, 5, 2, 14, 11, 8,
        3, 10, 14, 4, 9, 15, 8, 1, 2, 7, 0, 6, 13, 11, 5, 12, 1, 9, 11, 10, 0, 8, 12, 4, 13, 3, 7, 15, 14, 5, 6, 2,
        4, 0, 5, 9, 7, 12, 2, 10, 14, 1, 3, 8, 11, 6, 15, 13,
    ]
    private static let rightOrder = [
        5, 14, 7, 0, 9, 2, 11, 4, 13, 6, 15, 8, 1, 10, 3, 12, 6, 11, 3, 7, 0, 13, 5, 10, 14, 15, 8, 12, 4, 9, 1, 2,
        15, 5, 1, 3, 7, 14, 6, 9, 11, 8, 12, 2, 10, 0, 4, 13, 8, 6, 4, 1, 3, 11, 15, 0, 5, 12, 2, 13, 9, 7, 10, 14,
        12, 15, 10, 4, 1, 5, 8, 7, 6, 2, 13, 14, 0, 3, 9, 11,
    ]
    private static let leftShifts: [UInt32] = [
        11, 14, 15, 12, 5, 8, 7, 9, 11, 13, 14, 15, 6, 7, 9, 8, 7, 6, 8, 13, 11, 9, 7, 15, 7, 12, 15, 9, 11, 7, 13,
        12, 11, 13, 6, 7, 14, 9, 13, 15, 14, 8, 13, 6, 5, 12, 7, 5, 11, 12, 14, 15, 14, 15, 9, 8, 9, 14, 5, 6, 8, 6,
        5, 12, 9, 15, 5, 11, 6, 8, 13, 12, 5, 12, 13, 14, 11, 8, 5, 6,
    ]
    private static let rightShifts: [UInt32] = [
        8, 9, 9, 11, 13, 15, 15, 5, 7, 7, 8, 11, 14, 14, 12, 6, 9, 13, 15, 7, 12, 8, 9, 11, 7, 7, 12, 7, 6, 15, 13,
        11, 9, 7, 15, 11, 8, 6, 6, 14, 12, 13, 5, 14, 13, 13, 7, 5, 15, 5, 8, 11, 14, 14, 6, 14, 6, 9, 12, 9, 12, 5,
        15, 8, 8, 5, 12, 9, 12, 5, 14, 6, 8, 13, 6, 5, 15, 13, 11, 11,
    ]
}
