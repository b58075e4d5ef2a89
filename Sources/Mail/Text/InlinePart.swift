/// What stands encoded in a text, without a header of its own.
struct InlinePart {
    enum Kind: String, Sendable {
        /// Lines of uuencode or xxencode.
        case uu

        /// `begin-base64` (POSIX, `uuencode -m`).
        case base64 = "b64"
        case yEnc = "yenc"

        /// An encrypted message (RFC 9580, section 6).
        case pgp

        /// The value of a property of a calendar or contact.
        case attachment = "attach"

        var encoding: MailEncoding {
            switch self {
            case .uu: .uuencode
            case .yEnc: .yEnc
            case .base64, .attachment: .base64
            case .pgp: .identity
            }
        }
    }

    let kind: Kind
    var name: [UInt8] = []
    var mediaType = "application/octet-stream"

    /// Bytes of the line that says so, which are not part of it.
    var headLength = 0

    /// Decodes lines up to the one that ends the part, of the kinds that have no decoder with lines of its own.
    ///
    /// - Returns: how many bytes were taken, and whether the part is over.
    /// - Complexity: O(n).
    func lines(
        _ bytes: Span<UInt8>, _ range: Range<Int>, isLast: Bool, decoder: inout Base64Decoder,
        into output: inout ByteBuffer
    ) -> (taken: Int, ended: Bool) {
        var foreign = ByteBuffer()
        var index = range.lowerBound
        var ended = false
        while index < range.upperBound, !ended {
            let end = bytes.firstIndex(of: 0x0A, in: index..<range.upperBound)
            if end == range.upperBound, !isLast, end - index < 1024 { break }
            var next = min(end + 1, range.upperBound)
            if kind == .attachment {
                // The value goes on in lines that begin with a blank.
                if end + 1 == range.upperBound, !isLast { break }
                ended = end < range.upperBound && !(next < range.upperBound && bytes[next].isBlank)
                decoder.decode(bytes, index..<next, into: &output, foreign: &foreign)
            } else if kind == .base64 {
                ended = bytes.hasText("====", at: index)
                if !ended { decoder.decode(bytes, index..<next, into: &output, foreign: &foreign) }
            } else {
                ended = bytes.hasText("-----end pgp message", at: index)
                if end == range.upperBound, !isLast { next = end }
                output.append(bytes, index..<next)
            }
            foreign.removeAll()
            index = next
        }
        if ended || isLast { decoder.finish(into: &output) }
        return (index - range.lowerBound, ended || isLast)
    }
}
