/// Compresses RTF for tests, from [MS-OXRTFCP].
enum RichTextWriter {
    /// Repeats are looked for in what was written before, not in the dictionary.
    static func compressed(_ text: [UInt8]) -> [UInt8] {
        let start = 207
        var tokens: [(isReference: Bool, bytes: [UInt8])] = []
        var at = 0
        while at < text.count {
            var best = (length: 0, place: 0)
            for from in max(0, at - 600)..<at where text[from] == text[at] {
                var length = 0
                while length < 17, at + length < text.count, text[from + length] == text[at + length] { length += 1 }
                if length > best.length { best = (length, from) }
            }
            if best.length >= 2 {
                tokens.append((true, reference((start + best.place) & 4095, best.length - 2)))
                at += best.length
            } else {
                tokens.append((false, [text[at]]))
                at += 1
            }
        }
        tokens.append((true, reference((start + text.count) & 4095, 0)))
        var body: [UInt8] = []
        for first in stride(from: 0, to: tokens.count, by: 8) {
            let run = tokens[first..<min(first + 8, tokens.count)]
            var control: UInt8 = 0
            for (bit, token) in run.enumerated() where token.isReference { control |= 1 << UInt8(bit) }
            body.append(control)
            for token in run { body += token.bytes }
        }
        return Little.four(body.count + 12) + Little.four(text.count) + Array("LZFu".utf8) + Little.four(0) + body
    }

    static func uncompressed(_ text: [UInt8]) -> [UInt8] {
        Little.four(text.count + 12) + Little.four(text.count) + Array("MELA".utf8) + Little.four(0) + text
    }

    private static func reference(_ place: Int, _ length: Int) -> [UInt8] {
        [UInt8(place >> 4), UInt8((place & 15) << 4 | length)]
    }
}
