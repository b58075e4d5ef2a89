/// Tells of most runs, from a few of their bytes, that no text is encoded in them.
///
/// What it says of a run is a function of the run and of the byte in front of it.
enum EncodedRunProbe {
    /// Digits of base64 after which a decision is made, and how many decisions there are at most. One digit may not fit
    /// for each of them.
    private static let step = 8
    private static let steps = 4

    /// A line of an encoded file has fewer bytes: its start is enough.
    private static let longLine = 100

    /// Bytes of a long run from one look to the next.
    private static let distance = 680

    /// `false` only if the run need not be decoded. Of long runs nothing is said.
    static func mayHoldText(_ run: EncodedRun, in text: Span<UInt8>) -> Bool {
        let range = run.range
        if range.count >= EncodedRun.long { return true }
        switch run.kind {
        case .base64:
            if beginsCompressed(run, in: text) { return true }
            let ways = waysOfASCII(text, range, longLine: longLine)
            guard ways != 0 else { return false }
            let own = EncodedRegion.withoutEscapeLetter(range, in: text)
            let symbols = EncodedSymbols(base64: [own], of: text)
            return (0..<4).contains { phase in
                ways >> UInt32((own.lowerBound - range.lowerBound + phase) & 3) & 1 != 0
                    && symbols.kindOfText(phase: phase, near: range.lowerBound) != nil
            }
        case .escapes:
            return EscapeScanner.mayHoldText(text, range)
                || HexStretches.contains(in: text, range) { stretch in
                    if CompressedStream.begins(stretch, in: text, isHexadecimal: true) { return true }
                    guard mayBeASCIIInHexadecimal(text, stretch) else { return false }
                    let symbols = EncodedSymbols(hexadecimal: [stretch], of: text)
                    return (0..<2).contains { symbols.kindOfText(phase: $0, near: stretch.lowerBound) != nil }
                }
        }
    }

    /// `false` only if none of some places of a long run looks as if text were encoded there, so that an image in one
    /// line costs little.
    static func mayHoldTextSomewhere(_ run: EncodedRun, in text: Span<UInt8>) -> Bool {
        let range = run.range
        guard range.count >= EncodedRun.long, !beginsCompressed(run, in: text) else { return true }
        return stride(from: range.lowerBound, to: range.upperBound, by: distance).contains { start in
            let part = start..<min(start + 2 * step * steps, range.upperBound)
            switch run.kind {
            case .base64: return waysOfASCII(text, part) != 0
            case .escapes:
                guard !EscapeScanner.kinds.contains(where: { kind in part.contains { text[$0] == kind.start } }) else {
                    return true
                }
                let symbols = EncodedSymbols(hexadecimal: [part], of: text)
                return (0..<2).contains { symbols.kindOfText(phase: $0, near: start) != nil }
            }
        }
    }

    /// Whether a run begins with a compressed stream, or, if it is one of digits and escapes, has one in it.
    static func beginsCompressed(_ run: EncodedRun, in text: Span<UInt8>) -> Bool {
        switch run.kind {
        case .base64:
            CompressedStream.begins(
                EncodedRegion.withoutEscapeLetter(run.range, in: text), in: text, isHexadecimal: false)
        case .escapes:
            HexStretches.contains(in: text, run.range) {
                CompressedStream.begins($0, in: text, isHexadecimal: true)
            }
        }
    }

    /// Whether hexadecimal digits may stand for bytes below 0x80, but for a quarter of them, at the start or at the
    /// end, in one of the two ways in which they may be grouped.
    private static func mayBeASCIIInHexadecimal(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let length = min(range.count, EncodedRun.shortestEscapes * 2)
        return [range.lowerBound, range.upperBound - length].contains { start in
            var (even, odd) = (0, 0)
            var position = start
            while position + 1 < start + length {
                // The first digit of a byte is below 8.
                if text[position] > UInt8(ascii: "7") { even += 1 }
                if text[position + 1] > UInt8(ascii: "7") { odd += 1 }
                position += 2
            }
            return min(even, odd) <= length / 8
        }
    }

    /// The ways of grouping in which the digits of a run may stand for bytes below 0x80, at its start or, if it is
    /// long, at its end: a bit for each of the four digits that a group may begin with.
    private static func waysOfASCII(_ text: Span<UInt8>, _ range: Range<Int>, longLine: Int) -> UInt32 {
        let first = waysOfASCII(text, range)
        guard range.count > longLine else { return first }
        let start = range.upperBound - step * steps
        let last = waysOfASCII(text, start..<range.upperBound)
        // Told from the digit that the run begins with.
        let shift = UInt32((start - range.lowerBound) & 3)
        return first | (last << shift | last >> (4 - shift)) & 15
    }

    /// The same of the start alone.
    ///
    /// In a group of four digits, the first has then no bit 5, the second no bit 3, the third no bit 1.
    private static func waysOfASCII(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
        let table = violations
        var counts: UInt32 = 0
        var position = range.lowerBound
        var ways: UInt32 = 0
        for number in 1...steps {
            let end = min(range.upperBound, position + step)
            var turn: UInt32 = 0
            while position < end {
                let word = table[Int(text[position])]
                counts &+= word << turn | word >> ((32 &- turn) & 31)
                turn = (turn &+ 8) & 31
                position += 1
            }
            ways = 0
            for way in 0..<4 as Range<UInt32> where counts >> (8 * way) & 0xFF <= UInt32(number) { ways |= 1 << way }
            if ways == 0 { return 0 }
        }
        return ways
    }

    /// For each byte, how it violates the rule in a group that begins with it (lowest byte of the word), or one, two or
    /// three bytes further on.
    private static let violations: [UInt32] = (0...UInt8.max).map { byte in
        guard let digit = EncodedSymbols.base64Digit(byte).map(UInt32.init) else { return 0 }
        return digit >> 5 & 1 | (digit >> 3 & 1) << 24 | (digit >> 1 & 1) << 16
    }
}
