import LiteralSearch
import Scoring

/// Tells what seam begins at a place.
enum SeamScanner {
    /// Whether tokens, which keys and their like are, may hold a byte: letters, digits, `+`, `-`, `.`, `/`, `=`, `_`.
    static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2D...0x39, 0x61...0x7A, 0x41...0x5A, 0x2B, 0x3D, 0x5F: true
        default: false
        }
    }

    /// Bytes from the end of a literal to the start of the next one at most: a line end and an indent.
    private static let longestGap = 96

    /// Whether a byte may stand between two literals that are joined.
    static func mayBeInGap(_ byte: UInt8) -> Bool { gap.contains(byte) }

    private static let gap = ByteSet(Array(" \t\r\n\\_+.&bBfFrRuUL@$".utf8))

    /// Letters that may stand in front of a literal's quote, as in Python, C, C++, Rust and Swift.
    private static let literalPrefixes = ByteSet(Array("bBfFrRuUL@$".utf8))

    /// The seam that begins at a place; `nil` if there is none. A byte of a token stands in front of it, and behind it
    /// too.
    ///
    /// Complexity: O(1); it looks at `longestGap` bytes at most.
    static func seam(at start: Int, in text: Span<UInt8>) -> Seam? {
        guard start > 0 else { return confusable(at: start, in: text) }
        switch text[start] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
            guard isToken(text[start - 1]), let end = endOfGap(from: start, in: text) else { return nil }
            return Seam(kind: .joined, range: start..<end)
        case UInt8(ascii: "\\"):
            guard isToken(text[start - 1]), let end = endOfContinuation(from: start, in: text) else {
                return nil
            }
            return Seam(kind: .joined, range: start..<end)
        case 0x0A, 0x0D:
            // The sign in front of it counts among those of tokens.
            guard start > 1, text[start - 1] == UInt8(ascii: "="), isToken(text[start - 2]) else { return nil }
            return softBreak(at: start - 1, in: text)
        case 0xC2...: return confusable(at: start, in: text)
        default: return nil
        }
    }

    /// A soft line break (RFC 2045, section 6.7, rule 5) between two letters or digits.
    static func softBreak(at start: Int, in text: Span<UInt8>) -> Seam? {
        var end = start + 1
        if end < text.count, text[end] == 0x0D { end += 1 }
        guard end < text.count, text[end] == 0x0A, end + 1 < text.count, isToken(text[end + 1]),
            text[end + 1] != UInt8(ascii: "-")
        else { return nil }
        return Seam(kind: .quotedPrintable, range: start..<end + 1)
    }

    private static func confusable(at start: Int, in text: Span<UInt8>) -> Seam? {
        guard text[start] >= 0xC2, let found = Confusables.sign(at: start, in: text) else { return nil }
        var end = start + found.length
        // Signs without width may be many.
        while found.replacement == nil, end < min(text.count, start + longestGap), text[end] >= 0xC2,
            let next = Confusables.sign(at: end, in: text), next.replacement == nil
        {
            end += next.length
        }
        return Seam(kind: .confusable, range: start..<end, replacement: found.replacement)
    }

    /// Behind the quote of the literal that is joined to the one that ends with the quote at `start`: blanks and line
    /// ends between them, and a sign that joins them (`+`, `.`, `&`), perhaps with a backslash or `_` at a line end.
    private static func endOfGap(from start: Int, in text: Span<UInt8>) -> Int? {
        let quote = text[start]
        let last = min(text.count - 1, start + longestGap)
        var hasSign = false
        var position = start + 1
        while position < last {
            switch text[position] {
            case 0x20, 0x09, 0x0A, 0x0D: break
            case UInt8(ascii: "\\") where text[position + 1].isLineEnd: break
            case UInt8(ascii: "_") where hasSign && text[position + 1].isLineEnd: break
            case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "&"):
                guard !hasSign else { return nil }
                hasSign = true
            case quote: return isToken(text[position + 1]) ? position + 1 : nil
            case let byte where literalPrefixes.contains(byte) && text[position + 1] == quote: break
            default: return nil
            }
            position += 1
        }
        return nil
    }

    /// Behind a backslash, a line end, and the indent of the next line.
    private static func endOfContinuation(from start: Int, in text: Span<UInt8>) -> Int? {
        var position = start + 1
        if position < text.count, text[position] == 0x0D { position += 1 }
        guard position < text.count, text[position] == 0x0A else { return nil }
        position += 1
        let last = min(text.count, start + longestGap)
        while position < last, text[position] == 0x20 || text[position] == 0x09 { position += 1 }
        return position < last && isToken(text[position]) ? position : nil
    }
}
