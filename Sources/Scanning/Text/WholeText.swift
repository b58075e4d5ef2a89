import Blobs

/// A blob that is text in a wide encoding as a whole, and how far its lines have been counted.
struct WholeText {
    let encoding: TextEncoding

    /// Counts in the decoded text.
    private(set) var cursor = TextCursor()

    /// The offset in the blob of the scalar where the cursor is. Decoding starts here, so that no pair of surrogates is
    /// ever cut.
    private var source: Int

    init(_ encoding: TextEncoding, markLength: Int) {
        self.encoding = encoding
        source = markLength
    }

    /// Decodes a segment that begins at `origin`, from the cursor on.
    func decode(_ segment: Span<UInt8>, origin: Int, into decoded: inout DecodedText) {
        let start = min(source - origin, segment.count)
        decoded.decode(segment, range: start..<segment.count, encoding: encoding)
    }

    /// Moves to where the next segment may begin.
    ///
    /// - Parameter context: bytes before the next core that the next segment holds.
    mutating func advance(
        over decoded: DecodedText, origin: Int, core: Range<Int>, continuation: Scanner.Continuation, context: Int
    ) {
        switch continuation {
        case .end: break
        case .adjacent: advance(over: decoded, origin: origin, to: core.upperBound - context)
        case .hole(let until):
            advance(over: decoded, origin: origin, to: core.upperBound)
            let width = encoding.unitWidth
            let units = max(0, until - source + width - 1) / width
            cursor.advance(over: TextStretch(zeros: units))
            source += units * width
        }
    }

    private mutating func advance(over decoded: DecodedText, origin: Int, to target: Int) {
        guard origin + target > source else { return }
        let end = decoded.decodedOffset(ofSource: target)
        cursor.advance(over: TextStretch(decoded.bytes.span.extracting(0..<end)))
        source = origin + decoded.sourceOffset(ofDecoded: end)
    }
}
