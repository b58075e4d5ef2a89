/// What a window asks for: the classes at each of its four places, one bit each, and how much of text has them.
struct WindowClasses {
    let masks: InlineArray<4, UInt64>
    let shares: InlineArray<4, Double>

    /// - Parameter weights: the share of each class in text.
    init(_ window: LiteralWindow, weights: Span<Double>) {
        let masks = window.classMasks
        self.masks = masks
        shares = InlineArray { Self.share(of: masks[$0], weights) }
    }

    /// The share of text that has one of the classes at a place; 0 if all of them are in `known`.
    func share(at place: Int, without known: UInt64) -> Double {
        Double(bitPattern: masks[place] & ~known == 0 ? 0 : shares[place].bitPattern)
    }

    /// The share of text that has one of the classes.
    static func share(of mask: UInt64, _ weights: Span<Double>) -> Double {
        if mask == .max { return 1 }
        var (rest, sum) = (mask, 0.0)
        while let byteClass = popFirst(of: &rest) { sum += weights[byteClass] }
        return sum
    }

    static func popFirst(of mask: inout UInt64) -> Int? {
        guard mask != 0 else { return nil }
        defer { mask &= mask - 1 }
        return mask.trailingZeroBitCount
    }
}
