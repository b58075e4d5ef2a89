import Blobs
import GitObjects

/// The entries of a base that stand, byte for byte, in a tree that is a delta to it.
struct CopiedEntries {
    private let entries: [TreePass.Entry]
    private let copies: [CopiedRange]

    /// The copy that is looked at, and the first entry of the base that may lie in it.
    private var copy = 0
    private var entry = 0

    init(_ entries: [TreePass.Entry], copies: [CopiedRange]) {
        self.entries = entries
        self.copies = entries.isEmpty ? [] : copies
    }

    /// Appends the entries that are copied to where the steps are, and moves the steps behind them.
    ///
    /// An entry is taken over if all of it lies in one copied part and begins where the base has one that begins: its
    /// bytes are the same, so it is the same.
    mutating func takeOver(at steps: inout TreeEntries, into result: inout [TreePass.Entry]) {
        while copy < copies.count, copies[copy].range.upperBound <= steps.position { advance() }
        guard copy < copies.count, copies[copy].range.lowerBound <= steps.position else { return }
        let part = copies[copy]
        let distance = part.range.lowerBound - part.source
        let source = steps.position - distance
        if entry == 0 || entry >= entries.count || Int(entries[entry].start) > source {
            entry = entries.partitioningIndex { Int($0.start) >= source }
        }
        while entry < entries.count, Int(entries[entry].start) < source { entry += 1 }
        var position = source
        while entry < entries.count, Int(entries[entry].start) == position,
            Int(entries[entry].end) + distance <= part.range.upperBound
        {
            var taken = entries[entry]
            position = Int(taken.end)
            taken.start = UInt32(Int(taken.start) + distance)
            taken.end = UInt32(Int(taken.end) + distance)
            result.append(taken)
            entry += 1
        }
        steps.skip(to: position + distance)
    }

    private mutating func advance() {
        copy += 1
        entry = 0
    }
}
