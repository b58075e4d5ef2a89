/// Finds which of a list of words a text holds, in either case, in one walk.
///
/// The words are ASCII, lower case, at most 128 of them.
struct WordMarker: Sendable {
    static let most = 128

    private struct Word: Sendable {
        /// Its first eight letters, the first one lowest, and where they stand.
        let beginning: UInt64
        let mask: UInt64

        /// The letters behind them.
        let rest: [UInt8]

        /// Its place in the list as it was given.
        let bit: UInt128

        init(_ letters: [UInt8], bit: Int) {
            beginning = letters.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
            mask = letters.prefix(8).reduce(0) { mask, _ in mask << 8 | 0xFF }
            rest = Array(letters.dropFirst(8))
            self.bit = 1 << UInt128(bit)
        }
    }

    /// For each pair of bytes behind each other the words that may begin with it; those of one letter stand in many.
    private let words: [Word]

    /// For each pair where its words begin in `words`; one more entry than pairs.
    private let firstWord: [UInt16]

    init(_ list: [String]) {
        precondition(list.count <= Self.most, "too many words for one set of marks")
        var buckets: [[Word]] = Array(repeating: [], count: Self.pairs)
        for (bit, text) in list.enumerated() {
            let word = Word(Array(text.utf8), bit: bit)
            let pair = Self.pair(word.beginning)
            // Any byte may stand behind a word of one letter.
            let seconds = word.mask == 0xFF ? pair..<pair + 32 : pair..<pair + 1
            for pair in seconds { buckets[pair].append(word) }
        }
        words = Array(buckets.joined())
        firstWord = buckets.reduce(into: [0]) { $0.append($0[$0.endIndex - 1] + UInt16($1.count)) }
    }

    /// The words that `text` holds in `range`, as bits.
    ///
    /// - Complexity: O(n · w) for the w words that may begin with the same two bytes.
    func marks(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt128 {
        var marks: UInt128 = 0
        // The eight bytes from the position on; behind the range there are zeros.
        var window: UInt64 = 0
        for position in range.reversed() {
            window = window << 8 | UInt64(text[position].lowercased)
            let pair = Self.pair(window)
            for index in Int(firstWord[pair])..<Int(firstWord[pair + 1])
            where words[index].beginning == window & words[index].mask {
                if words[index].rest.isEmpty || Self.has(words[index].rest, text, position + 8..<range.upperBound) {
                    marks |= words[index].bit
                }
            }
        }
        return marks
    }

    private static let pairs = 1024

    /// The five low bits of the first two bytes: others share them, and are told apart when words are compared.
    private static func pair(_ window: UInt64) -> Int {
        Int(window & 0x1F) << 5 | Int(window >> 8 & 0x1F)
    }

    private static func has(_ rest: [UInt8], _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard rest.count <= range.count else { return false }
        return rest.indices.allSatisfy { text[range.lowerBound + $0].lowercased == rest[$0] }
    }
}
