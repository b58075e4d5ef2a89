/// Leads from offsets in a searched text to offsets in its blob.
enum SourceMap {
    /// The text is the blob's bytes from `origin` on.
    case identity(origin: Int)

    /// The text was decoded from a segment that begins at `origin`.
    case decoded(DecodedText, origin: Int)

    /// The blob's bytes behind a range of the text, half-open.
    ///
    /// - Precondition: `range` is not empty.
    func sourceRange(of range: Range<Int>) -> Range<Int> {
        switch self {
        case .identity(let origin): range.shifted(by: origin)
        case .decoded(let text, let origin): text.sourceRange(ofDecoded: range).shifted(by: origin)
        }
    }
}
