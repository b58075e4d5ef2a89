/// What is known while a cell is searched for encoded text.
struct DecodingCell {
    /// The offset of its window in the blob.
    let origin: Int

    /// Where the cell lies in its window.
    let range: Range<Int>

    /// Whether the blob may go on behind the text that is searched.
    var isCut: Bool

    /// Bytes that may still be decoded.
    var bytesLeft: Int
    var found: [FoundMatch] = []
}
