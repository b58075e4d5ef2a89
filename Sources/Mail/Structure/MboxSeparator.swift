/// Tells the lines between the messages of a mailbox (RFC 4155, and what programs write).
enum MboxSeparator {
    /// How many bytes from the start of a line are looked at.
    static let lookahead = 2048

    private static let days: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    private static let months: Set<String> = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// What a line that begins with `From ` is.
    enum Kind: Hashable, Sendable {
        /// No separator: the text of a message.
        case none
        case separator

        /// The first line of a patch as git writes it: one in a mailbox of patches.
        case patch
    }

    /// - Parameter range: from the start of the line to the end of what is known, with the line behind it.
    /// - Complexity: O(1).
    static func kind(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Kind {
        guard bytes.hasText("from ", at: range.lowerBound), bytes[range.lowerBound] == 0x46 else { return .none }
        let window = range.lowerBound..<min(range.upperBound, range.lowerBound + lookahead)
        let end = bytes.firstIndex(of: 0x0A, in: window)
        guard end < window.upperBound, end - range.lowerBound <= 1024 else { return .none }
        var start = end + 1
        var next = bytes.firstIndex(of: 0x0A, in: start..<window.upperBound)
        // Some mailers leave the line of another mailbox in the header.
        if bytes.hasText(">from ", at: start), next < window.upperBound {
            start = next + 1
            next = bytes.firstIndex(of: 0x0A, in: start..<window.upperBound)
        }
        let line = start..<next
        // What does not begin with a header belongs to the message before, whatever its first line looks like.
        guard HeaderSyntax.nameEnd(bytes, line) != nil else { return .none }
        let words = bytes.bytes(in: range.lowerBound + 5..<end).split { $0 <= 0x20 }.prefix(24)
        if isDated(words) {
            if words.count == 6, words.first?.count == 40 || words.first?.count == 64,
                words.last.map(isMagicYear) == true,
                words.first?.allSatisfy({ $0.hexValue != nil }) == true
            {
                return .patch
            }
            return .separator
        }
        // Without a date, only the form that programs write: a sender or nothing, and a field of mail behind it.
        return words.count <= 1 && MailField.begins(bytes, line) ? .separator : .none
    }

    private static func isMagicYear(_ word: ArraySlice<UInt8>) -> Bool { Array(word) == Array("2001".utf8) }

    /// Whether a weekday, a month, a day and a time are among the words, in this order.
    private static func isDated(_ words: ArraySlice<ArraySlice<UInt8>>) -> Bool {
        var isBehindDay = false
        var isBehindMonth = false
        for word in words {
            if isBehindMonth, word.contains(0x3A), word.first?.isDigit == true { return true }
            guard word.count == 3 else { continue }
            let text = String(decoding: word, as: UTF8.self).lowercased()
            if days.contains(text) {
                isBehindDay = true
            } else if isBehindDay, months.contains(text) {
                isBehindMonth = true
            }
        }
        return false
    }
}
