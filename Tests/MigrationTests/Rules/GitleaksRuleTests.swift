import Migration
import Testing

@Suite struct GitleaksRuleTests {
    /// Letters and digits that no stopword is in.
    private let value = "k7Qz" + "x2Wv" + "m9Rt" + "p4Yb"

    private func config(_ lines: String...) -> String {
        (["title = 'team'", "[[rules]]", "id = 'acme_token.1'"] + lines).joined(separator: "\n") + "\n"
    }

    @Test func aPrefixIsAnAnchorAtTheStart() throws {
        let converted = try ConvertedRule(
            config(
                "description = 'Acme token'", #"regex = '''\b(acme_[A-Za-z0-9]{16})(?:[\x60'"\s;]|\\[nr]|$)'''"#,
                "keywords = ['acme_']"), as: .gitleaks)
        #expect(converted.rule.id == "gitleaks-acme-token-1")
        #expect(converted.rule.description == "Acme token")
        #expect(converted.anchors == ["acme_"])
        #expect(converted.rule.traits.startsAtAnchor)
        #expect(try converted.secret(in: "x = acme_\(value)\n") == "acme_\(value)")
        #expect(try converted.secret(in: "xacme_\(value)\n") == nil)
        #expect(try converted.secret(in: "acme_\(value)") == "acme_\(value)")
        #expect(try converted.secret(in: "acme_\(value)a") == nil)
        #expect(converted.notes.isEmpty)
    }

    @Test func aNameInAnyCaseIsAnAnchor() throws {
        let converted = try ConvertedRule(
            config(
                #"regex = '''(?i)[\w.-]{0,50}?(?:acme)(?:[ \t\w.-]{0,20})"#
                    + #"[\s'"]{0,3}(?:=|:)[\s'"]{0,5}([a-z0-9]{16})\b'''"#,
                "entropy = 3", "keywords = ['acme']"), as: .gitleaks)
        #expect(converted.anchors == ["acme (any case)"])
        #expect(converted.rule.shape == .named)
        #expect(converted.rule.traits.startsAtAnchor)
        #expect(converted.rule.traits.minimumEntropy == 3)
        #expect(try converted.secret(in: "my_ACME_key = '\(value)'") == value)
        #expect(try converted.secret(in: "my_ACME_key = '\(String(repeating: "ab", count: 8))'") == nil)
    }

    @Test func theGroupIsTheOneThatIsSaid() throws {
        let converted = try ConvertedRule(
            config(#"regex = '''acme:([a-z]{4}):([a-z0-9]{8})'''"#, "secretGroup = 2"), as: .gitleaks)
        #expect(try converted.secret(in: "acme:abcd:k7qzx2wv") == "k7qzx2wv")
        let first = try ConvertedRule(config(#"regex = '''acme:([a-z]{4}):([a-z0-9]{8})'''"#), as: .gitleaks)
        #expect(try first.secret(in: "acme:abcd:k7qzx2wv") == "abcd")
    }

    @Test func theFirstGroupOfEachAlternative() throws {
        let converted = try ConvertedRule(
            config(#"regex = '''acme (?:key=([a-z0-9]{8})|pass "([^"]{8})")'''"#), as: .gitleaks)
        #expect(try converted.secret(in: "acme key=k7qzx2wv") == "k7qzx2wv")
        #expect(try converted.secret(in: #"acme pass "k7qz x2w""#) == "k7qz x2w")
    }

    @Test func allowlistsOfARuleAndOfAllRules() throws {
        let converted = try ConvertedRule(
            """
            [allowlist]
            regexes = ['^acme_x+$']
            paths = ['go.sum']
            [[allowlists]]
            targetRules = ['other']
            stopwords = ['k7q']
            [[rules]]
            id = 'acme'
            regex = '''acme_[a-z0-9]{8}'''
            [[rules.allowlists]]
            stopwords = ['SAMPLE']
            [[rules.allowlists]]
            condition = 'AND'
            regexes = ['dummy']
            stopwords = ['00']
            [[rules.allowlists]]
            condition = 'AND'
            regexes = ['k7qz']
            paths = ['tests/']
            """, as: .gitleaks)
        #expect(try converted.secret(in: "acme_k7qzx2wv") == "acme_k7qzx2wv")
        #expect(try converted.secret(in: "acme_xxxxxxxx") == nil)
        #expect(try converted.secret(in: "acme_samplek7") == nil)
        #expect(try converted.secret(in: "acme_dummy001") == nil)
        #expect(try converted.secret(in: "acme_dummyk7q") == "acme_dummyk7q")
        #expect(converted.hasNote("'paths'"))
        #expect(converted.hasNote("'AND'"))
    }

    @Test func filtersOfBetterleaks() throws {
        let converted = try ConvertedRule(
            config(
                "regex = '''acme_[a-z0-9]{8}'''", "filter = '''",
                #"(entropy(finding["secret"]) <= 2.5 || matchesAny(finding["secret"], [`^acme_0+`]))"#,
                #"// a comment"#, #"|| filter.containsAny(finding["secret"], ["demo", "fake"])"#,
                #"|| !filter.matchesAny(finding["secret"], [`[0-9]`])"#,
                #"|| matchesAny(get(attributes, "path", ""), [`x`])"#, "'''", "validate = 'x'"), as: .gitleaks)
        #expect(converted.rule.traits.minimumEntropy == 2.5)
        #expect(try converted.secret(in: "acme_k7qzx2wv") == "acme_k7qzx2wv")
        #expect(try converted.secret(in: "acme_0k7qzx2w") == nil)
        #expect(try converted.secret(in: "acme_demo72wv") == nil)
        #expect(try converted.secret(in: "acme_kpqzxrwv") == nil)
        #expect(converted.hasNote("'filter': a part with 'matchesAny'"))
        #expect(converted.hasNote("'validate'"))
    }

    @Test func requiredRulesAreAComposite() throws {
        let converted = try ConvertedRule(
            """
            [[rules]]
            id = 'acme-secret'
            regex = '''acme_secret=([a-z0-9]{16})'''
            [[rules.required]]
            id = 'acme-id'
            withinLines = 3
            [[rules]]
            id = 'acme-id'
            regex = '''acme_id=([0-9]{8})'''
            skipReport = true
            """, as: .gitleaks)
        let composite = try #require(converted.composites.first)
        #expect(composite.distance.lines == 3)
        #expect(composite.parts.map(\.rules) == [["gitleaks-acme-secret"], ["gitleaks-acme-id"]])
        #expect(composite.confidence == 0.6)
        #expect(converted.rule.traits.confidence < 0.2)
        #expect(converted.hasNote("'skipReport'"))
    }

    @Test func whatHasNoCounterpartIsNamed() throws {
        let text = """
            [extend]
            useDefault = true
            disabledRules = ['x']
            [[rules]]
            id = 'by-path'
            path = '''\\.p12$'''
            [[rules]]
            id = 'elsewhere'
            [[rules]]
            id = 'no-anchor'
            regex = '''[a-z]+:[a-z]+'''
            [[rules]]
            id = 'look'
            regex = '''acme(?=x)'''
            """
        let converted = try ForeignRules.convert(Array(text.utf8), as: .gitleaks)
        #expect(converted.ruleCount == 0)
        #expect(converted.notes.map(\.rule) == [nil, nil, "by-path", "elsewhere", "no-anchor", "look"])
        #expect(converted.notes.map(\.line) == [1, 1, 4, 7, 9, 12])
    }

    @Test func namesInAnyCaseAndTwins() throws {
        let text = """
            [[rules]]
            ID = 'Acme__Key'
            Regex = '''acme_[a-z0-9]{8}'''
            [[rules]]
            id = 'acme-key'
            regex = '''acme-[a-z0-9]{8}'''
            """
        let converted = try ForeignRules.convert(Array(text.utf8), as: .gitleaks)
        #expect(converted.ruleCount == 2)
        #expect(converted.toml.contains("id = 'gitleaks-acme-key'"))
        #expect(converted.toml.contains("id = 'gitleaks-acme-key-2'"))
    }
}
