/// Reads headers and base64 between the lines of an armour: the loop that `PEMBlock` describes.
struct PEMBodyReader {
    private(set) var decoder = Base64Decoder(capacity: 0)
    private(set) var end = PEMBlock.End.text
    private(set) var isCiphertext = false
    private(set) var checksum: UInt32?

    /// Where the cipher's name stands, behind `DEK-Info:` and before the comma.
    private(set) var cipher: Range<Int>?

    private let range: Range<Int>
    private var position: Int
    private var isLineStart = true
    private var padding = 0

    private let linePrefix: LinePrefix

    init(_ text: Span<UInt8>, _ range: Range<Int>) {
        self.range = range
        position = range.lowerBound
        linePrefix = LinePrefix(text, range)
    }

    var isWholeBase64: Bool {
        switch decoder.count & 3 {
        case 0: padding == 0
        case 1: false
        default: padding == 0 || padding == 4 - decoder.count & 3
        }
    }

    /// Skips everything up to the body; `false` if there is none.
    mutating func findBody(_ text: Span<UInt8>) -> Bool {
        while position < range.upperBound {
            if skipLineStart(text) { continue }
            let byte = SpelledByte(in: text, at: position, before: range.upperBound)
            if let lineEnd = headerEnd(text) {
                if text.starts(with: "Proc-Type", at: position) {
                    isCiphertext = text.firstIndex(of: "ENCRYPTED", in: position..<lineEnd) != nil
                } else if text.starts(with: "DEK-Info: ", at: position) {
                    let name = position + 10
                    cipher = text.firstIndex(of: ",", in: name..<max(name, lineEnd)).map { name..<$0 }
                }
                position = lineEnd
                isLineStart = true
            } else if let tag = lineBreakTag(text) {
                position = tag
            } else if Base64.value(of: byte.value) != nil {
                decoder = Base64Decoder(capacity: (range.upperBound - position) / 4 * 3 + 3)
                return true
            } else if byte.value.isQuote {
                let start = position + byte.length
                position = LiteralJoint.end(text, start..<range.upperBound, quote: byte.value) ?? start
                isLineStart = true
            } else if byte.value.isBlank {
                position += byte.length
            } else {
                return false
            }
        }
        return false
    }

    mutating func readBody(_ text: Span<UInt8>) {
        while position < range.upperBound {
            if skipLineStart(text) { continue }
            if text.starts(with: "-----", at: position) {
                end = text.starts(with: "-----END", at: position) ? .footer : .foreignByte
                return
            }
            guard read(SpelledByte(in: text, at: position, before: range.upperBound), text) else { return }
        }
    }

    /// Takes one byte; `false` if the body ends with it.
    private mutating func read(_ byte: SpelledByte, _ text: Span<UInt8>) -> Bool {
        if let value = Base64.value(of: byte.value) {
            guard padding == 0 else { return fail() }
            decoder.append(value)
            isLineStart = false
        } else if byte.value == UInt8(ascii: "=") {
            return readEqualsSign(byte, text)
        } else if byte.value.isQuote {
            let rest = position + byte.length..<range.upperBound
            guard let next = LiteralJoint.end(text, rest, quote: byte.value) else { return false }
            position = next
            isLineStart = true
            return true
        } else if byte.value.isLineEnd {
            isLineStart = true
        } else if let tag = lineBreakTag(text) {
            position = tag
            isLineStart = true
            return true
        } else if !byte.value.isBlank {
            return fail()
        }
        position += byte.length
        return true
    }

    private mutating func fail() -> Bool {
        end = .foreignByte
        return false
    }

    /// Padding, or the checksum of PGP armour, which begins a line and has four characters behind the sign.
    private mutating func readEqualsSign(_ sign: SpelledByte, _ text: Span<UInt8>) -> Bool {
        var next = position + sign.length
        var value: UInt32 = 0
        if isLineStart {
            for _ in 0..<4 {
                guard next < range.upperBound else { return fail() }
                let byte = SpelledByte(in: text, at: next, before: range.upperBound)
                guard let bits = Base64.value(of: byte.value) else { return fail() }
                value = value << 6 | UInt32(bits)
                next += byte.length
            }
            checksum = value
            padding = max(padding, (4 - decoder.count & 3) & 3)
        } else {
            padding += 1
            guard padding <= 2 else { return fail() }
        }
        position = next
        return true
    }

    /// Skips one byte of what may begin a line; `false` when the line's content is reached.
    private mutating func skipLineStart(_ text: Span<UInt8>) -> Bool {
        guard isLineStart else { return false }
        let byte = SpelledByte(in: text, at: position, before: range.upperBound)
        switch byte.value {
        case UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "*"), UInt8(ascii: "|"):
            position += byte.length
            return true
        case linePrefix.byte where linePrefix.begins(text, at: position, in: range):
            position += linePrefix.count
            return true
        default:
            guard byte.value.isBlank || byte.value.isLineEnd else { return false }
            position += byte.length
            return true
        }
    }

    /// Where the next line begins, if this one is a header such as `DEK-Info: …`; `nil` if it is not.
    private func headerEnd(_ text: Span<UInt8>) -> Int? {
        var index = position
        let limit = min(range.upperBound, position + 32)
        while index < limit, text[index].isHeaderName { index += 1 }
        guard index > position, index < limit, text[index] == UInt8(ascii: ":") else { return nil }
        while index < range.upperBound {
            let byte = SpelledByte(in: text, at: index, before: range.upperBound)
            index += byte.length
            if byte.value.isLineEnd { break }
        }
        return index
    }

    /// Behind `<br>`, `<br/>` or `<br />`.
    private func lineBreakTag(_ text: Span<UInt8>) -> Int? {
        for tag: String in ["<br>", "<br/>", "<br />", "<BR>"] where text.starts(with: tag, at: position) {
            return min(position + tag.utf8.count, range.upperBound)
        }
        return nil
    }
}
