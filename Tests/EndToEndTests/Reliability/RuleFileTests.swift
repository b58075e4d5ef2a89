import Testing

extension EndToEndTests {
    /// Rule files that are wrong or cost too much.
    @Suite struct RuleFileTests {
        static let good = rule("acme-token", pattern: "acme_[a-z0-9]{16}")

        static func rule(
            _ id: String, pattern: String, anchor: String = "acme_", after: Int = 64, extra: String = "",
            example: String = "token = acme_{hex:16}"
        ) -> String {
            """
            [[rule]]
            id = "\(id)"
            title = "Acme token"
            severity = "high"
            anchors = ["\(anchor)"]
            starts_at_anchor = true
            reach = { before = 8, after = \(after) }
            pattern = '''\(pattern)'''
            examples = ['''\(example)''']
            \(extra)

            """
        }

        /// What is wrong, the file, and what the message names.
        static let bad: [(String, String, String)] = [
            ("unclosed", rule("bad", pattern: "(acme_"), "bad"),
            ("unknown key", good + "colour = \"red\"\n", "colour"),
            ("wrong type", good.replacing("\"high\"", with: "7"), "severity"),
            ("empty file", "", "rules.toml"),
            ("no rules", "# nothing\n", "rules.toml"),
            ("duplicate id", good + good, "acme-token"),
            ("built-in id", rule("aws-access-key-id", pattern: "acme_[a-z0-9]{16}"), "aws-access-key-id"),
            ("empty match", rule("bad", pattern: "(?:acme_)*"), "bad"),
            ("allows everything", good + "allow = ['''.*''']\n", "allow"),
            ("long pattern", rule("bad", pattern: "acme_" + String(repeating: "a", count: 66_000)), "bad"),
            (
                "nesting",
                rule(
                    "bad",
                    pattern: String(repeating: "(", count: 1000) + "acme_"
                        + String(repeating: ")", count: 1000)), "bad"
            ),
            ("UTF verb", rule("bad", pattern: "(*UTF)acme_[a-z0-9]{16}"), "bad"),
            ("callout", rule("bad", pattern: "acme_(?C1)[a-z0-9]{16}"), "bad"),
            ("single unit", rule("bad", pattern: "acme_\\C{16}"), "bad"),
            ("limit verb", rule("bad", pattern: "(*LIMIT_MATCH=4294967295)acme_[a-z0-9]{16}"), "bad"),
            ("start reset", rule("bad", pattern: "acme_\\K[a-z0-9]{16}"), "bad"),
            ("not TOML", "[[rule\n", "1"),
        ]

        @Test(arguments: bad) func aBadFileIsRefused(_ name: String, _ content: String, _ named: String) throws {
            let folder = try TemporaryFolder()
            try folder.write("rules.toml", content)
            try folder.write("file", "nothing")
            try expectRefusal(folder, naming: named)
        }

        @Test func aFileThatIsNoTextIsRefused() throws {
            let folder = try TemporaryFolder()
            try folder.write("file", "nothing")
            try folder.write("rules.toml", Array(Self.good.utf8) + Array("# \u{E9}".utf8.dropLast()))
            try expectRefusal(folder, naming: "rules.toml")
            try folder.write("rules.toml", Array(Self.good.utf8) + [0])
            try expectRefusal(folder, naming: "rules.toml")
            try folder.write("rules.toml", Array(repeating: UInt8(ascii: "#"), count: 10 << 20))
            try expectRefusal(folder, naming: "rules.toml")
            try folder.makeFIFO("fifo")
            for path in ["missing.toml", "fifo", "."] {
                let outcome = try Command.scan(folder.file("file"), "--rules", folder.file(path))
                    .with { $0.patience = 20 }.run()
                #expect(outcome.code == 2 && outcome.output.isEmpty, "\(path): \(outcome)")
            }
        }

        @Test func aGoodFileIsUsed() throws {
            let folder = try TemporaryFolder()
            try folder.write("rules.toml", Self.good)
            try folder.write("file", Sample.text("token = acme_{hex:16}\n", 1))
            let check = try Command.keyhound("rules", "check", folder.file("rules.toml")).run()
            #expect(check.code == 0 && check.text.contains("1 rules"), "\(check)")
            let outcome = try Command.scan(folder.file("file"), "--rules", folder.file("rules.toml")).run()
            #expect(outcome.code == 1, "\(outcome)")
            let report = try outcome.report()
            #expect(report.findings.map(\.rule) == ["acme-token"])
            let plain = try Command.scan(folder.file("file")).run().report()
            #expect(plain.tool.rules_sha256 != report.tool.rules_sha256)
            let only = try Command.scan(folder.file("file"), "--only", "aws-access-key-id").run().report()
            #expect(only.tool.rules_sha256 != plain.tool.rules_sha256)
        }

        /// Case 48. The examples hold, so the file is taken; the cost shows on hostile text only, and only where no
        /// rejecter says in linear time that there is no match.
        @Test(arguments: [
            ("(a+)+$", "acme_(?:[a-z0-9]+)+\\$", "acme_abc$"), ("(?:a|a)*b", "acme_(?:a|a)*b", "acme_aaab"),
            ("^(.*,){20}x", "acme_(?:.*,){20}x", "acme_" + String(repeating: "a,", count: 20) + "x"),
        ])
        func aCostlyRuleIsGivenUpAndSaid(_ name: String, _ pattern: String, _ example: String) throws {
            let folder = try TemporaryFolder()
            try folder.write("rules.toml", Self.rule("costly", pattern: pattern, after: 4096, example: example))
            let hostile = String(
                repeating: "acme_" + String(repeating: "a", count: 60) + ",,,,,,,,,,,,,,,,,,,,,,,", count: 10_000)
            try folder.write("file", Sample.line(80) + "\n" + hostile)
            let check = try Command.keyhound("rules", "check", folder.file("rules.toml")).run()
            guard check.code == 0 else { return }
            for jit in ["on", "off"] {
                let words = [
                    folder.file("file"), "--rules", folder.file("rules.toml"), "--only", "costly,aws-secret-access-key",
                ]
                let command = Command.scan(words)
                let quick = try command.with { $0.environment["KEYHOUND_JIT"] = jit }.run()
                #expect([1, 4].contains(quick.code) && !quick.hung, "\(name), JIT \(jit): \(quick)")
                let naive = Command.scan(words + ["--prefilter", "naive"])
                let outcome = try naive.with { $0.environment["KEYHOUND_JIT"] = jit }.run()
                #expect(outcome.code == 4 && !outcome.hung, "\(name), JIT \(jit): \(outcome)")
                let report = try outcome.report()
                #expect(report.findings.map(\.rule) == ["aws-secret-access-key"])
                #expect(report.skipped("rule-limit") != nil || report.skipped("rule-budget") != nil)
                #expect(
                    report.coverage.skipped.allSatisfy {
                        $0.examples.allSatisfy { $0.note?.contains("costly") == true }
                    })
            }
        }

        private func expectRefusal(_ folder: TemporaryFolder, naming text: String) throws {
            let path = folder.file("rules.toml")
            for words in [["scan", folder.file("file"), "--rules", path], ["rules", "check", path]] {
                let outcome = try Command.keyhound(words).with { $0.patience = 20 }.run()
                #expect(outcome.code == 2 && outcome.output.isEmpty, "\(outcome)")
                #expect(outcome.errorText.contains(text) && outcome.errorText.contains("rules.toml"), "\(outcome)")
            }
        }
    }
}
