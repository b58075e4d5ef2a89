/// Tells a text that reads as words from one that was made at random.
enum Words {
    /// More bytes are rarely words, and more consonants in a row never.
    private static let longest = 24
    private static let mostConsonants = 4

    /// Whether all of the text are words: letters of one case, perhaps with a capital in front of each word, joined by
    /// `-`, `_`, `.` or a blank, perhaps with up to four digits at the end.
    ///
    /// - Complexity: O(n), and no more than `longest` bytes are looked at.
    static func areAll(of text: [UInt8]) -> Bool {
        guard text.count <= longest else { return false }
        var end = text.count
        while end > 0, text.count - end < 4, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[end - 1]) {
            end -= 1
        }
        var (consonants, letters, humps, lower) = (0, 0, 0, 0)
        var previous: UInt8 = 0
        for byte in text[..<end] {
            let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            let letter = byte | 0x20
            if joints.contains(byte) {
                consonants = 0
            } else if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter), byte >= UInt8(ascii: "A") {
                letters += 1
                if !isCapital { lower += 1 } else if letters > 1, !joints.contains(previous) { humps += 1 }
                consonants = vowels.contains(letter) ? 0 : consonants + 1
                if consonants > mostConsonants { return false }
            } else {
                return false
            }
            previous = byte
        }
        return letters >= 3 && (humps <= 2 || lower == 0)
    }

    private static let joints = Array("-_. ".utf8)
    private static let vowels = Array("aeiouy".utf8)
}
