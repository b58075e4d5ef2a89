import Rules

/// The places of a text at which the value of a named rule may begin: runs of letters and digits.
///
/// A rule that needs such a value (`RuleTraits.needsValueRun`) counts where its name stands in front of one, and no
/// further away than its reach. Names are many and values few, so names are searched for in front of values only. A
/// value is a maximal run of ASCII letters and digits as `RuleTraits.valueRun` says.
struct ValueRuns {
    /// Where names can begin, in order and apart.
    private(set) var stretches: [Range<Int>] = []

    mutating func removeAll() {
        stretches.removeAll(keepingCapacity: true)
    }

    /// Adds a run, if it is a value. Runs come in any order; call `finish` behind the last one.
    ///
    /// - Parameters:
    ///   - distance: how far in front of a value a name may begin, in bytes.
    ///   - core: where names count.
    mutating func add(_ run: Range<Int>, in text: Span<UInt8>, distance: Int, core: Range<Int>) {
        let start = max(core.lowerBound, run.lowerBound - distance)
        let end = min(core.upperBound, run.lowerBound)
        guard start < end, holdsDigit(text, run) else { return }
        if let last = stretches.last, last.upperBound >= start, last.lowerBound <= start {
            stretches[stretches.count - 1] = last.lowerBound..<max(last.upperBound, end)
        } else {
            stretches.append(start..<end)
        }
    }

    /// Puts stretches in order that did not come so, and together what overlaps.
    ///
    /// - Complexity: O(n) if they came in order, else O(n log n).
    mutating func finish() {
        guard !zip(stretches, stretches.dropFirst()).allSatisfy({ $0.upperBound < $1.lowerBound }) else { return }
        stretches.sort { $0.lowerBound < $1.lowerBound }
        var joined: [Range<Int>] = []
        for stretch in stretches {
            if let last = joined.last, last.upperBound >= stretch.lowerBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, stretch.upperBound)
            } else {
                joined.append(stretch)
            }
        }
        stretches = joined
    }

    private func holdsDigit(_ text: Span<UInt8>, _ run: Range<Int>) -> Bool {
        for position in run.prefix(RuleTraits.valueRun.seen)
        where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[position]) { return true }
        return false
    }
}
