/// What stands between two string literals that a compiler or a list joins: `" + "`, `" . "`, `" "`, `", "`.
enum LiteralJoint {
    /// How far apart the quotes may stand, in bytes.
    private static let longest = 96

    /// Where the text of the next literal begins; `nil` if none follows.
    ///
    /// - Parameter rest: from behind the closing `quote` to the end of the text.
    static func end(_ text: Span<UInt8>, _ rest: Range<Int>, quote: UInt8) -> Int? {
        var index = rest.lowerBound
        let limit = min(rest.upperBound, rest.lowerBound + longest)
        while index < limit {
            let byte = SpelledByte(in: text, at: index, before: rest.upperBound)
            index += byte.length
            if byte.value == quote { return index }
            guard byte.value.isBlank || byte.value.isLineEnd || joins(byte.value) else { return nil }
        }
        return nil
    }

    private static func joins(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "\\"), UInt8(ascii: "&"),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
