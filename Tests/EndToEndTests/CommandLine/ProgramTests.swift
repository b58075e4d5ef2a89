import Testing

extension EndToEndTests {
    /// Help, version, usage errors, and the commands about rules.
    @Suite struct ProgramTests {
        @Test(arguments: [
            ["--help"], ["-h"], ["--version"], ["scan", "--help"], ["rules", "--help"], ["help", "scan"],
            ["rules", "list", "--help"], [],
        ])
        func helpAndVersionAreOutput(_ arguments: [String]) throws {
            let outcome = try Command.keyhound(arguments).run()
            #expect(outcome.code == 0 && !outcome.output.isEmpty && outcome.errors.isEmpty, "\(outcome)")
        }

        @Test(arguments: [
            ["scna"], ["scan"], ["scan", "--nonsense", "."], ["scan", ".", "-f", "xml"], ["scan", ".", "-j", "0"],
            ["scan", ".", "-j", "many"], ["scan", ".", "-j", "100000"], ["scan", ".", "--timeout", "-5"],
            ["scan", ".", "--timeout", "soon"], ["scan", ".", "--max-file-size", "0"],
            ["scan", ".", "--only", "no-rule"],
            ["scan", ".", "--max-file-size", "99999999999T"], ["scan", ".", "--min-confidence", "extreme"],
            ["scan", ".", "--only", ","], ["scan", ".", "-o"], ["scan", ".", "--chunk-size", "0"], ["rules", "show"],
            ["rules", "show", "aws-acces-key"], ["rules", "check", "/nowhere/x.toml"],
            ["rules", "none"],
            ["scan", ".", "--timeout", "1e400"], ["scan", ".", "--timeout", "nan"],
        ])
        func usageErrorsScanNothing(_ arguments: [String]) throws {
            let folder = try TemporaryFolder()
            let outcome = try Command.keyhound(arguments).with { $0.folder = folder.path }.run()
            #expect(outcome.code == 2 && outcome.output.isEmpty && !outcome.errors.isEmpty, "\(outcome)")
        }

        @Test(arguments: ["1e300", "1000000000h", "0.0000001ms"]) func anOddTimeLimitIsTaken(_ limit: String) throws {
            let folder = try TemporaryFolder()
            let outcome = try Command.scan(folder.path, "--timeout", limit).with { $0.patience = 20 }.run()
            #expect(outcome.signal == nil && [0, 2, 3].contains(outcome.code), "\(outcome)")
        }

        @Test(arguments: ["1", "100", "1T"]) func anOddChunkSizeIsNoCrash(_ size: String) throws {
            let folder = try TemporaryFolder()
            try folder.write("k", Sample.line(1))
            let outcome = try Command.scan(folder.path, "--chunk-size", size).with { $0.patience = 20 }.run()
            #expect(outcome.signal == nil && [1, 2].contains(outcome.code), "\(outcome)")
        }

        @Test(arguments: [["-j2"], ["-fjson"], ["-f=json"], ["--format=json"], ["-j", "2"]])
        func optionsCanBeWrittenAsIsUsual(_ words: [String]) throws {
            let folder = try TemporaryFolder()
            #expect(try Command.keyhound(["scan", folder.path] + words).run().code == 0, "\(words)")
        }

        @Test func rulesAreListedAndShown() throws {
            let list = try Command.keyhound("rules", "list").run()
            #expect(list.code == 0 && list.text.contains("aws-access-key-pair") && list.text.contains("private"))
            for id in ["aws-access-key-id", "aws-access-key-pair"] {
                let show = try Command.keyhound("rules", "show", id).run()
                #expect(show.code == 0 && show.text.contains(id) && show.text.contains("remedy"), "\(show)")
            }
            let wrong = try Command.keyhound("rules", "show", "aws-acces-key-id").run()
            #expect(wrong.code == 2 && wrong.errorText.contains("aws-access-key-id"), "\(wrong)")
        }
    }
}
