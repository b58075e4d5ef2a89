/// Mail that tests make.
enum Sample {
    /// A word that looks like a key, and is none.
    static let word = "wJalrXUtn" + "FEMIK7MDENG" + "bPxRfiCYzz" + "0123456789"

    static let head = "From: Ann <ann@example.org>\nTo: bob@example.com\nSubject: plan\nMessage-ID: <m1@example.org>\n"

    static func message(_ fields: String, _ body: String) -> String {
        head + fields + (fields.isEmpty || fields.hasSuffix("\n") ? "" : "\n") + "\n" + body
    }

    static func multipart(_ parts: [String], boundary: String = "B", type: String = "mixed") -> String {
        "Content-Type: multipart/\(type); boundary=\"\(boundary)\"\n\n"
            + parts.map { "--\(boundary)\n\($0)\n" }.joined() + "--\(boundary)--\n"
    }

    static func base64(_ bytes: [UInt8], width: Int = 76, lineEnd: String = "\n", padding: Bool = true) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var digits: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let group = (0..<3).map { index + $0 < bytes.count ? Int(bytes[index + $0]) : 0 }
            let value = group[0] << 16 | group[1] << 8 | group[2]
            let left = bytes.count - index
            for place in 0..<4 {
                if place <= left {
                    digits.append(alphabet[value >> (18 - 6 * place) & 63])
                } else if padding {
                    digits.append(0x3D)
                }
            }
            index += 3
        }
        var text = ""
        index = 0
        while index < digits.count {
            let end = width == 0 ? digits.count : min(digits.count, index + width)
            text += String(decoding: digits[index..<end], as: UTF8.self) + lineEnd
            index = end
        }
        return text
    }

    static func base64(_ text: String, width: Int = 76, lineEnd: String = "\n") -> String {
        base64(Array(text.utf8), width: width, lineEnd: lineEnd)
    }
}
