import Testing

extension EndToEndTests {
    /// What other scanners left behind.
    @Suite struct MigrationTests {
        private let gitleaks = """
            title = "ours"
            [[rules]]
            id = "house-token"
            description = "A token of the house"
            regex = '''\\bhouse_[a-z0-9]{20}\\b'''
            keywords = ["house_"]
            [[rules]]
            id = "pkcs12"
            path = '''\\.p12$'''
            """

        @Test func rulesOfAnotherScannerWorkAsTheyAre() throws {
            let folder = try TemporaryFolder()
            try folder.write("rules.toml", gitleaks)
            let token = Sample.text("house_{lower:10}{digits:10}", 1)
            try folder.write("tree/a.txt", "t = \(token)\n", makingFolders: true)
            let outcome = try Command.scan("--rules", folder.file("rules.toml"), folder.file("tree")).run()
            #expect(outcome.code == 1, "\(outcome)")
            #expect(try outcome.report().findings.map(\.rule) == ["gitleaks-house-token"])
            #expect(outcome.errorText.contains("1 rules of gitleaks, with 1 notes"), "\(outcome)")
        }

        @Test func whatCannotBeCarriedOverIsNamed() throws {
            let folder = try TemporaryFolder()
            try folder.write("rules.toml", gitleaks)
            let outcome = try Command.keyhound(
                "rules", "convert", folder.file("rules.toml"), "-o", folder.file("own.toml")
            ).run()
            #expect(outcome.code == 0 && outcome.errorText.contains("rules.toml:7: rule 'pkcs12': "), "\(outcome)")
            #expect(try Command.keyhound("rules", "check", folder.file("own.toml")).run().code == 0)
            try folder.write("none.toml", "[[rules]]\nid = 'pkcs12'\npath = '''p12$'''\n")
            #expect(try Command.keyhound("rules", "convert", folder.file("none.toml")).run().code == 2)
            #expect(try Command.scan("--rules", folder.file("none.toml"), folder.path).run().code == 2)
            #expect(try Command.keyhound("rules", "convert", folder.file("own.toml")).run().code == 2)
        }

        @Test(arguments: ["a/k.py:some-rule:2\n", "# why\n\na/k.py:other:2\n"])
        func anIgnoreFileBecomesABaseline(_ ignores: String) throws {
            let folder = try TemporaryFolder()
            try folder.write(
                "tree/a/k.py", "x = '\(Sample.keyID(1))'\ny = '\(Sample.keyID(2))'\n", makingFolders: true)
            try folder.write("tree/.gitleaksignore", ignores)
            let tree = folder.file("tree")
            let scan = try Command.scan(tree).run()
            #expect(scan.errorText.contains(".gitleaksignore has no effect unless it is named"), "\(scan)")
            let created = try Command.keyhound(
                "baseline", "create", tree, "-o", folder.file("b"), "--from", folder.file("tree/.gitleaksignore")
            ).run()
            #expect(created.code == 0 && created.text.contains("1 entry"), "\(created)")
            let report = try Command.scan(tree, "--baseline", folder.file("b")).run().report()
            #expect(report.findings.map(\.line) == [1])
            #expect(report.suppressed?.first?.suppression?.reason?.contains(".gitleaksignore") == true)
        }

        /// RELIABILITY 51.
        @Test func whatLiesInTheTreeHasNoEffect() throws {
            let folder = try TemporaryFolder()
            try folder.write("k.py", "x = '\(Sample.keyID(1))'\n")
            try folder.write(".keyhound.toml", "[results]\nmin_confidence = 'high'\n[scan]\nexclude = ['*']\n")
            try folder.write(".gitleaks.toml", "[allowlist]\npaths = ['''.*''']\n")
            try folder.write(".gitleaksignore", "k.py:aws-access-key-id:1\n")
            let outcome = try Command.scan(".").with { $0.folder = folder.path }.run()
            #expect(outcome.code == 1, "\(outcome)")
            for name in [".keyhound.toml", ".gitleaks.toml", ".gitleaksignore"] {
                #expect(outcome.errorText.contains("\(name) has no effect unless it is named"), "\(outcome)")
            }
            let named = try Command.scan(".", "--config", ".keyhound.toml").with { $0.folder = folder.path }.run()
            #expect(named.code == 0, "\(named)")
            let configured = try Command.scan(".").with {
                $0.folder = folder.path
                $0.environment["KEYHOUND_CONFIG"] = ".keyhound.toml"
            }.run()
            #expect(configured.code == 0, "\(configured)")
        }

        @Test func anotherReportIsJudged() throws {
            let folder = try TemporaryFolder()
            try folder.write("k.py", "x = '\(Sample.keyID(1))'\nname = 'hello world'\n")
            let told = [
                ("aws", "k.py", 1, Sample.keyID(1)), ("generic", "k.py", 2, "hello world"), ("x", "gone.py", 1, "abcd"),
            ]
            let entries = told.map { rule, file, line, secret in
                """
                {"RuleID": "\(rule)", "File": "\(file)", "StartLine": \(line), "Secret": "\(secret)", "Match": ""}
                """
            }
            try folder.write("report.json", "[\(entries.joined(separator: ","))]")
            let outcome = try Command.keyhound("import", "report.json", "-f", "json").with { $0.folder = folder.path }
                .run()
            let report = try outcome.report()
            #expect(outcome.code == 1 && report.findings.map(\.rule) == ["aws-access-key-id"], "\(outcome)")
            #expect(
                outcome.errorText.contains("k.py:2  gitleaks generic: no rule sees a credential there"), "\(outcome)")
            #expect(
                outcome.errorText.contains("gone.py:1") && outcome.errorText.contains("of 3 findings 1 are confirmed"))
            #expect(!outcome.errorText.contains(Sample.keyID(1)))
            let elsewhere = try Command.keyhound("import", folder.file("report.json"), "--root", folder.path).run()
            #expect(elsewhere.code == 1, "\(elsewhere)")
            #expect(try Command.keyhound("import", folder.file("k.py")).run().code == 2)
        }
    }
}
