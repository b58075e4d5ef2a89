/// Finds which of a list of words a text holds, in either case, in one walk.
///
/// The words are ASCII, lower case, at most 128 of them.
struct WordMarker: Sendable {
    static let most = 128

    private let words: [[UInt8]]

    /// For each first letter, where its words begin in `words`; one more entry than bytes.
    private let firstWord: [Int]

    /// The bit of each of `words`: its place in the list as it was given.
    private let bits: [Int]

    init(_ list: [String]) {
        precondition(list.count <= Self.most, "too many words for one set of marks")
        let sorted = list.enumerated().map { (word: Array($1.utf8), bit: $0) }
            .sorted { $0.word.lexicographicallyPrecedes($1.word) }
        words = sorted.map(\.word)
        bits = sorted.map(\.bit)
        firstWord = (0...256).map { byte in sorted.count { Int($0.word[0]) < byte } }
    }

    /// The words that `text` holds in `range`, as bits.
    ///
    /// - Complexity: O(n · w) for the w words that share a first letter.
    func marks(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt128 {
        var marks: UInt128 = 0
        for position in range {
            let first = Int(text[position].lowercased)
            for index in firstWord[first]..<firstWord[first + 1]
            where Self.holds(words[index], text, position..<range.upperBound) {
                marks |= 1 << UInt128(bits[index])
            }
        }
        return marks
    }

    private static func holds(_ word: [UInt8], _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard word.count <= range.count else { return false }
        for offset in 1..<max(1, word.count) where text[range.lowerBound + offset].lowercased != word[offset] {
            return false
        }
        return true
    }
}
