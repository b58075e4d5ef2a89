import CLiteralKernels

/// Windows that the filter cannot tell apart: it knows, for each of their four places, the classes that any has there.
///
/// What a bucket costs is the share of positions of a text that pass it, if neighbouring bytes had nothing to do with
/// each other.
struct FilterBucket {
    /// The classes at each place, one bit each.
    private(set) var masks: InlineArray<4, UInt64> = [0, 0, 0, 0]

    /// The share of text that has one of the classes at each place, and what the bucket costs.
    private var shares: InlineArray<4, Double> = [0, 0, 0, 0]
    private var cost = 0.0

    /// How many windows are in it.
    private var count = 0

    /// The number of windows that have a class at a place.
    private var counts = [UInt16](repeating: 0, count: KH_WINDOW * KH_CLASSES)

    /// How much more the bucket would cost with one more window, or a little more than that: a place counts in full if
    /// only a part of its classes is new.
    ///
    /// It is asked for each window and bucket, so no step of it depends on what is found.
    func harm(adding window: borrowing WindowClasses) -> Double {
        (shares[0] + window.share(at: 0, without: masks[0])) * (shares[1] + window.share(at: 1, without: masks[1]))
            * (shares[2] + window.share(at: 2, without: masks[2]))
            * (shares[3] + window.share(at: 3, without: masks[3])) - cost
    }

    /// How much less it would cost without a window that is in it.
    ///
    /// - Parameter weights: the share of each class in text, here and below.
    func gain(removing window: borrowing WindowClasses, weights: Span<Double>) -> Double {
        guard count > 1 else { return cost }
        var product = 1.0
        for place in 0..<KH_WINDOW {
            product *= shares[place] - WindowClasses.share(of: lonely(window.masks[place], at: place), weights)
        }
        return cost - product
    }

    mutating func insert(_ window: borrowing WindowClasses, weights: Span<Double>) {
        count += 1
        for place in 0..<KH_WINDOW {
            shares[place] += WindowClasses.share(of: window.masks[place] & ~masks[place], weights)
            masks[place] |= window.masks[place]
            count(window.masks[place], at: place) { $0 += 1 }
        }
        cost = shares[0] * shares[1] * shares[2] * shares[3]
    }

    mutating func remove(_ window: borrowing WindowClasses, weights: Span<Double>) {
        count -= 1
        for place in 0..<KH_WINDOW {
            let gone = lonely(window.masks[place], at: place)
            shares[place] -= WindowClasses.share(of: gone, weights)
            masks[place] &= ~gone
            count(window.masks[place], at: place) { $0 -= 1 }
        }
        cost = count == 0 ? 0 : shares[0] * shares[1] * shares[2] * shares[3]
    }

    /// The classes that only one window has at a place.
    private func lonely(_ mask: UInt64, at place: Int) -> UInt64 {
        var (rest, result) = (mask, UInt64(0))
        while let byteClass = WindowClasses.popFirst(of: &rest) {
            if counts[KH_CLASSES * place + byteClass] == 1 { result |= 1 << UInt64(byteClass) }
        }
        return result
    }

    private mutating func count(_ mask: UInt64, at place: Int, _ change: (inout UInt16) -> Void) {
        var rest = mask
        while let byteClass = WindowClasses.popFirst(of: &rest) { change(&counts[KH_CLASSES * place + byteClass]) }
    }
}
