/// A part of a text that is taken for one encoded text.
struct EncodedRegion: Hashable {
    /// How much is taken for one text. All ways are tried: which is right, only what comes out can tell.
    enum Extent: Int {
        /// Lines, or string literals, that follow each other.
        case joined

        /// A run and the bytes around it that may belong to it.
        case grown

        /// A run by itself.
        case run
    }

    /// Its parts in the text, in order.
    let pieces: [Range<Int>]
    let extent: Extent

    var bounds: Range<Int> { (pieces.first?.lowerBound ?? 0)..<(pieces.last?.upperBound ?? 0) }

    /// The run without the letter of an escape such as `\n` at its start.
    static func withoutEscapeLetter(_ run: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
        guard run.lowerBound > 0, text[run.lowerBound - 1] == UInt8(ascii: "\\"),
            [UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t")].contains(text[run.lowerBound])
        else { return run }
        return run.lowerBound + 1..<run.upperBound
    }
}
