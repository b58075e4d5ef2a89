import Blobs

/// Strings in the forms that SARIF asks for.
enum SARIFText {
    /// `text` as part of a message, where `{0}` is a placeholder and `[text](1)` a link (SARIF 2.1.0, 3.11.5 and
    /// 3.11.6).
    static func message(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "{": escaped += "{{"
            case "}": escaped += "}}"
            case "[", "]", "\\": escaped += "\\" + String(character)
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }

    /// The URI reference of a path: every byte outside of RFC 3986's unreserved characters percent-encoded, so that
    /// decoding gives the bytes back.
    static func uri(_ path: RawPath) -> String {
        var text: [UInt8] = Array((isAbsolute(path) ? "file://" : "").utf8)
        for byte in RelativePath.bytes(of: path) {
            if isUnreserved(byte) || byte == UInt8(ascii: "/") {
                text.append(byte)
            } else {
                text.append(UInt8(ascii: "%"))
                text += [byte >> 4, byte & 0xF].map { $0 < 10 ? $0 + UInt8(ascii: "0") : $0 - 10 + UInt8(ascii: "A") }
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    static func isAbsolute(_ path: RawPath) -> Bool {
        path.bytes.first == UInt8(ascii: "/")
    }

    /// `aws-access-key-id` as the identifier `AwsAccessKeyId`, the form that SARIF wants of a rule's name.
    static func identifier(_ ruleID: String) -> String {
        ruleID.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
