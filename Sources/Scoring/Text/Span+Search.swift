/// Comparing the bytes of a window with fixed words.
///
/// The words are literals: such a `String` is a constant or fits into its own 16 bytes, so none is ever allocated.
extension Span where Element == UInt8 {
    /// True if the bytes in `range` are exactly `word`.
    func holds(_ word: String, at range: Range<Int>) -> Bool {
        range.count == word.utf8.count && starts(with: word, at: range.lowerBound)
    }

    /// True if `word` begins at `position` and ends inside the span.
    func starts(with word: String, at position: Int) -> Bool {
        let letters = word.utf8.span
        guard position >= 0, count - position >= letters.count else { return false }
        for offset in letters.indices where letters[offset] != self[position + offset] { return false }
        return true
    }

    /// Where `word` first begins in `range`, or `nil`.
    ///
    /// Complexity: O(n · m); the words are short and the ranges are single matches.
    func firstIndex(of word: String, in range: Range<Int>) -> Int? {
        let letters = word.utf8.span
        guard let first = letters.isEmpty ? nil : letters[0] else { return nil }
        var position = range.lowerBound
        while range.upperBound - position >= letters.count {
            if self[position] == first, starts(with: word, at: position) { return position }
            position += 1
        }
        return nil
    }
}
