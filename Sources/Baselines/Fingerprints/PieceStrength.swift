import Rules

/// The price of a text when it is taken apart into runs, repetitions and words: see `SecretStrength`.
struct PieceStrength {
    private static let pieceBits = 6.0
    private static let shortestRun = 3
    private static let shortestWord = 4
    private static let mostConsonants = 4

    private let text: [UInt8]

    /// In bits.
    ///
    /// - Complexity: O(n²).
    static func bits(of text: [UInt8]) -> Double {
        let strength = PieceStrength(text: text)
        var bits = 0.0
        var position = 0
        while position < text.count {
            let piece = strength.piece(at: position)
            bits += piece.bits
            position += piece.length
        }
        return bits
    }

    private func piece(at start: Int) -> (length: Int, bits: Double) {
        let run = runLength(at: start)
        let copy = copyLength(at: start)
        let word = wordLength(at: start)
        if run >= Self.shortestRun, run >= max(copy, word) { return (run, Self.pieceBits + Double(run)) }
        if copy >= Self.shortestRun, copy >= word { return (copy, Self.pieceBits) }
        if word >= Self.shortestWord { return (word, 1.5 * Double(word)) }
        let kind = CharacterClass(text[start])
        if kind == .mark, text[..<start].contains(text[start]) { return (1, 2) }
        return (1, ByteEntropy.binaryLogarithm(Double(kind.size)))
    }

    /// How many bytes from here on are each a neighbour of the one before.
    private func runLength(at start: Int) -> Int {
        var end = start + 1
        while end < text.count, Self.areNeighbours(text[end - 1], text[end]) { end += 1 }
        return end - start
    }

    /// How many bytes from here on stand the same further left; the two may overlap.
    private func copyLength(at start: Int) -> Int {
        var longest = 0
        for source in 0..<start {
            var length = 0
            while start + length < text.count, text[source + length] == text[start + length] { length += 1 }
            longest = max(longest, length)
        }
        return longest
    }

    /// How many bytes from here on can be spoken: letters of one case, but for a capital in front.
    private func wordLength(at start: Int) -> Int {
        var end = start
        var (consonants, vowels) = (0, 0)
        while end < text.count, consonants <= Self.mostConsonants, CharacterClass(text[end]).isLetter {
            if end > start + 1, CharacterClass(text[end]) != CharacterClass(text[end - 1]) { break }
            if end == start + 1, CharacterClass(text[end]) == .capital, CharacterClass(text[start]) == .lowerCase {
                break
            }
            let isVowel = Self.vowels.contains(text[end] | 0x20)
            vowels += isVowel ? 1 : 0
            consonants = isVowel ? 0 : consonants + 1
            end += 1
        }
        return vowels > 0 && consonants <= Self.mostConsonants ? end - start : 0
    }

    private static func areNeighbours(_ left: UInt8, _ right: UInt8) -> Bool {
        let (left, right) = (lowered(left), lowered(right))
        if left.distance(to: right).magnitude <= 1 { return true }
        return rows.contains { row in
            row.indices.dropFirst().contains { (row[$0 - 1], row[$0]) == (left, right) }
        }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        CharacterClass(byte) == .capital ? byte | 0x20 : byte
    }

    private static let vowels = Array("aeiouy".utf8)

    /// The letters of a keyboard, as they lie.
    private static let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "890"].map { Array($0.utf8) }
}
