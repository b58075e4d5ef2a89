import Testing

extension EndToEndTests {
    /// Why something is reported, and why not.
    @Suite struct ExplainTests {
        private func explain(_ content: String, line: Int, _ words: String...) throws -> Outcome {
            let folder = try TemporaryFolder()
            try folder.write("a.py", content)
            return try Command.keyhound(["explain", "\(folder.path)/a.py:\(line)"] + words).run()
        }

        @Test func aFindingAndItsReason() throws {
            let outcome = try explain("\nkey = '\(Sample.keyID(1))'\n", line: 2)
            #expect(outcome.code == 0 && outcome.text.contains("aws-access-key-id, 2:8: reported as "), "\(outcome)")
            #expect(outcome.text.contains("key = '[redacted]'") && !outcome.text.contains(Sample.keyID(1)))
        }

        @Test(arguments: [
            ("password = 'changeme'\n", "generic-password, 1:13: reported only with --min-confidence low"),
            ("x = os.environ['TOKEN']\n", "The bytes at the anchor cannot begin a match: generic-secret"),
            ("nothing of interest\n", "No rule has an anchor on this line"),
        ])
        func theGateThatACandidateDoesNotPass(_ content: String, _ expected: String) throws {
            let outcome = try explain(content, line: 1)
            #expect(outcome.code == 0 && outcome.text.contains(expected), "\(outcome)")
        }

        @Test func thePartsOfAPair() throws {
            let text = "id = '\(Sample.keyID(2))'\n\(Sample.prefix)\(Sample.secret(2))\n"
            for line in [1, 2] {
                let outcome = try explain(text, line: line)
                #expect(outcome.text.contains("aws-access-key-pair, 2:25: reported as high"), "\(outcome)")
                #expect(outcome.text.contains("with its id in line 1 (aws-access-key-id)"))
                #expect(outcome.text.contains("and is told as part of aws-access-key-pair"))
                #expect(!outcome.text.contains(Sample.secret(2)) && !outcome.text.contains(Sample.keyID(2)))
            }
        }

        @Test func commentsAndExamples() throws {
            let allowed = "key = '\(Sample.keyID(3))' # keyhound:allow revoked\n"
            #expect(try explain(allowed, line: 1).text.contains("keyhound:allow suppresses it: revoked"))
            #expect(
                try explain(allowed, line: 1, "--no-inline-allow").text.contains(
                    "keyhound:allow has no say here: revoked"))
            let example = "key = '\(Sample.text("AKIA{text:IOSFODNN7}EXAMPLE", 0))'\n"
            #expect(try explain(example, line: 1).text.contains("is an example from documentation"))
        }

        @Test func whatCannotBeExplainedIsRefused() throws {
            #expect(try explain("a\n", line: 3).code == 2)
            #expect(try Command.keyhound("explain", "/nowhere/at/all:1").run().code == 2)
            #expect(try Command.keyhound("explain", "a").run().code == 2)
            #expect(try Command.keyhound("explain", "a:0").run().code == 2)
        }

        @Test(arguments: ["json", "jsonl"]) func aFindingOfAReport(_ format: String) throws {
            let folder = try TemporaryFolder()
            try folder.write("a.py", "key = '\(Sample.keyID(4))'\n")
            let report = try Command.keyhound("scan", "-f", format, "-o", folder.file("r"), folder.file("a.py")).run()
            #expect(report.code == 1, "\(report)")
            let place = try #require(try Command.scan(folder.file("a.py")).run().report().findings.first).place
            for name in [place, String(place.prefix(8))] {
                let outcome = try Command.keyhound("explain", name, "--report", folder.file("r")).run()
                #expect(outcome.code == 0 && outcome.text.contains("a.py:1:8  "), "\(outcome)")
                #expect(outcome.text.contains("What to do: ") && outcome.text.contains("account: "))
            }
            for name in ["ffffffffff", String(place.prefix(4))] {
                #expect(try Command.keyhound("explain", name, "--report", folder.file("r")).run().code == 2)
            }
            #expect(try Command.keyhound("explain", place, "--report", folder.file("a.py")).run().code == 2)
        }
    }
}
