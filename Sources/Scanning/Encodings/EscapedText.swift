import Blobs
import Scoring

/// Text with escapes of one kind in it.
enum EscapedText {
    /// How far from a run of escapes its text may go on, in bytes on either side.
    private static let distance = 2048

    /// The text around a run of escapes: up to what ends it in the languages that have such escapes.
    static func region(around run: Range<Int>, of encoding: Encoding, in text: Span<UInt8>) -> Range<Int> {
        var (start, end) = (run.lowerBound, run.upperBound)
        let (first, last) = (max(0, start - distance), min(text.count, end + distance))
        let isCutSoftly = encoding == .quotedPrintable
        while start > first,
            !endsText(text[start - 1], of: encoding) || isCutSoftly && isSoftLineEnd(start - 1, in: text)
        {
            start -= 1
        }
        while end < last, !endsText(text[end], of: encoding) || isCutSoftly && isSoftLineEnd(end, in: text) { end += 1 }
        return start..<end
    }

    /// Whether the line end at a place, or the part of one, belongs to a soft line break of quoted-printable text.
    private static func isSoftLineEnd(_ position: Int, in text: Span<UInt8>) -> Bool {
        var start = position
        if text[start] == 0x0A, start > 0, text[start - 1] == 0x0D { start -= 1 }
        return text[start].isLineEnd && start > 0 && text[start - 1] == UInt8(ascii: "=")
    }

    /// Blanks and brackets end a URL, quotes a string, tags a text of HTML, and a line end all of them.
    private static func endsText(_ byte: UInt8, of encoding: Encoding) -> Bool {
        if byte < 0x20 { return true }
        switch encoding {
        case .percent:
            return [0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`")].contains(byte)
        case .htmlEntities: return byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
        default: return byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
        }
    }

    /// Undoes the escapes of a region; everything else stays as it is.
    static func decode(_ region: Range<Int>, of text: Span<UInt8>, into layer: inout EncodedLayer, _ encoding: Encoding)
    {
        let start = EscapeScanner.kinds.first { $0.encoding == encoding }?.start ?? 0
        var position = region.lowerBound
        var high: (value: UInt32, position: Int)?
        while position < region.upperBound {
            if encoding == .quotedPrintable, isSoftLineEnd(position, in: text) {
                position += 1
                continue
            }
            guard text[position] == start, let escape = EscapeScanner.escape(encoding, in: text, at: position),
                position + escape.length <= region.upperBound
            else {
                // The sign of a soft line break goes with it.
                let isBreak =
                    encoding == .quotedPrintable && position + 1 < region.upperBound
                    && text[position] == start && isSoftLineEnd(position + 1, in: text)
                if !isBreak { layer.append(text[position], from: position..<position + 1) }
                position += 1
                continue
            }
            let range = position..<position + escape.length
            position = range.upperBound
            if encoding == .percent || encoding == .quotedPrintable {
                layer.append(UInt8(truncatingIfNeeded: escape.scalar), from: range)
            } else if escape.scalar & 0xFC00 == 0xD800 {
                high = (escape.scalar, range.lowerBound)
            } else if let first = high, escape.scalar & 0xFC00 == 0xDC00 {
                high = nil
                let scalar = 0x10000 + (first.value & 0x3FF) << 10 + escape.scalar & 0x3FF
                append(scalar, from: first.position..<range.upperBound, to: &layer)
            } else {
                append(escape.scalar, from: range, to: &layer)
            }
        }
    }

    private static func append(_ value: UInt32, from range: Range<Int>, to layer: inout EncodedLayer) {
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        for byte in Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter {
            layer.append(byte, from: range)
        }
    }
}
