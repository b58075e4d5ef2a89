/// Finds out what around a run may belong to the same encoded text.
struct EncodedRegionFinder {
    /// Bytes between two lines or literals: an indent at most.
    private static let longestGap = 96

    private let isURL: Bool
    private let isHexadecimal: Bool

    private init(isURL: Bool, isHexadecimal: Bool) {
        self.isURL = isURL
        self.isHexadecimal = isHexadecimal
    }

    /// The texts of base64 that a run is a part of.
    ///
    /// - Parameter isJoined: whether a joined text that holds the run is known.
    static func base64(around run: Range<Int>, in text: Span<UInt8>, isJoined: Bool) -> [EncodedRegion] {
        let own = EncodedRegion.withoutEscapeLetter(run, in: text)
        let url = EncodedRegionFinder(isURL: true, isHexadecimal: false)
        let grown = url.piece(around: own, in: text)
        let finder = grown == own ? EncodedRegionFinder(isURL: false, isHexadecimal: false) : url
        return finder.regions(around: own, grown: grown, in: text, isJoined: isJoined)
    }

    /// The texts of hexadecimal digits that a stretch is a part of.
    ///
    /// - Parameter isJoined: as for base64.
    static func hexadecimal(around stretch: Range<Int>, in text: Span<UInt8>, isJoined: Bool) -> [EncodedRegion] {
        EncodedRegionFinder(isURL: false, isHexadecimal: true)
            .regions(around: stretch, grown: stretch, in: text, isJoined: isJoined)
    }

    /// What a compressed stream may be made of that begins where a run or the digits of base64url around it do; `nil`
    /// if none does.
    static func stream(_ run: Range<Int>, in text: Span<UInt8>, isHexadecimal: Bool) -> EncodedRegion? {
        let own = isHexadecimal ? run : EncodedRegion.withoutEscapeLetter(run, in: text)
        let url = EncodedRegionFinder(isURL: !isHexadecimal, isHexadecimal: isHexadecimal)
        let grown = url.piece(around: own, in: text)
        let finder = grown == own ? EncodedRegionFinder(isURL: false, isHexadecimal: isHexadecimal) : url
        for start in grown.lowerBound == own.lowerBound ? [own.lowerBound] : [grown.lowerBound, own.lowerBound] {
            let piece = start..<grown.upperBound
            guard CompressedStream.begins(piece, in: text, isHexadecimal: isHexadecimal) else { continue }
            return EncodedRegion(pieces: [piece] + finder.piecesBehind(piece, in: text), extent: .joined)
        }
        return nil
    }

    private func regions(
        around run: Range<Int>, grown: Range<Int>, in text: Span<UInt8>, isJoined: Bool
    ) -> [EncodedRegion] {
        var regions = [EncodedRegion(pieces: [run], extent: .run)]
        if grown != run { regions.append(EncodedRegion(pieces: [grown], extent: .grown)) }
        guard !isJoined else { return regions }
        let pieces = piecesBefore(grown, in: text).reversed() + [grown] + piecesBehind(grown, in: text)
        if pieces.count > 1 { regions.append(EncodedRegion(pieces: pieces, extent: .joined)) }
        return regions
    }

    private func isDigit(_ byte: UInt8) -> Bool {
        if isHexadecimal { return EncodedSymbols.hexadecimalDigit(byte) != nil }
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") { return isURL }
        return EncodedSymbols.base64Digit(byte) != nil
    }

    private func piece(around range: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start > 0, isDigit(text[start - 1]) { start -= 1 }
        while end < text.count, isDigit(text[end]) { end += 1 }
        return EncodedRegion.withoutEscapeLetter(start..<max(end, start + 1), in: text)
    }

    private func piecesBehind(_ piece: Range<Int>, in text: Span<UInt8>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var last = piece
        while let start = nextStart(behind: last.upperBound, in: text) {
            var end = start
            while end < text.count, isDigit(text[end]) { end += 1 }
            let isSlash = start == last.upperBound + 1
            // Lines are of one length, but the last; the first may begin behind something else.
            let isLine = end - start <= last.count || pieces.isEmpty
            guard end > start, isSlash || isLine && endsPiece(end, in: text) else { break }
            pieces.append(start..<end)
            last = isSlash ? last.lowerBound..<end : start..<end
        }
        return pieces
    }

    private func piecesBefore(_ piece: Range<Int>, in text: Span<UInt8>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var next = piece
        while let end = lineEnd(before: next.lowerBound, in: text) {
            var start = end
            while start > 0, isDigit(text[start - 1]) { start -= 1 }
            let line = EncodedRegion.withoutEscapeLetter(start..<max(end, start + 1), in: text)
            guard line.upperBound == end, line.count >= next.count else { break }
            pieces.append(line)
            next = line
        }
        return pieces
    }

    /// Where a line ends, or a literal's part, behind which a line begins; `nil` if what lies in front is no line.
    private func lineEnd(before start: Int, in text: Span<UInt8>) -> Int? {
        var position = start
        while position > 0, text[position - 1] == 0x20 || text[position - 1] == 0x09 { position -= 1 }
        guard position > 0 else { return nil }
        if text[position - 1] == 0x0A || text[position - 1] == 0x0D {
            position -= 1
            if position > 0, text[position - 1] == 0x0D { position -= 1 }
        } else if position == start, position > 1, text[position - 1] == UInt8(ascii: "n"),
            text[position - 2] == UInt8(ascii: "\\")
        {
            position -= 2
            if position > 1, text[position - 1] == UInt8(ascii: "r"), text[position - 2] == UInt8(ascii: "\\") {
                position -= 2
            }
        } else {
            return nil
        }
        return position > 0 && isDigit(text[position - 1]) ? position : nil
    }

    /// Where the text goes on behind a line end, an escaped one, or the end of a literal that another one follows.
    private func nextStart(behind end: Int, in text: Span<UInt8>) -> Int? {
        guard end < text.count else { return nil }
        if !isHexadecimal, text[end] == UInt8(ascii: "\\"), end + 1 < text.count, text[end + 1] == UInt8(ascii: "/") {
            return end + 1
        }
        var position = end
        var hasEnd = false
        let last = min(text.count, end + Self.longestGap)
        while position < last {
            switch text[position] {
            case 0x20, 0x09: position += 1
            case 0x0A, 0x0D:
                hasEnd = true
                position += 1
            case UInt8(ascii: "\\"):
                guard position + 1 < last else { return nil }
                let next = text[position + 1]
                guard [UInt8(ascii: "n"), UInt8(ascii: "r"), 0x0A, 0x0D].contains(next) else { return nil }
                hasEnd = true
                position += 2
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard let start = startOfLiteral(behind: position, before: last, in: text) else { return nil }
                hasEnd = true
                position = start
            default: return hasEnd && isDigit(text[position]) ? position : nil
            }
        }
        return nil
    }

    /// Behind the opening quote of the literal that is joined to the one which ends at `quote`.
    private func startOfLiteral(behind quote: Int, before last: Int, in text: Span<UInt8>) -> Int? {
        var hasSign = false
        for position in quote + 1..<max(last, quote + 1) {
            switch text[position] {
            case 0x20, 0x09, 0x0A, 0x0D: continue
            case UInt8(ascii: "\\") where position + 1 < last && text[position + 1].isLineBreak: continue
            case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "&"):
                guard !hasSign else { return nil }
                hasSign = true
            case text[quote]: return position + 1
            default: return nil
            }
        }
        return nil
    }

    /// Whether an encoded text or a line of it may end here.
    private func endsPiece(_ end: Int, in text: Span<UInt8>) -> Bool {
        end == text.count || text[end] <= 0x20 || Self.ends.contains(text[end])
    }

    private static let ends = Array("=\"'`\\<,;)]}&|".utf8)
}

extension UInt8 {
    fileprivate var isLineBreak: Bool { self == 0x0A || self == 0x0D }
}
