/// Base64 as RFC 4648 defines it, in both alphabets.
enum Base64 {
    /// The six bits that `byte` stands for in either alphabet; `nil` outside both. Padding is outside.
    static func value(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }

    /// The decoded bytes, the last one filled with zero bits if `text` leaves some over; `nil` if a byte is outside
    /// both alphabets.
    static func decodeFilled(_ text: Span<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count * 3 / 4 + 1)
        var (bits, count) = (UInt32(0), 0)
        for index in text.indices {
            guard let value = value(of: text[index]) else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        if count > 0 { bytes.append(UInt8(truncatingIfNeeded: bits << UInt32(8 - count))) }
        return bytes
    }

    /// The bytes without padding: section 4 with `+` and `/`, section 5 with `-` and `_`.
    static func encode(_ bytes: some Sequence<UInt8>, urlSafe: Bool = false) -> [UInt8] {
        var text: [UInt8] = []
        var (bits, count) = (UInt32(0), 0)
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 6 {
                count -= 6
                text.append(digit(UInt8(bits >> UInt32(count) & 63), urlSafe))
            }
        }
        if count > 0 { text.append(digit(UInt8(bits << UInt32(6 - count) & 63), urlSafe)) }
        return text
    }

    private static func digit(_ value: UInt8, _ urlSafe: Bool) -> UInt8 {
        switch value {
        case 0..<26: UInt8(ascii: "A") + value
        case 26..<52: UInt8(ascii: "a") + value - 26
        case 52..<62: UInt8(ascii: "0") + value - 52
        case 62: UInt8(ascii: urlSafe ? "-" : "+")
        default: UInt8(ascii: urlSafe ? "_" : "/")
        }
    }
}
