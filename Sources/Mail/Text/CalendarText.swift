/// Unfolds and unescapes iCalendar (RFC 5545, section 3.1 and 3.3.11) and vCard (RFC 6350, and 2.1).
struct CalendarText {
    /// The longest start of a property that is looked at.
    private static let longestHead = 1000

    /// The name and parameters of the property in hand, in lower case, until the colon.
    private var head: [UInt8] = []
    private var isInHead = true
    private var isQuoted = false
    private var isQuotedPrintable = false

    /// - Returns: how many bytes were taken, and the encoded value that begins behind them.
    /// - Complexity: O(n).
    mutating func process(
        _ bytes: Span<UInt8>, _ range: Range<Int>, isLast: Bool, into output: inout ByteBuffer
    ) -> (taken: Int, found: InlinePart?) {
        var index = range.lowerBound
        while index < range.upperBound {
            // A line break, an escape or an encoded byte, with what follows, has at most three bytes and one more.
            if range.upperBound - index < 4, !isLast { break }
            let byte = bytes[index]
            let next: UInt8? = index + 1 < range.upperBound ? bytes[index + 1] : nil
            if byte == 0x0D || byte == 0x0A {
                let length = byte == 0x0D && next == 0x0A ? 2 : 1
                if index + length < range.upperBound, bytes[index + length].isBlank {
                    index += length + 1
                    continue
                }
                endLine(into: &output)
                index += length
            } else if isInHead {
                output.append(byte)
                index += 1
                if byte == 0x22 { isQuoted.toggle() }
                if byte == 0x3A, !isQuoted {
                    if let found = endHead() {
                        output.append(0x0A)
                        reset()
                        return (index - range.lowerBound, found)
                    }
                } else if head.count < Self.longestHead {
                    head.append(byte.lowercasedASCII)
                } else {
                    isInHead = false
                }
            } else if byte == 0x5C, let next, !isQuotedPrintable {
                output.append(next == 0x6E || next == 0x4E ? 0x0A : next)
                index += 2
            } else if byte == 0x3D, isQuotedPrintable {
                index += decodeEquals(bytes, index..<range.upperBound, into: &output)
            } else {
                output.append(byte)
                index += 1
            }
        }
        return (index - range.lowerBound, nil)
    }

    private mutating func endLine(into output: inout ByteBuffer) {
        output.append(0x0A)
        reset()
    }

    private mutating func reset() {
        head.removeAll(keepingCapacity: true)
        isInHead = true
        isQuoted = false
        isQuotedPrintable = false
    }

    /// Understands name and parameters, once the colon is there.
    private mutating func endHead() -> InlinePart? {
        isInHead = false
        let parameters = head.split(separator: 0x3B).dropFirst().map { String(decoding: $0, as: UTF8.self) }
        // vCard 2.1 leaves `ENCODING=` out.
        if parameters.contains("encoding=quoted-printable") || parameters.contains("quoted-printable") {
            isQuotedPrintable = true
        }
        guard parameters.contains(where: { ["encoding=base64", "encoding=b", "base64"].contains($0) }) else {
            return nil
        }
        var part = InlinePart(kind: .attachment)
        for parameter in parameters {
            if parameter.hasPrefix("fmttype=") { part.mediaType = String(parameter.dropFirst(8).prefix(127)) }
            for prefix in ["x-filename=", "filename="] where parameter.hasPrefix(prefix) {
                part.name = Array(parameter.dropFirst(prefix.count).utf8.filter { $0 != 0x22 && $0 != 0 })
            }
        }
        return part
    }

    /// A byte, or a soft line break, of quoted-printable.
    private func decodeEquals(_ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout ByteBuffer) -> Int {
        let index = range.lowerBound
        guard range.count > 1 else { return 1 }
        if bytes[index + 1] == 0x0A { return 2 }
        if bytes[index + 1] == 0x0D { return range.count > 2 && bytes[index + 2] == 0x0A ? 3 : 2 }
        if range.count > 2, let high = bytes[index + 1].hexValue, let low = bytes[index + 2].hexValue {
            output.append(high << 4 | low)
            return 3
        }
        output.append(0x3D)
        return 1
    }
}
