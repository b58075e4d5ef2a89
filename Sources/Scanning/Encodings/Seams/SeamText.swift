import Blobs

/// A text without the seams of one kind.
enum SeamText {
    /// A seam of the text, and where in the decoded text it was.
    struct Spot {
        let seam: Seam
        let decoded: Int

        /// Whether a part of the decoded text could not be read without taking the seam out.
        func isInside(_ part: Range<Int>) -> Bool {
            seam.replacement == nil
                ? part.lowerBound < decoded && decoded < part.upperBound : part.contains(decoded)
        }
    }

    /// Letters and digits of ASCII that a token has at least beside those that look like them.
    private static let leastASCII = 4

    /// Lines of quoted-printable text have at most 76 bytes (RFC 2045, section 6.7, rule 5), and are cut not long
    /// before.
    private static let softLine = 70...76

    /// Appends a text to `layer`, its seams of a kind taken out.
    ///
    /// - Returns: the seams, in order.
    /// - Complexity: O(n).
    static func decode(_ kind: Seam.Kind, of text: Span<UInt8>, into layer: inout EncodedLayer) -> [Spot] {
        switch kind {
        case .joined: decodeJoined(text, into: &layer)
        case .quotedPrintable: decodeQuotedPrintable(text, into: &layer)
        case .confusable: decodeConfusables(text, into: &layer)
        }
    }

    private static func decodeJoined(_ text: Span<UInt8>, into layer: inout EncodedLayer) -> [Spot] {
        var spots: [Spot] = []
        var position = 0
        while position < text.count {
            switch text[position] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "\\"):
                guard let seam = SeamScanner.seam(at: position, in: text) else { break }
                spots.append(Spot(seam: seam, decoded: layer.bytes.count))
                position = seam.range.upperBound
                continue
            default: break
            }
            layer.append(text[position], from: position..<position + 1)
            position += 1
        }
        return spots
    }

    private static func decodeQuotedPrintable(_ text: Span<UInt8>, into layer: inout EncodedLayer) -> [Spot] {
        var spots: [Spot] = []
        var (position, lineStart) = (0, 0)
        while position < text.count {
            if text[position] == UInt8(ascii: "=") {
                // A line that begins in front of the text may have any length.
                if lineStart == 0 || softLine.contains(position + 1 - lineStart),
                    let seam = SeamScanner.softBreak(at: position, in: text)
                {
                    spots.append(Spot(seam: seam, decoded: layer.bytes.count))
                    position = seam.range.upperBound
                    lineStart = position
                    continue
                }
                if let byte = escapedByte(at: position, in: text) {
                    layer.append(byte, from: position..<position + 3)
                    position += 3
                    continue
                }
            }
            if text[position] == 0x0A { lineStart = position + 1 }
            layer.append(text[position], from: position..<position + 1)
            position += 1
        }
        return spots
    }

    private static func escapedByte(at position: Int, in text: Span<UInt8>) -> UInt8? {
        guard position + 2 < text.count, let high = EncodedSymbols.hexadecimalDigit(text[position + 1]),
            let low = EncodedSymbols.hexadecimalDigit(text[position + 2])
        else { return nil }
        return high << 4 | low
    }

    private static func decodeConfusables(_ text: Span<UInt8>, into layer: inout EncodedLayer) -> [Spot] {
        var spots: [Spot] = []
        var position = 0
        while position < text.count {
            let token = token(from: position, in: text)
            guard !token.seams.isEmpty, token.ascii >= leastASCII else {
                // One byte at least: what is no token.
                for place in position..<max(position + 1, token.end) {
                    layer.append(text[place], from: place..<place + 1)
                }
                position = max(position + 1, token.end)
                continue
            }
            for seam in token.seams {
                for place in position..<seam.range.lowerBound { layer.append(text[place], from: place..<place + 1) }
                spots.append(Spot(seam: seam, decoded: layer.bytes.count))
                if let byte = seam.replacement { layer.append(byte, from: seam.range) }
                position = seam.range.upperBound
            }
            for place in position..<token.end { layer.append(text[place], from: place..<place + 1) }
            position = token.end
        }
        return spots
    }

    /// The token that begins at a place: where it ends, its seams, and how many letters and digits of ASCII it has.
    private static func token(from start: Int, in text: Span<UInt8>) -> (end: Int, seams: [Seam], ascii: Int) {
        var (position, seams, ascii) = (start, [Seam](), 0)
        while position < text.count {
            if SeamScanner.isToken(text[position]) {
                ascii += 1
                position += 1
            } else if text[position] >= 0xC2, let seam = SeamScanner.seam(at: position, in: text) {
                seams.append(seam)
                position = seam.range.upperBound
            } else {
                break
            }
        }
        return (position, seams, ascii)
    }
}
