import Checksums

/// Strings of JSON: RFC 8259, section 7.
enum JSONText {
    /// What the text between two quotes stands for; `nil` if it names half of a surrogate pair.
    ///
    /// - Parameter text: valid UTF-8, and every escape in it complete.
    static func decoded(_ text: ArraySlice<UInt8>) -> String? {
        guard text.contains(UInt8(ascii: "\\")) else { return String(decoding: text, as: UTF8.self) }
        var units: [UInt16] = []
        var rest = text
        while let backslash = rest.firstIndex(of: UInt8(ascii: "\\")) {
            units.append(contentsOf: String(decoding: rest[..<backslash], as: UTF8.self).utf16)
            let kind = rest[backslash + 1]
            if kind == UInt8(ascii: "u") {
                let digits = rest[backslash + 2..<backslash + 6]
                units.append(digits.reduce(0) { $0 << 4 | UInt16(Hexadecimal.value(of: $1) ?? 0) })
                rest = rest[(backslash + 6)...]
            } else {
                units.append(UInt16(controls.first { $0.letter == kind }?.code ?? kind))
                rest = rest[(backslash + 2)...]
            }
        }
        units.append(contentsOf: String(decoding: rest, as: UTF8.self).utf16)
        return String(validating: units, as: UTF16.self)
    }

    /// The strings of a list; `nil` if something else stands in it.
    ///
    /// - Parameter value: JSON that `JSONScanner` has passed.
    static func list(_ value: ArraySlice<UInt8>) -> [String]? {
        guard value.first == UInt8(ascii: "[") else { return nil }
        var texts: [String] = []
        var start: Int?
        var position = value.startIndex + 1
        while position < value.endIndex - 1 {
            let byte = value[position]
            if let first = start {
                if byte == backslash { position += 1 }
                if byte == quote {
                    guard let text = decoded(value[first..<position]) else { return nil }
                    texts.append(text)
                    start = nil
                }
            } else if byte == quote {
                start = position + 1
            } else if ![UInt8(ascii: ","), 0x20, 0x09, 0x0D].contains(byte) {
                return nil
            }
            position += 1
        }
        return texts
    }

    /// The text with its quotes. What cannot be seen is escaped: who reads a change of the file must not be misled.
    static func encoded(_ text: String) -> [UInt8] {
        let plain = Array(text.utf8)
        if plain.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != quote && $0 != backslash }) {
            return [quote] + plain + [quote]
        }
        var output = [quote]
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": output += [backslash, UInt8(ascii: scalar)]
            case _ where scalar.value >= 0x20 && scalar.value < 0x7F: output.append(UInt8(ascii: scalar))
            case _ where isVisible(scalar): output += Array(String(scalar).utf8)
            default:
                if let control = controls.first(where: { UInt32($0.code) == scalar.value }) {
                    output += [backslash, control.letter]
                } else {
                    for unit in String(scalar).utf16 { output += escape(unit) }
                }
            }
        }
        return output + [quote]
    }

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")

    private static let controls: [(letter: UInt8, code: UInt8)] = [
        (UInt8(ascii: "b"), 0x08), (UInt8(ascii: "t"), 0x09), (UInt8(ascii: "n"), 0x0A), (UInt8(ascii: "f"), 0x0C),
        (UInt8(ascii: "r"), 0x0D),
    ]

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }

    private static func escape(_ unit: UInt16) -> [UInt8] {
        let bytes = [UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)]
        return Array(("\\u" + Hexadecimal.text(bytes)).utf8)
    }
}
