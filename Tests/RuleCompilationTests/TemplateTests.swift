import RuleCompilation
import Testing

@Suite struct TemplateTests {
    private func expand(_ source: String, seed: UInt64 = 1) throws -> String {
        try Template(source).expansion(seed: seed)
    }

    @Test func textStaysAndDoubledBracesAreBraces() throws {
        #expect(try expand("plain {{\"a\": 1}} end") == "plain {\"a\": 1} end")
        #expect(try expand("{open}{close}") == "{}")
        #expect(try expand("AB{text:CD}EF") == "ABCDEF")
        #expect(try expand("") == "")
    }

    @Test func theSameSeedGivesTheSameText() throws {
        let source = "{base64:40} {uuid} {pem:rsa} {word} {hex:3-30}"
        let text = try expand(source, seed: 5)
        #expect(try expand(source, seed: 5) == text)
        #expect(try expand(source, seed: 6) != text)
        // Pinned, so that a change of the generator is a decision and no accident.
        #expect(try expand("{digits:6} {upper:4}", seed: 0) == "094703 LATS")
    }

    @Test(arguments: [
        ("{base64:40}", #"[A-Za-z0-9+/]{40}"#), ("{base64url:40}", #"[A-Za-z0-9_-]{40}"#),
        ("{base32:16}", #"[A-Z2-7]{16}"#), ("{hex:32}", #"[0-9a-f]{32}"#), ("{upper-hex:32}", #"[0-9A-F]{32}"#),
        ("{upper:8}", #"[A-Z]{8}"#), ("{lower:8}", #"[a-z]{8}"#), ("{digits:8}", #"[0-9]{8}"#),
        ("{alnum:20}", #"[A-Za-z0-9]{20}"#), ("{upper-alnum:20}", #"[A-Z0-9]{20}"#), ("{hex:3-5}", #"[0-9a-f]{3,5}"#),
        ("{uuid}", #"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"#), ("{word}", #"[a-z]+"#),
    ])
    func generatorsMakeWhatTheirNameSays(source: String, pattern: String) throws {
        let expected = try Regex(pattern)
        for seed in 0..<50 as Range<UInt64> {
            let text = try expand(source, seed: seed)
            #expect(text.wholeMatch(of: expected) != nil)
        }
    }

    @Test func aRandomSecretHasLettersOfBothCasesAndDigits() throws {
        for seed in 0..<200 as Range<UInt64> {
            let secret = try expand("{base64:40}", seed: seed)
            #expect(secret.contains { $0.isUppercase })
            #expect(secret.contains { $0.isLowercase })
            #expect(secret.contains { $0.isNumber })
        }
    }

    @Test func aBoundNameRepeatsItsText() throws {
        let parts = try expand("{id=base32:16} {id} {base64-of:{id}}").split(separator: " ")
        #expect(parts[0] == parts[1])
        let encoded = try expand("{base64-of:\(parts[0])}")
        #expect(parts[2] == encoded)
    }

    @Test func transformsFollowTheirStandards() throws {
        // RFC 4648, section 10.
        for (text, code) in [
            ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy"),
        ] {
            #expect(try expand("{base64-of:\(text)}") == code)
        }
        #expect(try expand("{base64url-of:>>>???}") == "Pj4-Pz8_")
        #expect(try expand("{json-of:a/\"b\"\n}") == #"a\/\"b\"\n"#)
        #expect(try expand("{percent-of:a+b/c=}") == "a%2Bb%2Fc%3D")
        #expect(try expand("{each-line:> |a\nb}") == "> a\n> b")
        #expect(try expand("{hex-of:pypi}") == "70797069")
        #expect(try expand("{base64-of-hex:{hex-of:foo}FF}") == "Zm9v/w==")
        #expect(try expand("{base64url-of-hex:FBff}") == "-_8")
        #expect(throws: TemplateError.noHexadecimal) { try expand("{base64-of-hex:abc}") }
        let nested = try expand("{base64-of:{open}{base64-of:f}{close}}")
        #expect(nested == "e1pnPT19")
    }

    @Test(arguments: [
        ("rsa", "RSA PRIVATE KEY"), ("pkcs8", "PRIVATE KEY"), ("ec", "EC PRIVATE KEY"),
        ("openssh", "OPENSSH PRIVATE KEY"), ("encrypted", "ENCRYPTED PRIVATE KEY"), ("pgp", "PGP PRIVATE KEY BLOCK"),
    ])
    func keysAreArmoured(kind: String, label: String) throws {
        let lines = try expand("{pem:\(kind)}").split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first == "-----BEGIN \(label)-----")
        #expect(lines.last == "-----END \(label)-----")
        #expect(lines.allSatisfy { $0.count <= 70 })
        #expect(lines.count > 4)
    }

    @Test(arguments: [
        ("{hex:3", TemplateError.unclosedPlaceholder), ("a } b", .strayBrace), ("{nothing}", .unknownName("nothing")),
        ("{hex=digits:3}", .badBinding("hex")), ("{text}", .badArgument(generator: "text", expected: "a text")),
        ("{id} {id=hex:3}", .unknownName("id")),
        ("{text:{text:{text:{text:{text:{text:{text:{text:{text:a}}}}}}}}}", .nestedTooDeeply(limit: 8)),
    ])
    func badTemplatesAreRefused(source: String, error: TemplateError) {
        #expect(throws: error) { try Template(source) }
    }

    @Test(arguments: [
        "{hex:0}", "{hex:9-8}", "{hex:16385}", "{hex:}", "{hex}", "{hex:1-2-3}", "{pem:dsa}", "{each-line:a}",
    ])
    func badArgumentsAreRefused(source: String) {
        #expect {
            try Template(source)
        } throws: { error in
            if case .badArgument = error as? TemplateError { true } else { false }
        }
    }
}
