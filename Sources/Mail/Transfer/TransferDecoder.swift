/// Undoes the transfer encoding of a part, piece by piece.
struct TransferDecoder {
    private(set) var encoding = MailEncoding.identity
    private var base64 = Base64Decoder()
    private var quotedPrintable = QuotedPrintableDecoder()

    /// Whether there were bytes that do not belong to the encoding.
    var isDamaged: Bool { base64.foreignCount > 0 || quotedPrintable.foreignCount > 0 }

    init(_ encoding: MailEncoding = .identity) {
        self.encoding = encoding
    }

    /// Decodes what can be decoded; encodings that are made of lines are left to those who look for them in texts.
    mutating func decode(
        _ input: Span<UInt8>, _ range: Range<Int>, into output: inout ByteBuffer, foreign: inout ByteBuffer
    ) {
        switch encoding {
        case .base64: base64.decode(input, range, into: &output, foreign: &foreign)
        case .quotedPrintable: quotedPrintable.decode(input, range, into: &output)
        case .identity, .uuencode, .yEnc: output.append(input, range)
        }
    }

    mutating func finish(into output: inout ByteBuffer) {
        switch encoding {
        case .base64: base64.finish(into: &output)
        case .quotedPrintable: quotedPrintable.finish(into: &output)
        case .identity, .uuencode, .yEnc: break
        }
    }
}
