/// Texts in the encodings of Windows.
///
/// What is searched for is ASCII, and ASCII is the same in nearly all 8-bit code pages of Windows. In these, valid
/// UTF-8 is read as such, and other bytes as Windows-1252.
enum CodePage {
    /// A text without the zeros at its end.
    ///
    /// - Parameter page: Its code page if it is not in UTF-16; `nil` if nothing tells it.
    static func text(_ bytes: [UInt8], isWide: Bool, page: Int?) -> String {
        if isWide {
            var units: [UInt16] = []
            units.reserveCapacity(bytes.count / 2)
            for index in 0..<bytes.count / 2 {
                units.append(UInt16(bytes[2 * index]) | UInt16(bytes[2 * index + 1]) << 8)
            }
            while units.last == 0 { units.removeLast() }
            return String(decoding: units, as: UTF16.self)
        }
        let end = bytes.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
        let charset = page.map(MailCharset.init(codePage:)) ?? .utf8
        if charset.hidesASCII {
            var output = ByteBuffer()
            var converter = CharsetConverter(charset)
            _ = converter.convert(bytes.span, 0..<end, isLast: true, into: &output)
            return String(decoding: output.storage[output.start..<output.end], as: UTF8.self)
        }
        if let text = String(validating: bytes[..<end], as: UTF8.self) { return text }
        var text = ""
        for byte in bytes[..<end] { text.unicodeScalars.append(scalar(byte)) }
        return text
    }

    /// A byte of Windows-1252.
    static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        guard byte >= 0x80, byte < 0xA0 else { return Unicode.Scalar(byte) }
        let value = upper[Int(byte) - 0x80]
        return Unicode.Scalar(value) ?? Unicode.Scalar(byte)
    }

    /// 0x80 to 0x9F of Windows-1252.
    private static let upper: [UInt16] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
        0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x009D, 0x017E, 0x0178,
    ]
}
