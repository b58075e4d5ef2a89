import Blobs

/// The text that a match was found in.
enum TextView: Hashable {
    /// The blob's bytes as they stand.
    case bytes

    /// The whole blob, decoded.
    case whole(TextEncoding)

    /// A stretch of the blob, decoded by itself.
    case region(TextEncoding)

    /// What the text was decoded from; `nil` for bytes as they stand.
    var encoding: TextEncoding? {
        switch self {
        case .bytes: nil
        case .whole(let encoding), .region(let encoding): encoding
        }
    }

    /// Where the same match is in several texts, it is told of the one with the lowest rank.
    var rank: Int {
        switch self {
        case .bytes: 0
        case .whole: 1
        case .region: 2
        }
    }
}
