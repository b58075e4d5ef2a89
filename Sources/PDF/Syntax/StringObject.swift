/// A string of a PDF file, without its brackets and escapes.
struct StringObject: Hashable {
    let bytes: [UInt8]

    /// Whether the file holds just these bytes, between round brackets.
    let isVerbatim: Bool
}
