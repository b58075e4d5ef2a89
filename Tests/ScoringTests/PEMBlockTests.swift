import Testing

@testable import Scoring

/// One key in every text that a key is pasted into: the same bytes must come out.
@Suite struct PEMBlockTests {
    /// Base64 with both signs in it, in several lines.
    private static let body: [UInt8] = {
        var random = SeededGenerator(seed: 21)
        return [0xFB, 0xEF, 0xBE, 0xFF, 0xFF, 0xFF] + random.bytes(190)
    }()
    private static let label = "RSA PRIVATE " + "KEY"
    private static let plain = Armour.wrap(label, body)

    private static func everyLine(_ prefix: String, _ suffix: String = "") -> String {
        plain.split(separator: "\n").map { prefix + $0 + suffix }.joined(separator: "\n")
    }

    static let spellings: [String: String] = [
        "plain": plain,
        "CRLF": Armour.wrap(label, body, newline: "\r\n"),
        "escapes": Armour.wrap(label, body, newline: "\\n"),
        "escapes of both": Armour.wrap(label, body, newline: "\\r\\n"),
        "escapes in escapes": Armour.wrap(label, body, newline: "\\\\n"),
        "JSON with slashes": Armour.wrap(label, body, newline: "\\n").replacingOccurrences(["/": "\\/"]),
        "unicode escapes": Armour.wrap(label, body, newline: "\\u000a").replacingOccurrences(["+": "\\u002b"]),
        "percent": Armour.wrap(label, body, newline: "%0A").replacingOccurrences(["+": "%2B", "/": "%2F", "=": "%3D"]),
        "HTML": Armour.wrap(label, body, newline: "&#10;").replacingOccurrences(["+": "&#43;", "=": "&#x3D;"]),
        "HTML lines": Armour.wrap(label, body, newline: "<br/>"),
        "blanks": Armour.wrap(label, body, newline: " "),
        "no line ends": Armour.wrap(label, body, newline: ""),
        "indented": everyLine("        "),
        "tabs": everyLine("\t"),
        "quoted mail": everyLine("> > "),
        "hash comment": everyLine("# "),
        "star comment": everyLine(" * "),
        "slash comment": everyLine("// "),
        "slash comment without blank": everyLine("//"),
        "diff": everyLine("+"),
        "table": everyLine("| "),
        "joined with plus": everyLine("    \"", "\\n\" +"),
        "joined by juxtaposition": everyLine("    \"", "\\n\""),
        "joined with dots": everyLine("'", "' . \"\\n\" .").replacingOccurrences(["\"": "'"]),
        "list": everyLine("  '", "',"),
        "shell": everyLine("", "\\"),
        "literal after header": "\"" + Armour.wrap(label, body, newline: "\\n").dropLast(2) + "\"",
        "header field": Armour.wrap(label, body, headers: "X-Comment: made for a test\n\n"),
        "text behind": plain + "OTHER=value\n",
    ]

    @Test(arguments: spellings.keys.sorted())
    func spellingIsRead(name: String) throws {
        let text = Array(try #require(Self.spellings[name]).utf8)
        let read = PEMBlock(text.span, 0..<text.count)
        let block = try #require(read)
        #expect(block.body == Self.body, "\(name)")
        #expect(block.end == .footer && block.isWholeBase64, "\(name)")
        #expect(String(decoding: block.canonical, as: UTF8.self) == Self.plain)
    }

    @Test func everySpellingIsNormalisedToTheSameText() {
        let forms = Set(Self.spellings.values.map { normalised(.privateKeyPEM, $0) })
        #expect(forms == [Self.plain])
    }

    @Test(arguments: ["", "\n", "...", "<your key>", "${KEY}", "\n\n\n", "\"\"", "***", "%s"])
    func headerWithoutBodyIsNone(body: String) {
        let text = Array((Armour.begin(Self.label) + body + Armour.end(Self.label)).utf8)
        #expect(PEMBlock(text.span, 0..<text.count) == nil)
    }

    @Test func endTellsWhatStoppedTheBody() {
        func end(_ text: String) -> PEMBlock.End? {
            let bytes = Array(text.utf8)
            return PEMBlock(bytes.span, 0..<bytes.count)?.end
        }
        #expect(end(Armour.begin(Self.label) + "\nAAAA\n") == .text)
        #expect(end(Armour.begin(Self.label) + "\nAAAA...\n" + Armour.end(Self.label)) == .foreignByte)
        #expect(end(Armour.begin(Self.label) + "\nAAAA\n" + Armour.begin(Self.label)) == .foreignByte)
        #expect(end(Armour.begin(Self.label) + "\nAAAA\"; other()") == .text)
    }

    @Test func hostileTextIsReadWithoutTrapping() {
        var random = SeededGenerator(seed: 33)
        let pieces = [
            "\\", "\\u", "&#", "&", "%", "%2", "=", "\"", "+", "//", "A", "<br", "-----", "-----END", ":", "\n",
        ]
        for _ in 0..<5_000 {
            let body = (0..<12).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
            _ = judge(.privateKeyPEM, Armour.begin(Self.label) + body)
            _ = normalised(.privateKeyPEM, Armour.begin(Self.label) + "A" + body + Armour.end(Self.label))
            _ = normalised(.awsSecretAlone, body)
        }
        let long = Armour.begin(Self.label) + "\n" + String(repeating: "A", count: 200_000)
        #expect(judge(.privateKeyPEM, long) == .impossible)
    }
}
