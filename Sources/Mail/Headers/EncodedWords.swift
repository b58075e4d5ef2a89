/// Decodes encoded words (RFC 2047) in the value of a field, and unfolds it.
enum EncodedWords {
    /// The longest encoded word that is taken for one; RFC 2047 allows 75 bytes.
    static let longestWord = 2048

    /// Appends a value in UTF-8, as far as its charsets are known, without its line breaks. White space between two
    /// encoded words is not part of the text.
    ///
    /// - Complexity: O(n).
    static func decode(_ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout ByteBuffer) {
        var index = range.lowerBound
        var blanks: Range<Int>?
        while index < range.upperBound {
            if bytes[index] == 0x3D, let word = word(bytes, index..<range.upperBound) {
                blanks = nil
                append(bytes, word, into: &output)
                index = word.end
                // What follows may be white space and a word.
                var next = index
                while next < range.upperBound, bytes[next].isBlank || bytes[next] == 0x0A || bytes[next] == 0x0D {
                    next += 1
                }
                if next > index { blanks = index..<next }
                index = next
                continue
            }
            if let gap = blanks {
                unfold(bytes, gap, into: &output)
                blanks = nil
            }
            let next = bytes.firstIndex(of: 0x3D, in: index + 1..<range.upperBound)
            unfold(bytes, index..<next, into: &output)
            index = next
        }
    }

    /// The value as text, at most `limit` bytes of it.
    static func text(_ bytes: Span<UInt8>, _ range: Range<Int>, limit: Int) -> String {
        var output = ByteBuffer()
        decode(bytes, range.lowerBound..<min(range.upperBound, range.lowerBound + limit * 4), into: &output)
        var start = output.start
        var end = output.end
        while start < end, output.storage[start] <= 0x20 { start += 1 }
        end = min(end, start + limit)
        while end > start, output.storage[end - 1] <= 0x20 { end -= 1 }
        return String(decoding: output.storage[start..<end], as: UTF8.self)
    }

    private static func unfold(_ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout ByteBuffer) {
        var index = range.lowerBound
        while index < range.upperBound {
            let end = bytes.firstIndex(of: 0x0A, in: index..<range.upperBound)
            output.append(bytes, index..<end)
            index = end + 1
        }
    }

    private struct Word {
        let charset: Range<Int>
        let isBase64: Bool
        let text: Range<Int>
        let end: Int
    }

    /// The encoded word at the start of `range`, if there is one.
    private static func word(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Word? {
        let limit = min(range.upperBound, range.lowerBound + longestWord)
        var index = range.lowerBound + 2
        guard index < limit, bytes[index - 1] == 0x3F else { return nil }
        let charset = index
        while index < limit, index - charset < 64, bytes[index] > 0x20, bytes[index] != 0x3F { index += 1 }
        guard index + 3 < limit, bytes[index] == 0x3F, bytes[index + 2] == 0x3F else { return nil }
        let kind = bytes[index + 1].lowercasedASCII
        guard kind == 0x62 || kind == 0x71 else { return nil }
        let charsetEnd = index
        index += 3
        let text = index
        while index + 1 < limit {
            if bytes[index] == 0x3F {
                // A question mark in the text would be encoded, and looking past it could cost much.
                guard bytes[index + 1] == 0x3D else { return nil }
                return Word(
                    charset: charset..<charsetEnd, isBase64: kind == 0x62, text: text..<index, end: index + 2)
            }
            if bytes[index] == 0x0A { return nil }
            index += 1
        }
        return nil
    }

    private static func append(_ bytes: Span<UInt8>, _ word: Word, into output: inout ByteBuffer) {
        var decoded = ByteBuffer()
        if word.isBase64 {
            var decoder = Base64Decoder()
            var foreign = ByteBuffer()
            decoder.decode(bytes, word.text, into: &decoded, foreign: &foreign)
            decoder.finish(into: &decoded)
        } else {
            decodeQ(bytes, word.text, into: &decoded)
        }
        var label = String(decoding: bytes.bytes(in: word.charset), as: UTF8.self).lowercased()
        if let star = label.firstIndex(of: "*") { label = String(label[..<star]) }
        CharsetText.append(decoded, label: label, into: &output)
    }

    private static func decodeQ(_ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout ByteBuffer) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte == 0x5F {
                output.append(0x20)
            } else if byte == 0x3D, index + 2 < range.upperBound, let high = bytes[index + 1].hexValue,
                let low = bytes[index + 2].hexValue
            {
                output.append(high << 4 | low)
                index += 2
            } else {
                output.append(byte)
            }
            index += 1
        }
    }
}
