/// A line of base64 or base64url next to a candidate: then the candidate is likely a line of the same block.
///
/// Between the two stand at most 16 bytes that are no symbols, white space among them: the end
/// of the line, an indent, a mark of quotation. Shorter than 48 is no usual width.
struct SecretKeyNeighbourLine {
    /// How many bytes of the line the window shows, 48 or more.
    private(set) var length = 0

    /// Whether the line must be of the same block as the candidate.
    ///
    /// So it is if the two are on different lines with neither padding nor a comma between, and
    /// both cases of letters are there, as in base64 of nearly anything. Base64 of zeros or of
    /// one colour may have capital letters only; a comma may separate the members of a list.
    let isCertain: Bool

    /// The line before; `nil` if there is none.
    init?(before candidate: Range<Int>, in window: Span<UInt8>) {
        self.init(from: candidate.lowerBound - 1, step: -1, window)
    }

    /// The line after; `nil` if there is none.
    init?(after candidate: Range<Int>, in window: Span<UInt8>) {
        self.init(from: candidate.upperBound, step: 1, window)
    }

    private init?(from first: Int, step: Int, _ window: Span<UInt8>) {
        var at = first
        var isSeparated = false, isOtherLine = false, isListed = false
        while window.indices.contains(at), SecretKeySymbols.value(window[at]) > 63 {
            switch window[at] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"): isSeparated = true
            case UInt8(ascii: "\n"): (isSeparated, isOtherLine) = (true, true)
            case UInt8(ascii: "="), UInt8(ascii: ","): isListed = true
            default: break
            }
            at += step
            if abs(at - first) > 16 { return nil }
        }
        guard isSeparated else { return nil }
        var counts = InlineArray<4, Int>(repeating: 0)
        while window.indices.contains(at) {
            let symbol = SecretKeySymbols.value(window[at])
            if symbol < 64 {
                counts[SecretKeySymbols.characterClass(Int(symbol))] += 1
            } else if window[at] != UInt8(ascii: "-"), window[at] != UInt8(ascii: "_") {
                break
            }
            length += 1
            at += step
        }
        // Digests and paths are no base64: the first have many digits, the second few capital letters.
        let isDigest = counts[1] == 0 && counts[2] >= length / 4
        guard length >= 48, counts[0] >= length / 8, !isDigest else { return nil }
        isCertain = isOtherLine && !isListed && counts[1] >= length / 8
    }
}
