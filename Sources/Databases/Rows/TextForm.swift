/// How a text is to be written behind the name of its column.
struct TextForm {
    /// Whether it has lines of its own.
    let hasLines: Bool

    /// What stands around it; `nil` for nothing.
    let quote: UInt8?

    /// - Complexity: O(n) in the length of the text, which is not empty.
    init(_ text: Span<UInt8>, longestQuoted: Int) {
        // Masks instead of branches: the loop over most values is short.
        var (breaks, double, single, back) = (UInt8(0), UInt8(0), UInt8(0), UInt8(0))
        for index in text.indices {
            let byte = text[index]
            breaks |= byte == 0x0A || byte == 0x0D ? 1 : 0
            double |= byte == 0x22 ? 1 : 0
            single |= byte == 0x27 ? 1 : 0
            back |= byte == 0x60 ? 1 : 0
        }
        hasLines = breaks != 0
        // A backslash in front of the quote would take it into the text.
        let isOpen = breaks != 0 || text.count > longestQuoted || text[text.count - 1] == UInt8(ascii: "\\")
        quote =
            isOpen || double & single & back != 0
            ? nil : double == 0 ? UInt8(ascii: "\"") : single == 0 ? UInt8(ascii: "'") : UInt8(ascii: "`")
    }
}
