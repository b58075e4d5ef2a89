/// The message of a TNEF stream, and behind it the bytes that could not be read as attributes.
final class TNEFSequence: OutlookItemSequence {
    private let offset: Int
    private var stream: TNEFStream?
    private var rest: BytesInRange?

    /// - Throws: `.otherFormat` if it is none.
    init(_ bytes: any StoredBytes) throws(OutlookError) {
        let stream = try TNEFStream(bytes)
        self.stream = stream
        rest = stream.rest
        offset = bytes.offset
    }

    func next() throws(OutlookError) -> OutlookItem? {
        if let stream {
            self.stream = nil
            return .message(TNEFMessageOpener.message(stream, offset: offset))
        }
        guard let rest else { return nil }
        self.rest = nil
        return .fragment(PlainContent(rest), offset: rest.offset)
    }
}
