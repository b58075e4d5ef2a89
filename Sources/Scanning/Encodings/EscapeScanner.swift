import Blobs

/// Reads what stands for a letter: `%41`, `\x41`, `\u0041`, `\u{41}`, `&#65;`, `&#x41;`, `&quot;`, `=41`.
enum EscapeScanner {
    /// The kinds of escapes, by the byte that they begin with.
    static let kinds: [(start: UInt8, encoding: Encoding)] = [
        (UInt8(ascii: "%"), .percent), (UInt8(ascii: "\\"), .backslash), (UInt8(ascii: "&"), .htmlEntities),
        (UInt8(ascii: "="), .quotedPrintable),
    ]

    /// Escapes of a run that are looked at, and how many of these must stand for text.
    private static let seen = 16
    private static let least = 5

    /// `false` only if a run does not consist of escapes for letters, to the most part.
    static func mayHoldText(_ text: Span<UInt8>, _ run: Range<Int>) -> Bool {
        kinds.contains { kind in
            var (count, printable, length) = (0, 0, 0)
            var position = run.lowerBound
            while position < run.upperBound, count < seen {
                guard text[position] == kind.start,
                    let escape = escape(kind.encoding, in: text, at: position)
                else {
                    position += 1
                    continue
                }
                count += 1
                length += escape.length
                if (0x20..<0x7F).contains(escape.scalar) || escape.scalar >= 0x80 || escape.scalar == 0x0A {
                    printable += 1
                }
                position += escape.length
            }
            return count >= least && 8 * printable >= 7 * count && 2 * length >= position - run.lowerBound
        }
    }

    /// The escape of a kind that begins at a place; `nil` if there is none.
    ///
    /// - Returns: the value, which is a byte for percent-encoding, quoted-printable and `\x`, else a code point or half
    ///   of one in UTF-16; and how many bytes it takes.
    static func escape(
        _ encoding: Encoding, in text: Span<UInt8>, at position: Int
    ) -> (scalar: UInt32, length: Int)? {
        switch encoding {
        case .percent, .quotedPrintable:
            return number(in: text, at: position + 1, digits: 2...2, radix: 16).map { ($0.value, 3) }
        case .backslash: return backslash(in: text, at: position)
        case .htmlEntities: return reference(in: text, at: position)
        default: return nil
        }
    }

    private static func backslash(in text: Span<UInt8>, at position: Int) -> (scalar: UInt32, length: Int)? {
        guard position + 1 < text.count else { return nil }
        switch text[position + 1] {
        case UInt8(ascii: "x"), UInt8(ascii: "X"):
            return number(in: text, at: position + 2, digits: 2...2, radix: 16).map { ($0.value, 4) }
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            guard position + 2 < text.count, text[position + 2] == UInt8(ascii: "{") else {
                return number(in: text, at: position + 2, digits: 4...4, radix: 16).map { ($0.value, 6) }
            }
            guard let found = number(in: text, at: position + 3, digits: 1...6, radix: 16) else { return nil }
            let end = position + 3 + found.digits
            guard end < text.count, text[end] == UInt8(ascii: "}") else { return nil }
            return (found.value, end + 1 - position)
        case UInt8(ascii: "\""): return (0x22, 2)
        case UInt8(ascii: "/"): return (0x2F, 2)
        case UInt8(ascii: "n"): return (0x0A, 2)
        case UInt8(ascii: "t"): return (0x09, 2)
        default: return nil
        }
    }

    private static func reference(in text: Span<UInt8>, at position: Int) -> (scalar: UInt32, length: Int)? {
        guard position + 2 < text.count else { return nil }
        guard text[position + 1] == UInt8(ascii: "#") else {
            for (name, value) in names where text.holds(name, at: position + 1) { return (value, name.count + 1) }
            return nil
        }
        let isHexadecimal = text[position + 2] == UInt8(ascii: "x") || text[position + 2] == UInt8(ascii: "X")
        let start = position + (isHexadecimal ? 3 : 2)
        guard let found = number(in: text, at: start, digits: 1...7, radix: isHexadecimal ? 16 : 10) else { return nil }
        let end = start + found.digits
        let hasEnd = end < text.count && text[end] == UInt8(ascii: ";")
        return (found.value, end + (hasEnd ? 1 : 0) - position)
    }

    private static let names: [(name: [UInt8], value: UInt32)] = [
        ("quot;", 0x22), ("amp;", 0x26), ("apos;", 0x27), ("lt;", 0x3C), ("gt;", 0x3E), ("equals;", 0x3D),
        ("colon;", 0x3A), ("sol;", 0x2F), ("plus;", 0x2B), ("nbsp;", 0x20),
    ].map { (Array($0.0.utf8), $0.1) }

    private static func number(
        in text: Span<UInt8>, at start: Int, digits: ClosedRange<Int>, radix: UInt32
    ) -> (value: UInt32, digits: Int)? {
        var (value, count) = (UInt32(0), 0)
        while count < digits.upperBound, start + count < text.count,
            let digit = EncodedSymbols.hexadecimalDigit(text[start + count]), UInt32(digit) < radix
        {
            value = value * radix + UInt32(digit)
            count += 1
        }
        return count < digits.lowerBound ? nil : (value, count)
    }
}

extension Span<UInt8> {
    /// Whether `bytes` stand at `position`.
    func holds(_ bytes: [UInt8], at position: Int) -> Bool {
        guard position + bytes.count <= count else { return false }
        for index in bytes.indices where self[position + index] != bytes[index] { return false }
        return true
    }
}
