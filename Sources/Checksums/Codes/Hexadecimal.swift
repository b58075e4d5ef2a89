/// Bytes as two digits each, base16 of RFC 4648, section 8.
public enum Hexadecimal {
    /// The bytes that `text`, in either case, stands for; `nil` for an odd number of digits or another character.
    public static func decode(_ text: Span<UInt8>) -> [UInt8]? {
        guard text.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 2)
        for index in stride(from: 0, to: text.count, by: 2) {
            guard let high = value(of: text[index]), let low = value(of: text[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    /// In lower case.
    public static func encode(_ bytes: [UInt8]) -> [UInt8] {
        bytes.flatMap { [digit($0 >> 4), digit($0 & 15)] }
    }

    /// The bytes that `digits` spell: see `decode`.
    public static func bytes(_ digits: some Sequence<UInt8>) -> [UInt8]? {
        decode(Array(digits).span)
    }

    /// In lower case.
    public static func text(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: encode(Array(bytes)), as: UTF8.self)
    }

    /// The value of a digit, of either case; `nil` if it is none.
    public static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
