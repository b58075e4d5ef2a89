import RuleCompilation
import Rules
import Testing

@Suite struct ShortFormTests {
    private func compile(_ form: String, examples: [String], counterExamples: [String] = []) throws -> Rule {
        func list(_ texts: [String]) -> String { texts.map { "'''\($0)'''" }.joined(separator: ", ") }
        let text = """
            [[rule]]
            id = "acme"
            title = "Acme"
            severity = "high"
            \(form)
            examples = [\(list(examples))]
            counter_examples = [\(list(counterExamples))]
            """
        let file = RuleFile(name: "acme.toml", bytes: Array(text.utf8))
        return try #require(try RuleFileCompiler(for: .user, timeLimit: .seconds(20)).compile([file]).rules.first)
    }

    private func reasons(_ form: String) -> [RuleProblemReason] {
        do {
            _ = try compile(form, examples: ["x"])
            return []
        } catch let errors as RuleFileErrors {
            return errors.problems.map(\.reason)
        } catch {
            Issue.record(error)
            return []
        }
    }

    // MARK: Own shape

    @Test func aTokenMakesAnchorsAndReach() throws {
        let rule = try compile(
            "token = 'acme_(?:live|test)_[a-z0-9]{16}'",
            examples: [
                "acme_live_{hex:16}", #"x = "\nacme_test_{hex:16}\n""#, "q=%22acme_test_{hex:16}%22",
                "_acme_live_{hex:16}.",
            ],
            counterExamples: [
                "acme_live_{hex:15}", "acme_live_{hex:17}", "xacme_live_{hex:16}", "9acme_live_{hex:16}",
                "acme_live_{hex:16}A", "ACME_LIVE_{hex:16}",
            ])
        #expect(
            rule.anchors == [
                .literal(Array("acme_live_".utf8), ignoresCase: false),
                .literal(Array("acme_test_".utf8), ignoresCase: false),
            ])
        #expect(rule.traits.startsAtAnchor && rule.traits.reach == Reach(before: 6, after: 27))
        #expect(rule.shape == .own && rule.traits.confidence == 0.85 && rule.traits.secretGroup == 0)
    }

    @Test func aGroupHoldsTheSecret() throws {
        let rule = try compile(
            #"token = 'acme://[a-z]{3,9}:(?<secret>[a-z0-9]{16})@db\.example'"#,
            examples: ["acme://{lower:5}:{hex:16}@db.example"])
        #expect(rule.traits.secretGroup == 1)
    }

    @Test func unfitTokensAreRefused() {
        #expect(reasons("token = 'ac[a-z]{9}'").contains(.noLiteralStart))
        #expect(reasons("token = 'acme_[a-z]+'").contains(.endless("token")))
        #expect(reasons("token = 'acme_[a-z'").contains { if case .badPattern = $0 { true } else { false } })
        #expect(reasons("token = 'acme_x{3}'\npattern = 'acme'").contains(.severalForms("token", "pattern")))
        #expect(
            reasons("token = 'acme_x{3}'\nanchors = ['acme']").contains {
                if case .unknownKey = $0 { true } else { false }
            })
    }

    // MARK: Assigned

    @Test func assignedValuesInAllTheWaysOfWritingThem() throws {
        let rule = try compile(
            "assigned = ['secret', 'pass(?!ed)']",
            examples: [
                "SECRET={alnum:12}", "secret: {alnum:12}", "my_secret_key = \"{alnum:12}\"", "'dbPass' => '{alnum:12}'",
                "secret := `{alnum:12}`", #"{{"a_secret":"{alnum:12}"}}"#, #"\"secret\": \"{alnum:12}\""#,
                "<secret>{alnum:12}</secret>", #"<add key="secret" value="{alnum:12}"/>"#, "setSecret(\"{alnum:12}\")",
                "define('SECRET', '{alnum:12}')", "let secret: String = \"{alnum:12}\"", "--password {alnum:12}9xy",
                "secret = Base64.decode(\"{alnum:12}\")", "secret = []byte(\"{alnum:12}\")", "x?secret={alnum:12}&y=1",
                "ENV['SECRET'] ||= '{alnum:12}'", "secret = b'{alnum:12}'",
                "IDENTIFIED BY PASSWORD '{alnum:12}'", "&quot;secret&quot;: &quot;{alnum:12}&quot;",
                "Secret = \"it's {alnum:12}\"", #"secret = "a\"{alnum:12}""#,
            ],
            counterExamples: [
                "passed = \"{alnum:12}\"", "secret = get_secret(\"\")", "secret(x)", "secret = object.field;",
                "the secret of success", "secret = ${{NAME}}", "secret: \"\"", "if (secret) {{",
            ])
        #expect(rule.shape == .assigned && rule.traits.proof == .assignedValue && rule.traits.startsAtAnchor)
        #expect(
            rule.anchors == [
                .literal(Array("secret".utf8), ignoresCase: true), .literal(Array("pass".utf8), ignoresCase: true),
            ])
    }

    @Test func unfitKeywordsAreRefused() {
        #expect(reasons("assigned = ['pw']") == [.badName("pw")])
        #expect(reasons("assigned = ['p.ss']") == [.badName("p.ss")])
        #expect(reasons("assigned = ['secret(']").contains { if case .badPattern = $0 { true } else { false } })
        #expect(reasons("assigned = ['secret']\ntoken = 'acme_x{3}'").contains(.severalForms("token", "assigned")))
    }

    // MARK: Named

    @Test func namesInAllTheWaysOfWritingThem() throws {
        let rule = try compile(
            "names = ['acme', 'acme_cloud']\nvalue = '[0-9a-f]{32}'",
            examples: [
                "ACME_API_KEY={hex:32}", "acme:\n  api_key: \"{hex:32}\"", "acme.cloud.key={hex:32}",
                "<key>AcmeCloudToken</key>\n<string>{hex:32}</string>", "acmecloud-key: {hex:32}",
                "\"acme cloud api key\" : \"{hex:32}\"", "- name: ACME_API_KEY\n  value: \"{hex:32}\"",
                "curl https://api.acme.com/v1/x?api_key={hex:32}", "curl -H 'X-Acme-Key: {hex:32}'",
                "os.environ.get(\"ACME_KEY\", \"{hex:32}\")", "const myAcmeApiKey: string = \"{hex:32}\"",
                "API_KEY_ACME={hex:32}", "our Acme API key is {hex:32}.",
                "provider \"acme\" {{\n  api_key = \"{hex:32}\"\n}}",
                "ACME_AUTHORIZATION: Bearer {hex:32}", "{{\"acme\": {{\"apiKey\": \"{hex:32}\"}}}}",
                "acme_auth_token, \"{hex:32}\"", #"x="\nACME_KEY={hex:32}""#, #"ACME_API_KEY=\"{hex:32}\""#,
                "setAcmeApiKey(\"{hex:32}\")", "<add key=\"AcmeApiKey\" value=\"{hex:32}\"/>",
                "x = os.getenv('ACME_API_KEY') or '{hex:32}'", "ACMEAPIKEY={hex:32}",
            ],
            counterExamples: [
                "ACME_API_KEY={hex:31}", "ACME_API_KEY={hex:33}", "acme commit {hex:40}", "ACME_API_KEY_ID={hex:32}",
                "acmex_key={hex:32}", "pacme_key={hex:32}", "acme_color={hex:32}", "acme_author = {hex:32}",
                "acme_key = path/{hex:32}/x", "acme_key={hex:32}.js",
            ])
        #expect(rule.shape == .named && rule.traits.confidence == 0.6 && rule.traits.minimumEntropy == 3)
        #expect(rule.anchors == [.literal(Array("acme".utf8), ignoresCase: true)] && rule.traits.needsValueRun)
    }

    @Test func wordsCanBeReplaced() throws {
        _ = try compile(
            "names = ['acme']\nvalue = '[0-9a-f]{32}'\nwords = ['site_code']",
            examples: ["acme_site_code={hex:32}", "acme:\n  siteCode: {hex:32}"],
            counterExamples: ["acme_api_key={hex:32}"])
    }

    @Test func unfitNamesAreRefused() {
        #expect(reasons("names = ['ac']\nvalue = '[a-f]{32}'").contains(.shortName("ac", minimum: 4)))
        #expect(reasons("names = ['Acme']\nvalue = '[a-f]{32}'").contains(.badName("Acme")))
        #expect(reasons("names = ['ac__me']\nvalue = '[a-f]{32}'").contains(.badName("ac__me")))
        #expect(reasons("names = ['acme']\nvalue = '[a-f]+'").contains(.endless("value")))
        #expect(reasons("names = ['acme']").contains(.missingKey("value")))
    }
}
