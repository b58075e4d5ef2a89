/// Text from a rule file as it may stand in a message: in quotes, shortened, without control characters.
struct Quotation: CustomStringConvertible {
    private static let limit = 60
    let description: String

    init(_ text: String) {
        let isLong = text.unicodeScalars.count > Self.limit
        var shown = "'"
        for scalar in text.unicodeScalars.prefix(Self.limit) {
            shown += scalar.isASCII && scalar.value >= 0x20 && scalar.value != 0x7F ? String(scalar) : "\u{FFFD}"
        }
        description = shown + (isLong ? "…'" : "'")
    }
}
