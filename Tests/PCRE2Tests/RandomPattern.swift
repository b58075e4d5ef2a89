/// Small patterns and subjects over the same few bytes, so that many of them match.
enum RandomPattern {
    private static let items = [
        "a", "b", "c", "ab", ".", "[ab]", "[^a]", "[b-c0]", #"\d"#, #"\w"#, #"\s"#, #"\b"#, #"\B"#, "^", "$", #"\xff"#,
        #"\x00"#, #"[\x80-\xff]"#, #"\R"#, #"\1"#, #"\A"#, #"\z"#, #"\Z"#, "[[:alpha:]]", #"\h"#, #"\N"#, "(?=a)",
        "(?!b)", "(?<=a)",
        "(?<!ab)", "(?<=b|cc)", "0",
    ]
    private static let quantifiers = [
        "", "", "", "", "*", "+", "?", "*?", "+?", "??", "*+", "++", "{2}", "{1,3}", "{2,}?",
    ]
    private static let openings = ["(", "(", "(?:", "(?:", "(?>", "(?=", "(?!", "(?i:", "(?s:", "(?m:", "(?|"]

    /// What only `RejecterTests` asks for: more of the syntax that `PatternParser` reads, and blanks that `(?x)` skips.
    private static let rareItems = [
        " ", "# b\n", "(?#)", #"\Qa\E"#, #"\Q\E"#, #"\Qa|b"#, #"\E"#, "{", "{a", "a{", "[]a]", "[^]a]", "[a-]", "[[:a]",
        "[[:^digit:]b]", "[[:upper:]0]", #"[\d-]"#, #"[^\W]"#, #"[\n-\r]"#, #"\D"#, #"\S"#, #"\W"#, #"\H"#, #"\V"#,
        #"\v"#,
        #"\x61"#, #"\x{62}"#, #"\141"#, #"\o{142}"#, #"\060"#, #"\n"#, #"\r"#, #"\cJ"#, #"\cm"#, #"\G"#, #"\k<n>"#,
        #"\g1"#,
        "(?i)", "(?x)", "(?-i)", "(?s)", "(?m)", "(?^)", "(?-x)", "(?i-s)", "(?<n>a|b)", "(?'m'b)", "(?P<o>c)",
        "(?P=n)", "(?(1)a|b)", "(?(1)a)", "(?(?=a)a|b)", "(?=[ab])", "(?!a|bc)", "(?!(?:a|[bc]))", "(?=a|$)", "(?=ab)",
        #"(?!\n)"#, "(?<![ab])", "(?<!a|b|c)", "(?<=a|bc)", "(?<=^|a)", "(?<=ab|c)", "(?<=[ab]{2})",
        "(?<=a(?!b)[bc]|0)", "(?<=(?:a|b)c)", "(?<=^b)",
        "(?<=aab|bb)", ".*", ".{0,20}?", "(?=b*)", "(?!a+)", "(?!a{2})", "{0}", "{0,2}",
        "{2,3}?", "{1,20}", "{3}", " ?", " +", "(?U)", #"(?<=\ba)"#, #"(?=\bb)"#, "A", "Bb",
    ]

    static func source(using generator: inout SeededGenerator) -> String {
        alternation(depth: 3, using: &generator)
    }

    /// A source with pieces at random places that may break it, or make something else of it.
    static func rareSource(using generator: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            if Bool.random(using: &generator) { text += alternation(depth: 2, using: &generator) }
            for _ in 0..<Int.random(in: 1...2, using: &generator) {
                text += rareItems.random(using: &generator) + quantifiers.random(using: &generator)
            }
        }
        return text
    }

    private static func alternation(depth: Int, using generator: inout SeededGenerator) -> String {
        let count = Int.random(in: 1...2, using: &generator)
        return (0..<count).map { _ in sequence(depth: depth, using: &generator) }.joined(separator: "|")
    }

    private static func sequence(depth: Int, using generator: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            if depth > 0, Int.random(in: 0..<3, using: &generator) == 0 {
                text += openings.random(using: &generator) + alternation(depth: depth - 1, using: &generator) + ")"
            } else {
                text += items.random(using: &generator)
            }
            text += quantifiers.random(using: &generator)
        }
        return text
    }

    static func subject(using generator: inout SeededGenerator) -> [UInt8] {
        let alphabet = Array("aaaabbbcc0AB \n\r".utf8) + [0x00, 0xFF, 0xE9]
        return (0..<Int.random(in: 0...24, using: &generator)).map { _ in alphabet.random(using: &generator) }
    }
}
