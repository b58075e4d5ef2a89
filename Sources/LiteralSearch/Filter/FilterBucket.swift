import CLiteralKernels

/// Windows that the filter cannot tell apart: it knows, for each of their four places, the classes that any has there.
struct FilterBucket {
    /// The number of windows that have a class at a place.
    private var counts = [UInt16](repeating: 0, count: KH_WINDOW * KH_CLASSES)
    private(set) var masks: InlineArray<4, UInt64> = [0, 0, 0, 0]

    /// The share of text that has one of the classes at each place.
    private var shares: InlineArray<4, Double> = [0, 0, 0, 0]

    /// How many windows are in it.
    private(set) var count = 0

    /// The share of positions that pass, if neighbouring bytes had nothing to do with each other.
    var cost: Double { shares[0] * shares[1] * shares[2] * shares[3] }

    /// What `cost` would be with one more window.
    ///
    /// - Parameter weights: the share of each class in text, here and below.
    func cost(adding window: InlineArray<4, UInt64>, weights: Span<Double>) -> Double {
        var product = 1.0
        for place in 0..<4 { product *= shares[place] + Self.share(of: window[place] & ~masks[place], weights) }
        return product
    }

    /// What `cost` would be without a window that is in it.
    func cost(removing window: InlineArray<4, UInt64>, weights: Span<Double>) -> Double {
        guard count > 1 else { return 0 }
        var product = 1.0
        for place in 0..<4 { product *= shares[place] - Self.share(of: lonely(window[place], at: place), weights) }
        return product
    }

    mutating func insert(_ window: InlineArray<4, UInt64>, weights: Span<Double>) {
        count += 1
        for place in 0..<4 {
            shares[place] += Self.share(of: window[place] & ~masks[place], weights)
            masks[place] |= window[place]
            var rest = window[place]
            while let byteClass = Self.popFirst(of: &rest) { counts[KH_CLASSES * place + byteClass] += 1 }
        }
    }

    mutating func remove(_ window: InlineArray<4, UInt64>, weights: Span<Double>) {
        count -= 1
        for place in 0..<4 {
            let gone = lonely(window[place], at: place)
            shares[place] -= Self.share(of: gone, weights)
            masks[place] &= ~gone
            var rest = window[place]
            while let byteClass = Self.popFirst(of: &rest) { counts[KH_CLASSES * place + byteClass] -= 1 }
        }
    }

    /// The classes that only one window has at a place.
    private func lonely(_ mask: UInt64, at place: Int) -> UInt64 {
        var (rest, result) = (mask, UInt64(0))
        while let byteClass = Self.popFirst(of: &rest) {
            if counts[KH_CLASSES * place + byteClass] == 1 { result |= 1 << UInt64(byteClass) }
        }
        return result
    }

    private static func share(of mask: UInt64, _ weights: Span<Double>) -> Double {
        if mask == .max { return 1 }
        var (rest, sum) = (mask, 0.0)
        while let byteClass = popFirst(of: &rest) { sum += weights[byteClass] }
        return sum
    }

    private static func popFirst(of mask: inout UInt64) -> Int? {
        guard mask != 0 else { return nil }
        defer { mask &= mask - 1 }
        return mask.trailingZeroBitCount
    }
}
