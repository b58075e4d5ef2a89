/// ASCIIHexDecode (ISO 32000-2, 7.4.2). It makes bytes fewer, so it keeps any limit that its input kept.
enum ASCIIHexDecoder {
    static func decode(_ bytes: [UInt8], limit: Int) -> DecodedBytes {
        var lexer = Lexer(bytes)
        guard case .string(let string) = lexer.hexString() else {
            // The end mark is missing.
            lexer = Lexer(bytes + [UInt8(ascii: ">")])
            guard case .string(let string) = lexer.hexString() else { return DecodedBytes(isDamaged: true) }
            return DecodedBytes(bytes: string.bytes)
        }
        return DecodedBytes(bytes: string.bytes)
    }
}
