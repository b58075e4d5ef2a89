/// Base32 of RFC 4648, section 6, without padding.
public enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// The bytes that `text` stands for; `nil` if a character is outside the alphabet, no number of bytes has this
    /// length, or a bit behind the last byte is set.
    public static func decode(_ text: Span<UInt8>) -> [UInt8]? {
        var values: [UInt8] = []
        values.reserveCapacity(text.count)
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): values.append(text[index] - UInt8(ascii: "A"))
            case UInt8(ascii: "2")...UInt8(ascii: "7"): values.append(text[index] - UInt8(ascii: "2") + 26)
            default: return nil
            }
        }
        return BitGroups.regrouped(values, from: 5, to: 8)
    }

    public static func encode(_ bytes: [UInt8]) -> [UInt8] {
        BitGroups.padded(bytes, from: 8, to: 5).map { alphabet[Int($0)] }
    }
}
