extension Base64 {
    /// The decoded bytes, whichever alphabet of RFC 4648 the text uses: section 4 or 5, padded or not. `nil` if it is
    /// neither, or empty.
    static func decodeEither(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var end = text.endIndex
        while end > text.startIndex, text.endIndex - end < 2, text[end - 1] == UInt8(ascii: "=") { end -= 1 }
        let body = text[text.startIndex..<end]
        guard !body.isEmpty, body.count & 3 != 1 else { return nil }
        var decoder = Base64Decoder(capacity: body.count / 4 * 3 + 3)
        for byte in body {
            guard let value = eitherValue(of: byte) else { return nil }
            decoder.append(value)
        }
        return decoder.bytes
    }

    /// The six bits of the last character; `nil` if it is in neither alphabet.
    static func lastValue(of text: ArraySlice<UInt8>) -> UInt8? {
        text.last.flatMap(eitherValue)
    }

    private static func eitherValue(of byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: value(of: byte)
        }
    }
}
