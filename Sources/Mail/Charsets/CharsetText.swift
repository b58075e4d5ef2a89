/// Short texts of headers in UTF-8.
enum CharsetText {
    /// Appends bytes in the charset of a label: UTF-8 and one-byte Latin exactly, of others what is ASCII.
    static func append(_ bytes: ByteBuffer, label: String, into output: inout ByteBuffer) {
        let charset = MailCharset(label: label)
        let span = bytes.storage.span
        if case .latin = charset {
            for index in bytes.start..<bytes.end {
                output.append(scalar: span[index] == 0xA0 ? 0x20 : UInt32(span[index]))
            }
        } else if case .wide = charset, label.hasPrefix("utf-16") {
            // Pairs; surrogates are of no interest in a header.
            var index = bytes.start
            let isLittle = label.hasSuffix("le")
            while index + 1 < bytes.end {
                let first = UInt32(span[index])
                let second = UInt32(span[index + 1])
                output.append(scalar: isLittle ? second << 8 | first : first << 8 | second)
                index += 2
            }
        } else {
            var converter = CharsetConverter(charset)
            _ = converter.convert(span, bytes.start..<bytes.end, isLast: true, into: &output)
        }
    }
}
