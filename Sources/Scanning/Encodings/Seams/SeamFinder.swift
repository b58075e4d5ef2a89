/// Finds seams beside pieces of tokens that are long enough to matter.
///
/// What it says is a function of the piece and of `before` and `behind` bytes around it, so that versions of a blob
/// need not be searched as a whole.
enum SeamFinder {
    /// Longer pieces are not looked at: where they begin, a segment may not show.
    private static let longestPiece = 256

    /// Bytes that are looked at in front of a piece, and from its first byte on.
    static let before = 48
    static let behind = 480

    /// The same from the first byte of the prefix that a piece begins with.
    static let behindPrefix = 158

    /// Signs of a token between a piece and a seam.
    private static let longestRest = 24
    private static let longestRestInFront = 4

    /// A prefix, and signs between it and a seam.
    private static let longestPrefix = 16

    /// The least bytes of a token on either side of a seam, and of both together: with the shortest prefix and a part
    /// of what follows it.
    private static let least = 4
    private static let leastTogether = 12

    /// Appends the seams at the ends of a run of letters and digits.
    static func find(around run: Range<Int>, in text: Span<UInt8>, into seams: inout [Seam]) {
        guard run.count <= longestPiece else { return }
        let found = seams.count
        defer { if seams.count > found, !holdsDigit(text, run) { seams.removeSubrange(found...) } }
        if let seam = seam(behind: run, in: text, longestRest: longestRest) { seams.append(seam) }
        guard run.lowerBound > 1, !isPlain(text[run.lowerBound - 1]) || isToken(text[run.lowerBound - 1]) else {
            return
        }
        if let seam = seamInFront(of: run, in: text) { seams.append(seam) }
    }

    /// The seam behind the beginning of a token; `nil` if there is none.
    ///
    /// - Parameter prefix: what a credential begins with.
    static func find(behind prefix: Range<Int>, in text: Span<UInt8>) -> Seam? {
        guard prefix.count <= longestPrefix, let seam = seam(behind: prefix, in: text, longestRest: longestPrefix)
        else { return nil }
        // Of a short token nothing is a credential.
        var length = seam.range.lowerBound - prefix.lowerBound
        var hasDigit = holdsDigit(text, prefix.lowerBound..<seam.range.lowerBound)
        for position in seam.range.upperBound..<min(text.count, seam.range.upperBound + longestRest) {
            guard isToken(text[position]) else { break }
            hasDigit = hasDigit || isDigit(text[position])
            length += 1
        }
        return length >= leastTogether && hasDigit ? seam : nil
    }

    private static func seam(behind run: Range<Int>, in text: Span<UInt8>, longestRest: Int) -> Seam? {
        var end = run.upperBound
        let last = min(text.count, end + longestRest)
        while end < last, isToken(text[end]) { end += 1 }
        guard end < text.count, let seam = SeamScanner.seam(at: end, in: text) else { return nil }
        // What stands in front of it is `run` at least, but for the `=` of a soft line break.
        guard seam.range.lowerBound - run.lowerBound >= least(seam),
            seam.replacement != nil || holdsPiece(text, from: seam.range.upperBound, length: least(seam))
        else { return nil }
        return seam
    }

    /// The least bytes of a token on either side: quoted-printable text is cut where a line is full.
    private static func least(_ seam: Seam) -> Int { seam.kind == .quotedPrintable ? 1 : least }

    private static func holdsPiece(_ text: Span<UInt8>, from start: Int, length: Int) -> Bool {
        guard start >= 0, start + length <= text.count else { return false }
        for position in start..<start + length where !isToken(text[position]) { return false }
        return true
    }

    private static func seamInFront(of run: Range<Int>, in text: Span<UInt8>) -> Seam? {
        var end = run.lowerBound
        let first = max(1, end - longestRestInFront)
        while end > first, isToken(text[end - 1]) { end -= 1 }
        guard end > 1, !isPlain(text[end - 1]) else { return nil }
        let lowest = max(1, run.lowerBound - before + least)
        guard let start = startOfSeam(endingAt: end, lowest: lowest, in: text),
            let seam = SeamScanner.seam(at: start, in: text), seam.range.upperBound == end
        else { return nil }
        if seam.replacement == nil {
            let length = least(seam)
            guard holdsPiece(text, from: seam.range.lowerBound - length, length: length) else { return nil }
        }
        return seam
    }

    /// Where a seam begins that ends at a place, if it is one.
    private static func startOfSeam(endingAt end: Int, lowest: Int, in text: Span<UInt8>) -> Int? {
        let last = text[end - 1]
        var position = end - 1
        switch last {
        case 0x80...:
            while position > lowest, text[position] & 0xC0 == 0x80 { position -= 1 }
            return position
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
            while position > lowest {
                position -= 1
                if text[position] == last { return position }
                guard SeamScanner.mayBeInGap(text[position]) else { return nil }
            }
            return nil
        default:
            // The indent of a line that continues the one in front of it.
            while position > lowest, text[position] == 0x20 || text[position] == 0x09 { position -= 1 }
            guard text[position] == 0x0A, position > lowest else { return nil }
            if text[position - 1] == 0x0D, position - 1 > lowest { position -= 1 }
            // A soft line break is told at its line end.
            return text[position - 1] == UInt8(ascii: "=") ? position : position - 1
        }
    }

    /// Whether no seam ends with this byte: nearly all runs begin behind one of these.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): false
        case 0x21...0x7E: true
        default: false
        }
    }

    private static func holdsDigit(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for position in range where isDigit(text[position]) { return true }
        return false
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private static func isToken(_ byte: UInt8) -> Bool { SeamScanner.isToken(byte) }
}
