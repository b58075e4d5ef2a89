/// Tells a transfer encoding from the first bytes of a content, where the header may be wrong.
enum EncodingGuess {
    /// How many bytes are looked at.
    static let window = 4096

    /// Whether content that is said to be base64 is not: its lines are words.
    ///
    /// Complexity: O(n).
    static func isPlain(_ content: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var foreign = 0
        var digits = 0
        var inner = 0
        for index in range {
            let byte = content[index]
            if Base64Decoder.isDigit(byte) {
                digits += 1
            } else if byte.isBlank {
                let isInner = index + 1 < range.upperBound && Base64Decoder.isDigit(content[index + 1])
                if isInner, index > range.lowerBound, Base64Decoder.isDigit(content[index - 1]) { inner += 1 }
            } else if byte != 0x0A, byte != 0x0D, byte != 0x3D {
                foreign += 1
            }
        }
        return digits + foreign > 0 && (foreign + 4 * inner) * 16 > digits + foreign
    }

    /// Whether content that is said to be plain is base64: lines of one length and of base64 only, which decode to text
    /// or to a file that is known by its first bytes. A lone key decodes to neither.
    ///
    /// Complexity: O(n).
    static func isBase64(_ content: Span<UInt8>, _ range: Range<Int>, isWhole: Bool) -> Bool {
        var width = 0
        var lines = 0
        var index = range.lowerBound
        var isShort = false
        while index < range.upperBound {
            let end = content.firstIndex(of: 0x0A, in: index..<range.upperBound)
            var last = end
            while last > index, content[last - 1] == 0x0D || content[last - 1].isBlank { last -= 1 }
            if last > index {
                // Nothing follows a line that is shorter than the others.
                if isShort { return false }
                if lines == 0 { width = last - index }
                if last - index > width { return false }
                if last - index < width { isShort = end < range.upperBound || isWhole }
                var digitsEnd = last
                while digitsEnd > index, last - digitsEnd < 2, content[digitsEnd - 1] == 0x3D { digitsEnd -= 1 }
                for place in index..<digitsEnd where !Base64Decoder.isDigit(content[place]) { return false }
                lines += 1
            } else if lines > 0 {
                isShort = true
            }
            index = end + 1
        }
        guard width >= 40, width % 4 == 0 || lines == 1 else { return false }
        var decoder = Base64Decoder()
        var decoded = ByteBuffer()
        var foreign = ByteBuffer()
        decoder.decode(content, range, into: &decoded, foreign: &foreign)
        return isMeaningful(decoded.storage.span.extracting(decoded.start..<decoded.end))
    }

    /// Whether bytes are text, or begin as files of some common formats do.
    private static func isMeaningful(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= 16 else { return false }
        let marks: [[UInt8]] = [
            [0x50, 0x4B, 0x03, 0x04], [0x25, 0x50, 0x44, 0x46], [0x1F, 0x8B, 0x08], [0x89, 0x50, 0x4E, 0x47],
            [0xFF, 0xD8, 0xFF], [0xD0, 0xCF, 0x11, 0xE0], [0xFF, 0xFE], [0xFE, 0xFF], [0x78, 0x9F, 0x3E, 0x22],
        ]
        if marks.contains(where: { mark in mark.indices.allSatisfy { bytes[$0] == mark[$0] } }) { return true }
        var strange = 0
        var zeros = 0
        for index in 0..<bytes.count {
            let byte = bytes[index]
            if byte == 0 { zeros += 1 }
            if byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F { strange += 1 }
            if byte >= 0x80, !isUTF8(bytes, at: index) { strange += 1 }
        }
        return strange * 50 < bytes.count || zeros * 5 > bytes.count * 2 && zeros * 5 < bytes.count * 3
    }

    /// Whether a byte of 128 and more can be part of UTF-8 where it stands.
    private static func isUTF8(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        let byte = bytes[index]
        if byte >= 0xC2 && byte <= 0xF4 {
            return index + 1 == bytes.count || bytes[index + 1] & 0xC0 == 0x80
        }
        return byte & 0xC0 == 0x80 && index > 0 && bytes[index - 1] >= 0x80
    }
}
