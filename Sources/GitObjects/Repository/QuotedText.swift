/// Texts that git quotes as C does: paths with bytes that would be misread.
///
/// Format: git's Documentation/git-config, `core.quotePath`.
enum QuotedText {
    /// What a text between double quotes stands for, and where what follows it starts.
    ///
    /// `nil` when the bytes do not begin with a quote, when it does not end, or an escape is none.
    ///
    /// Complexity: O(n) in the length of the quoted text.
    static func unquote(_ quoted: ArraySlice<UInt8>) -> (text: [UInt8], end: Int)? {
        guard quoted.first == UInt8(ascii: "\"") else { return nil }
        var text: [UInt8] = []
        var index = quoted.startIndex + 1
        while index < quoted.endIndex {
            let byte = quoted[index]
            index += 1
            if byte == UInt8(ascii: "\"") { return (text, index) }
            if byte != UInt8(ascii: "\\") {
                text.append(byte)
                continue
            }
            guard let escaped = escape(quoted, at: &index) else { return nil }
            text.append(escaped)
        }
        return nil
    }

    private static func escape(_ quoted: ArraySlice<UInt8>, at index: inout Int) -> UInt8? {
        guard index < quoted.endIndex else { return nil }
        let byte = quoted[index]
        index += 1
        switch byte {
        case UInt8(ascii: "a"): return 7
        case UInt8(ascii: "b"): return 8
        case UInt8(ascii: "t"): return 9
        case UInt8(ascii: "n"): return 10
        case UInt8(ascii: "v"): return 11
        case UInt8(ascii: "f"): return 12
        case UInt8(ascii: "r"): return 13
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
        case UInt8(ascii: "0")...UInt8(ascii: "3"):
            var value = byte & 7
            for _ in 0..<2 {
                guard index < quoted.endIndex, case let digit = quoted[index] &- UInt8(ascii: "0"), digit < 8 else {
                    return nil
                }
                value = value << 3 | digit
                index += 1
            }
            return value
        default: return nil
        }
    }
}
