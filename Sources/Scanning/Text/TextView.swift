import Blobs

/// The text that a match was found in.
enum TextView: Hashable {
    /// The blob's bytes as they stand.
    case bytes

    /// The whole blob, decoded.
    case whole(TextEncoding)

    /// A stretch of the blob, decoded by itself.
    case region(TextEncoding)

    /// A part of the blob that was written in another encoding, or in several, outermost first. How much of it was
    /// taken for one text is told apart.
    case encoded([Encoding], extent: EncodedRegion.Extent)

    /// What the text was decoded from, outermost first; empty for bytes as they stand.
    var encodings: [Encoding] {
        switch self {
        case .bytes: []
        case .whole(let encoding), .region(let encoding): [Encoding(encoding)]
        case .encoded(let encodings, _): encodings
        }
    }

    /// Where the same match is in several texts, it is told of the one with the lowest rank.
    var rank: Int {
        switch self {
        case .bytes: 0
        case .whole: 1
        case .region: 2
        case .encoded(let encodings, let extent): 3 * encodings.count + extent.rawValue
        }
    }
}
