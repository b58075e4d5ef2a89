import CLiteralKernels

// Which windows share a bucket decides how much of a text passes the filter:
//
//     sort the windows, so that similar ones are neighbours
//     cut them into as many groups of one size as there are buckets
//     a few times: move each window to the bucket where it does least harm
//
// A bucket passes a position if, at each of four places, the byte has a class that one of its windows has there. So
// windows with the same bytes at the same places cost nothing when they are together.

/// The tables of the filter: windows in buckets, eight buckets a plane.
struct FilterPlanes {
    /// Rounds of moving windows. Two more gain a fiftieth of the time (1,000 literals, 2026-11-25), and take 0.5 ms.
    private static let rounds = 1

    /// A window that lets no more than this share of all positions pass is not worth moving.
    private static let leastGain = 4e-6

    /// The most planes: from there on a plane costs more than it keeps away.
    private static let mostPlanes = 16

    private let buckets: [FilterBucket]
    private let windows: [LiteralWindow]
    private let bucketOfWindow: [Int]

    var planeCount: Int { (buckets.count + Self.width - 1) / Self.width }

    private static let width = KH_BUCKETS_IN_PLANE
    private static let places = KH_WINDOW
    private static let classes = KH_CLASSES

    /// Complexity: O(n × buckets).
    init(_ windows: [LiteralWindow]) {
        self.windows = windows
        let shares = ByteClasses.shares
        let weights = shares.span
        let masks = windows.map { WindowClasses($0, weights: weights) }
        let bucketCount = min(windows.count, Self.width * Self.planes(for: windows.count))
        var buckets = [FilterBucket](repeating: FilterBucket(), count: bucketCount)
        var owner = [Int](repeating: 0, count: windows.count)
        // By their bytes, then by index: two numbers in one.
        let order = windows.enumerated().map { UInt64($1.rank) << 32 | UInt64($0) }.sorted()
        for (rank, key) in order.enumerated() {
            let window = Int(key & 0xFFFF_FFFF)
            owner[window] = rank * bucketCount / windows.count
            buckets[owner[window]].insert(masks[window], weights: weights)
        }
        for _ in 0..<Self.rounds {
            for window in windows.indices {
                let (home, mask) = (owner[window], masks[window])
                let gain = buckets[home].gain(removing: mask, weights: weights)
                guard gain > Self.leastGain else { continue }
                let (best, least) = Self.best(for: mask, in: buckets.span, besides: home)
                guard least < gain else { continue }
                buckets[home].remove(mask, weights: weights)
                buckets[best].insert(mask, weights: weights)
                owner[window] = best
            }
        }
        self.buckets = buckets
        bucketOfWindow = owner
    }

    /// The bucket to which a window does least harm, and how much.
    private static func best(
        for window: WindowClasses, in buckets: Span<FilterBucket>, besides home: Int
    ) -> (bucket: Int, harm: Double) {
        var (best, least) = (home, Double.infinity)
        for bucket in buckets.indices where bucket != home {
            let harm = buckets[bucket].harm(adding: window)
            if harm < least { (best, least) = (bucket, harm) }
        }
        return (best, least)
    }

    /// How many planes are worth their time. With 1,000 literals four planes cost 0.10 ns a byte and leave a tenth of
    /// all positions, six cost 0.15 and leave a twentieth, eight cost 0.18 and leave a thirtieth (Zen 4, 2026-11-24).
    private static func planes(for windowCount: Int) -> Int {
        var planes = 1
        while planes < mostPlanes, 40 * planes * planes < windowCount { planes += 1 }
        return planes
    }

    /// `kh_literal_table.planes`.
    var classTables: [UInt8] {
        var tables = [UInt8](repeating: 0, count: planeCount * Self.places * Self.classes)
        for (index, bucket) in buckets.enumerated() {
            let bit = UInt8(1) << UInt8(index % Self.width)
            for place in 0..<Self.places {
                let start = (index / Self.width * Self.places + place) * Self.classes
                for byteClass in 0..<Self.classes where bucket.masks[place] >> UInt64(byteClass) & 1 != 0 {
                    tables[start + byteClass] |= bit
                }
            }
        }
        return tables
    }

    /// `kh_literal_table.nibbles`.
    var nibbleTables: [UInt8] {
        var tables = [UInt8](repeating: 0, count: planeCount * Self.places * 32)
        for (index, window) in windows.enumerated() {
            let bucket = bucketOfWindow[index]
            let bit = UInt8(1) << UInt8(bucket % Self.width)
            for place in 0..<Self.places {
                let start = (bucket / Self.width * Self.places + place) * 32
                guard place < window.bytes.count else {
                    for nibble in start..<start + 32 { tables[nibble] |= bit }
                    continue
                }
                // Both cases of a letter have the same low nibble.
                let byte = window.bytes[place]
                tables[start + Int(byte & 15)] |= bit
                tables[start + 16 + Int(byte >> 4)] |= bit
                tables[start + 16 + Int(window.capital(at: place) >> 4)] |= bit
            }
        }
        return tables
    }
}
