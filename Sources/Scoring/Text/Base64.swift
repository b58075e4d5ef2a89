/// Base64 as RFC 4648, section 4 defines it, with the padding optional.
enum Base64 {
    /// The six bits that `byte` stands for, or `nil` outside the alphabet. Padding is outside.
    static func value(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }

    /// The decoded bytes, or `nil` if a byte is outside the alphabet, or no number of bytes has this length.
    ///
    /// Up to two `=` may end the text; the bits that they leave over are not looked at.
    static func decode(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt8]? {
        var end = range.upperBound
        while end > range.lowerBound, range.upperBound - end < 2, text[end - 1] == UInt8(ascii: "=") { end -= 1 }
        guard (end - range.lowerBound) & 3 != 1 else { return nil }
        var decoder = Base64Decoder(capacity: range.count / 4 * 3 + 3)
        for index in range.lowerBound..<end {
            guard let value = value(of: text[index]) else { return nil }
            decoder.append(value)
        }
        return decoder.bytes
    }

    /// The encoded bytes in lines of `column` characters, each ended by a line feed.
    static func encode(_ bytes: [UInt8], column: Int) -> [UInt8] {
        var text: [UInt8] = []
        let characters = (bytes.count + 2) / 3 * 4
        text.reserveCapacity(characters + characters / column + 1)
        var width = 0
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
            for place in 0..<4 {
                text.append(place > group.count ? UInt8(ascii: "=") : letter(UInt8(bits >> 18 & 63)))
                bits <<= 6
                width += 1
                if width == column {
                    text.append(UInt8(ascii: "\n"))
                    width = 0
                }
            }
        }
        if width > 0 { text.append(UInt8(ascii: "\n")) }
        return text
    }

    private static func letter(_ value: UInt8) -> UInt8 {
        switch value {
        case 0..<26: UInt8(ascii: "A") + value
        case 26..<52: UInt8(ascii: "a") + value - 26
        case 52..<62: UInt8(ascii: "0") + value - 52
        case 62: UInt8(ascii: "+")
        default: UInt8(ascii: "/")
        }
    }
}
