/// Bytes of UTF-8, to which characters are added as a scanner wants them.
struct UTF8Text {
    private(set) var bytes: [UInt8] = []

    /// Adds a character of a page.
    ///
    /// Ligatures become their letters and hyphens and blanks of all sorts the ones of ASCII, as they look alike and a
    /// token may hold them. What has no shape is left out. A soft hyphen stays: whether it is seen is known later.
    mutating func append(shown scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x20..<0x7F: bytes.append(UInt8(scalar.value))
        case 9, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: bytes.append(0x20)
        case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF0...0xFFFF: break
        case 0x2010, 0x2011: bytes.append(UInt8(ascii: "-"))
        case 0xFB00...0xFB06: bytes.append(contentsOf: Self.ligatures[Int(scalar.value - 0xFB00)].utf8)
        // Fonts of symbols have the codes of ASCII here.
        case 0xF020...0xF07E: bytes.append(UInt8(scalar.value - 0xF000))
        case 0xE000...0xF8FF: break
        default: append(scalar)
        }
    }

    /// Adds a character as it is.
    mutating func append(_ scalar: Unicode.Scalar) {
        bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
    }

    mutating func append(utf8 text: [UInt8]) {
        // Mostly one letter.
        if text.count == 1 { bytes.append(text[0]) } else { bytes.append(contentsOf: text) }
    }

    /// Adds UTF-16; halves of surrogate pairs are left out.
    mutating func append(utf16 units: some Sequence<UInt16>, isShown: Bool) {
        var high: UInt16?
        for unit in units {
            var scalar = Unicode.Scalar(unit)
            if unit & 0xFC00 == 0xD800 {
                high = unit
                continue
            }
            if unit & 0xFC00 == 0xDC00, let first = high {
                scalar = Unicode.Scalar(0x10000 + UInt32(first & 0x3FF) << 10 + UInt32(unit & 0x3FF))
            }
            high = nil
            if let scalar {
                if isShown { append(shown: scalar) } else { append(scalar) }
            }
        }
    }

    private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
}
