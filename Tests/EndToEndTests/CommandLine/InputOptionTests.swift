import Foundation
import Testing

extension EndToEndTests {
    /// What to scan: standard input, lists, names of any bytes, patterns.
    @Suite struct InputOptionTests {
        private func folderWithKeys(_ names: String...) throws -> TemporaryFolder {
            let folder = try TemporaryFolder()
            for (index, name) in names.enumerated() {
                if let slash = name.lastIndex(of: "/") { try folder.makeFolder(String(name[..<slash])) }
                try folder.write(name, Sample.line(index + 1) + "\n")
            }
            return folder
        }

        @Test func standardInputIsContent() throws {
            let text = "first\n" + Sample.line(1)
            let outcome = try Command.scan("-").with { $0.input = .bytes(Array(text.utf8)) }.run()
            #expect(outcome.code == 1)
            let finding = try #require(try outcome.report().findings.first)
            #expect(finding.line == 2 && finding.column == Sample.column && finding.start_byte == 6 + Sample.column - 1)
            #expect(finding.provenance.map(\.kind) == ["standard-input"])
            #expect(try Command.scan("-").with { $0.input = .bytes([]) }.run().code == 0)
        }

        @Test func standardInputFromAPipeIsReadToItsEnd() throws {
            let folder = try folderWithKeys("k")
            let script = "{ head -c 3000000 /dev/zero; sleep 0.2; cat \"$1\"; } | \"$0\" scan -f json -"
            let outcome = try Command(["sh", "-c", script, Environment.binary, folder.file("k")]).run()
            #expect(try outcome.report().findings.map(\.start_byte) == [3_000_000 + Sample.column - 1], "\(outcome)")
        }

        @Test func standardInputCannotBeTwoThings() throws {
            let outcome = try Command.scan("-", "--files-from", "-").run()
            #expect(outcome.code == 2 && outcome.output.isEmpty, "\(outcome)")
        }

        @Test func aListNamesFilesByLines() throws {
            let folder = try folderWithKeys("a", "b c", "sub/d", "e")
            try folder.write("list", "a\nb c\r\n\nsub\n")
            let outcome = try Command.scan("--files-from", "list").with { $0.folder = folder.path }.run()
            // A carriage return is part of a name in a list of lines; there is no such file.
            let report = try outcome.report()
            #expect(report.findings.map(\.path).filter { !$0.hasPrefix("b c") } == ["a", "sub/d"], "\(outcome)")
            #expect(report.addsUp)
            let piped = try Command.scan("--files-from", "-")
                .with {
                    $0.folder = folder.path; $0.input = .bytes(Array("b c\nsub/d".utf8))
                }.run()
            #expect(try piped.report().findings.map(\.path) == ["b c", "sub/d"], "\(piped)")
        }

        @Test(arguments: ["-0", "--null"]) func aListNamesFilesByNUL(_ option: String) throws {
            let folder = try folderWithKeys("a\nb", "c", "d")
            let names = Array("a\nb\0c\0".utf8)
            let outcome = try Command.scan("--files-from", "-", option)
                .with {
                    $0.folder = folder.path; $0.input = .bytes(names)
                }.run()
            #expect(outcome.code == 1)
            #expect(try outcome.report().findings.map(\.path) == ["a\nb", "c"])
        }

        @Test func aListThatIsMissingIsRefused() throws {
            let folder = try TemporaryFolder()
            #expect(try Command.scan("--files-from", folder.file("none")).run().code == 2)
            #expect(try Command.scan("--files-from", folder.path).run().code == 2)
        }

        @Test func anEmptyListIsClean() throws {
            #expect(try Command.scan("--files-from", "/dev/null").run().code.map { [0, 2].contains($0) } == true)
            let outcome = try Command.scan("--files-from", "-").run()
            #expect(outcome.code == 0, "\(outcome)")
        }

        @Test func namesBehindTwoDashesAreNames() throws {
            let folder = try folderWithKeys("-rf", "--help", "-", "ok")
            let outcome = try Command.scan("--", "-rf", "--help", "./-", "ok").with { $0.folder = folder.path }.run()
            #expect(outcome.code == 1, "\(outcome)")
            #expect(try outcome.report().findings.map(\.path) == ["--help", "-rf", "./-", "ok"])
        }

        @Test func namesNeedNotBeText() throws {
            let folder = try TemporaryFolder()
            let names: [[UInt8]] = [[0xFF, 0xFE], [0xFE], [UInt8(ascii: "a"), 0xC3]]
            for (index, name) in names.enumerated() { try folder.write(name, Array(Sample.line(index + 1).utf8)) }
            let base = Array((folder.path + "/").utf8)
            let command = Command.scan().with { $0.words += names.map { base + $0 } }
            let outcome = try command.run()
            #expect(outcome.code == 1, "\(outcome)")
            let found = try outcome.report().findings.compactMap {
                $0.path_bytes_base64.flatMap { Data(base64Encoded: $0) }
            }
            #expect(Set(found.map { Array($0) }) == Set(names.map { base + $0 }))
            let list: [UInt8] = Array(names.map { base + $0 + [0] }.joined())
            let listed = try Command.scan("--files-from", "-", "-0").with { $0.input = .bytes(list) }.run()
            #expect(try listed.report().findings.count == 3, "\(listed)")
        }

        @Test func missingTargetsAreRefused() throws {
            let folder = try folderWithKeys("k")
            for words in [["gone"], ["k", "gone"], [""], ["k/x"], []] {
                let outcome = try Command.keyhound(["scan"] + words).with { $0.folder = folder.path }.run()
                #expect(outcome.code == 2 && outcome.output.isEmpty && !outcome.errors.isEmpty, "\(words): \(outcome)")
            }
        }

        @Test func patternsChooseFiles() throws {
            let folder = try folderWithKeys("a.py", "b.js", "sub/c.py", "sub/deep/d.js", "node_modules/e.py")
            let paths = { (words: [String]) in
                let outcome = try Command.scan([".", "-j", "1"] + words).with { $0.folder = folder.path }.run()
                let report = try outcome.report()
                #expect(report.addsUp)
                return Set(report.findings.map { $0.path.replacing(/^\.\//, with: "") })
            }
            #expect(try paths(["--include", "*.py"]) == ["a.py", "sub/c.py", "node_modules/e.py"])
            #expect(try paths(["--exclude", "*.py"]) == ["b.js", "sub/deep/d.js"])
            #expect(try paths(["--include", "*.py", "--exclude", "node_modules"]) == ["a.py", "sub/c.py"])
            #expect(try paths(["--include", "sub/**"]) == ["sub/c.py", "sub/deep/d.js"])
            #expect(try paths(["--include", "*.py", "--include", "*.js"]).count == 5)
            #expect(try Command.scan(".", "--exclude", "[").with { $0.folder = folder.path }.run().code == 2)
        }
    }
}
