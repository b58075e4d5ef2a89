import Blobs

/// A part that is given next, and how its bytes are had.
struct PendingPart {
    /// The section within its message, such as `H` or `2`.
    var section: String
    var name: RawPath?
    let kind: OutlookPart.Kind
    let offset: Int

    /// See `OutlookPart.codePage`.
    var codePage: Int?
    let content: any PartContent
}
