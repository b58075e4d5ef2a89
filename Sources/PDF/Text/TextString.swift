/// Text strings outside of pages (ISO 32000-2, 7.9.2.2).
enum TextString {
    /// The text in UTF-8; `nil` when it is none, but bytes of some sort.
    ///
    /// Bytes without a byte order mark are in PDFDocEncoding, but many writers put UTF-8 there: what can be that, is.
    static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
        if let wide = wide(bytes) { return isText(wide) ? wide : nil }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes[3...]) }
        guard isText(bytes) else { return nil }
        if bytes.allSatisfy({ $0 < 0x80 }) || String(validating: bytes, as: UTF8.self) != nil { return bytes }
        var text = UTF8Text()
        for byte in bytes {
            if let scalar = documentEncoding[Int(byte)] { text.append(scalar) }
        }
        return text.bytes
    }

    /// The bytes of a name: UTF-16 becomes UTF-8, and others stay. No NUL is left.
    static func name(_ bytes: [UInt8]) -> [UInt8] {
        (wide(bytes) ?? bytes).filter { $0 != 0 }
    }

    /// Of UTF-16 with a byte order mark.
    private static func wide(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count >= 2, bytes[0] ^ bytes[1] == 1, max(bytes[0], bytes[1]) == 0xFF else { return nil }
        let isLittle = bytes[0] == 0xFF
        var text = UTF8Text()
        text.append(
            utf16: stride(from: 2, to: bytes.count - 1, by: 2).lazy.map { index in
                let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
                return isLittle ? second << 8 | first : first << 8 | second
            }, isShown: false)
        return text.bytes
    }

    /// Without control characters, but those of lines.
    private static func isText(_ bytes: [UInt8]) -> Bool {
        bytes.allSatisfy { $0 >= 0x18 && $0 != 0x7F || $0 == 9 || $0 == 10 || $0 == 13 }
    }

    /// PDFDocEncoding (ISO 32000-2, annex D.3).
    private static let documentEncoding: [Unicode.Scalar?] = {
        var result = (0..<256).map { $0 < 0x80 || $0 > 0xA0 ? Unicode.Scalar(UInt32($0)) : nil }
        BaseEncoding.fill(&result, from: 0x18, with: "˘ˇˆ˙˝˛˚˜")
        BaseEncoding.fill(&result, from: 0x80, with: "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž_€")
        return result
    }()
}
