import Blobs

/// UTF-16 in decoded bytes, as the commands have it that Windows takes in base64.
enum UTF16Layer {
    static func decode(_ layer: EncodedLayer, _ encoding: TextEncoding) -> EncodedLayer {
        var text = DecodedText()
        text.decode(layer.bytes.span, range: 0..<layer.bytes.count, encoding: encoding)
        var result = EncodedLayer(Encoding(encoding), in: layer)
        var start = 0
        while start < text.bytes.count {
            var end = start + 1
            while end < text.bytes.count, text.bytes[end] & 0xC0 == 0x80 { end += 1 }
            let source = text.sourceRange(ofDecoded: start..<end)
            for index in start..<end { result.append(text.bytes[index], from: source) }
            start = end
        }
        return result
    }
}
