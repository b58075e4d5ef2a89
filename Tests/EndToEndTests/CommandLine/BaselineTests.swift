import Testing

extension EndToEndTests {
    /// What was judged once stays judged, and nothing else does: RELIABILITY 49 and 50.
    @Suite struct BaselineTests {
        private let folder: TemporaryFolder
        private let tree: String
        private let file: String

        init() throws {
            folder = try TemporaryFolder()
            try folder.makeFolder("tree")
            (tree, file) = (folder.file("tree"), folder.file("baseline"))
        }

        private func create(_ words: String...) throws {
            let outcome = try Command.keyhound(["baseline", "create", tree, "-o", file] + words).run()
            try #require(outcome.code == 0, "\(outcome)")
        }

        private func scan(_ words: String...) throws -> Outcome {
            try Command.scan([tree, "--baseline", file] + words).run()
        }

        @Test func linesAndFilesMayMove() throws {
            try folder.write("tree/a.py", "key = '\(Sample.keyID(1))'\n")
            try create("--reason", "an old one", "--owner", "ops")
            let same = try scan()
            #expect(same.code == 0, "\(same)")
            #expect(try same.report().baseline?.moved == 0)
            try folder.remove("tree/a.py")
            let lines = String(repeating: "# more\n", count: 100)
            try folder.write("tree/b.conf", lines + "    KEY =\t\"\(Sample.keyID(1))\"\n")
            let moved = try scan()
            let report = try moved.report()
            #expect(moved.code == 0 && report.findings.isEmpty && report.baseline?.moved == 1, "\(moved)")
            #expect(report.suppressed?.first?.suppression?.reason == "an old one")
            #expect(report.dropped.suppressed.map(\.kind) == ["baseline"])
        }

        @Test func anotherSecretInTheSamePlaceIsReported() throws {
            try folder.write("tree/a.py", "key = '\(Sample.keyID(1))'\n")
            try create()
            try folder.write("tree/a.py", "key = '\(Sample.keyID(2))'\n")
            let outcome = try scan()
            let report = try outcome.report()
            #expect(outcome.code == 1 && report.findings.count == 1, "\(outcome)")
            #expect(report.baseline?.unused.map(\.path) == ["\(tree)/a.py"] && report.baseline?.used == 0)
        }

        @Test func updateLosesNothingUnlessItIsAskedTo() throws {
            try folder.write("tree/a.py", "key = '\(Sample.keyID(1))'\n")
            try create()
            let first = try folder.read("baseline")
            try folder.write("tree/a.py", "key = '\(Sample.keyID(2))'\n")
            let update = ["baseline", "update", "--baseline", file, tree]
            let added = try Command.keyhound(update).run()
            #expect(added.code == 0 && added.text.contains("1 added, 2 in all"), "\(added)")
            let second = try folder.read("baseline")
            #expect(first.split(separator: "\n").allSatisfy { second.contains($0) })
            #expect(try scan().code == 0 && scan("--strict-baseline").code == 1)
            let pruned = try Command.keyhound(update + ["--prune"]).run()
            #expect(pruned.code == 0 && pruned.text.contains("0 added, 1 removed, 1 in all"), "\(pruned)")
            #expect(try scan("--strict-baseline").code == 0)
        }

        @Test func expiredEntriesHoldNoLonger() throws {
            try folder.write("tree/a.py", "key = '\(Sample.keyID(1))'\n")
            try create("--expires", "2020-02-29")
            let outcome = try scan()
            let report = try outcome.report()
            #expect(
                outcome.code == 1 && report.findings.count == 1 && report.baseline?.expired.count == 1, "\(outcome)")
            let bad = try Command.keyhound(
                "baseline", "create", tree, "-o", folder.file("x"), "--expires", "2021-02-29"
            ).run()
            #expect(bad.code == 2)
        }

        @Test func itHoldsNoSecretAndNoHashThatCouldBeTried() throws {
            let password = Sample.text("{alnum:9}!", 5)
            try folder.write("tree/a.py", "\(Sample.line(1))\npassword = '\(password)'\n")
            try create("--min-confidence", "low")
            let text = try folder.read("baseline")
            for secret in [Sample.secret(1), password] {
                for length in 0...secret.count - 8 {
                    #expect(!text.contains(secret.dropFirst(length).prefix(8)))
                }
            }
            #expect(text.contains("\"scrypt:") && text.contains("\"hmac-sha256:"))
            #expect(try Command.keyhound("scan", file).run().code == 0, "a baseline is clean itself")
        }

        @Test func theKeyMayBeKeptOutside() throws {
            try folder.write("tree/a.py", "key = '\(Sample.keyID(1))'\n")
            try folder.write("key", "sixteen bytes and more")
            try folder.write("other", "another key of many bytes")
            try create("--fingerprint-key-file", folder.file("key"))
            #expect(try scan("--fingerprint-key-file", folder.file("key")).code == 0)
            for words in [[], ["--fingerprint-key-file", folder.file("other")]] {
                let outcome = try Command.scan([tree, "--baseline", file] + words).run()
                #expect(outcome.code == 2 && outcome.output.isEmpty, "\(outcome)")
            }
            #expect(try Command.keyhound("baseline", "show", file).run().text.contains("kept outside"))
        }

        @Test(arguments: [
            "", "{}", "no json", "{\"keyhound_baseline\":2,\"key_id\":\"0011223344556677\"}\n", "\u{0}\u{1}",
        ])
        func whatIsNoBaselineIsRefused(_ text: String) throws {
            try folder.write("tree/a.py", "x\n")
            try folder.write("baseline", text)
            let outcome = try scan()
            #expect(outcome.code == 2 && outcome.output.isEmpty && outcome.errorText.contains("baseline"), "\(outcome)")
        }

        @Test func missingOrTooLargeIsRefused() throws {
            try folder.write("tree/a.py", "x\n")
            #expect(try scan().code == 2)
            _ = try Command(["/usr/bin/truncate", "-s", "1G", file]).run()
            let outcome = try scan()
            #expect(outcome.code == 2 && outcome.errorText.contains("at most"), "\(outcome)")
            #expect(try Command.scan(tree, "--strict-baseline").run().code == 2)
        }

        @Test func oneThatIsThereIsNotReplaced() throws {
            try folder.write("tree/a.py", "key = '\(Sample.keyID(1))'\n")
            try folder.write("baseline", "mine")
            let outcome = try Command.keyhound("baseline", "create", tree, "-o", file).run()
            #expect(outcome.code == 2 && outcome.errorText.contains("update"), "\(outcome)")
            #expect(try folder.read("baseline") == "mine")
        }

        @Test func aHistoryHasOneToo() throws {
            let fixture = try GitFixture("put a.txt '\(Sample.token(1))'; commit one; rm a.txt; commit two")
            let path = fixture.file("baseline")
            let created = try Command.keyhound("baseline", "create", fixture.file(), "--with-git", "-o", path).run()
            #expect(created.code == 0 && created.text.contains("1 entry"), "\(created)")
            let report = try fixture.scan("--baseline", path)
            #expect(report.code == 0 && report.findings.isEmpty, "\(report)")
        }
    }
}
