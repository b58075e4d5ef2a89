/// Stretches of hexadecimal digits in a run of what escapes are made of.
enum HexStretches {
    /// Those that are long enough to be an encoded text, in order.
    static func find(in text: Span<UInt8>, _ run: Range<Int>) -> [Range<Int>] {
        var stretches: [Range<Int>] = []
        _ = contains(in: text, run) { stretch in
            stretches.append(stretch)
            return false
        }
        return stretches
    }

    /// Whether `predicate` is true of one of those that are long enough. It is asked in order, up to the first that is.
    static func contains(in text: Span<UInt8>, _ run: Range<Int>, where predicate: (Range<Int>) -> Bool) -> Bool {
        var start = run.lowerBound
        for position in run.lowerBound...run.upperBound {
            if position < run.upperBound, EncodedSymbols.hexadecimalDigit(text[position]) != nil { continue }
            if position - start >= EncodedRun.shortestEscapes, predicate(start..<position) { return true }
            start = position + 1
        }
        return false
    }
}
