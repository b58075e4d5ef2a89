/// A set of numbers as runs of equal words and of literal ones (EWAH).
///
/// Format: git's Documentation/technical/bitmap-format, "Appendix A".
struct CompressedBitmap {
    /// Ascending.
    let positions: [Int]

    /// Takes a bitmap from the front of what `reader` has.
    ///
    /// - Parameter limit: `nil` when a number is not below it: a few bytes cannot become a list of billions.
    ///
    /// Complexity: O(n) in the size of the bitmap and in the limit.
    init?(_ reader: inout FieldReader, below limit: Int) {
        guard reader.number(4) != nil, let count = reader.small(4), count <= reader.remaining / 8 else { return nil }
        var positions: [Int] = []
        var position = 0
        var left = count
        while left > 0 {
            guard let marker = reader.number(8) else { return nil }
            left -= 1
            // From the lowest bit: the repeated bit, 32 bits for how many words of it, 31 for how many literal words.
            let run = Int(truncatingIfNeeded: marker >> 1 & 0xFFFF_FFFF) * 64
            let literals = Int(truncatingIfNeeded: marker >> 33)
            if marker & 1 == 1 {
                guard run <= limit - position else { return nil }
                positions.append(contentsOf: position..<position + run)
            }
            // From the limit on nothing may be set, so where exactly it would be does not matter.
            position = min(position + run, limit)
            guard literals <= left else { return nil }
            left -= literals
            for _ in 0..<literals {
                guard var word = reader.number(8) else { return nil }
                while word != 0 {
                    positions.append(position + word.trailingZeroBitCount)
                    word &= word - 1
                }
                position = min(position + 64, limit)
                if let last = positions.last, last >= limit { return nil }
            }
        }
        // Where the last marker is; only writers need it.
        guard reader.number(4) != nil else { return nil }
        self.positions = positions
    }
}
