import Foundation
import Testing

extension EndToEndTests {
    /// Several reports of one run.
    @Suite struct ReportOptionTests {
        private func fixture() throws -> TemporaryFolder {
            let folder = try TemporaryFolder()
            try folder.write("a.py", "key = '\(Sample.keyID(1))'\n")
            return folder
        }

        @Test func eachOutputBelongsToTheFormatInFrontOfIt() throws {
            let folder = try fixture()
            let outcome = try Command.keyhound(
                "scan", folder.file("a.py"), "-f", "sarif", "-o", folder.file("s"), "-fcsv",
                "--output=\(folder.file("c"))",
                "--format=html", "-o\(folder.file("h"))", "-f", "jsonl"
            ).run()
            #expect(outcome.code == 1 && outcome.text.hasPrefix("{\"type\":"), "\(outcome)")
            #expect(try folder.read("s").contains("\"version\":\"2.1.0\""))
            #expect(try folder.read("c").contains("\r\n") && folder.read("h").contains("<html"))
        }

        @Test func oneReportMayBeNamedInAnyOrder() throws {
            let folder = try fixture()
            let outcome = try Command.keyhound("scan", "-o", folder.file("r"), folder.file("a.py"), "-f", "json").run()
            #expect(outcome.code == 1 && outcome.output.isEmpty)
            #expect(try JSONReport(Array(folder.read("r").utf8)).findings.count == 1)
        }

        @Test(arguments: [
            ["-f", "json", "-f", "text"], ["-o", "x", "-f", "json", "-f", "text"],
            ["-f", "json", "-o", "x", "-f", "csv", "-o", "x"], ["-f", "json", "-o", "x", "-o", "y"], ["-f", "yaml"],
        ])
        func whatCannotBeMeantIsRefused(_ words: [String]) throws {
            let folder = try fixture()
            let outcome = try Command.keyhound(["scan", folder.file("a.py")] + words).with { $0.folder = folder.path }
                .run()
            #expect(outcome.code == 2 && outcome.output.isEmpty, "\(outcome)")
            #expect(!FileManager.default.fileExists(atPath: folder.file("x")))
        }

        /// RELIABILITY 44, for many: one that cannot be delivered keeps no other.
        @Test func oneReportThatFailsKeepsNoOther() throws {
            let folder = try fixture()
            let outcome = try Command.keyhound(
                "scan", folder.file("a.py"), "-f", "json", "-o", "/dev/full", "-f", "csv", "-o", folder.file("c")
            ).run()
            #expect(outcome.code == 5 && outcome.errorText.contains("/dev/full"), "\(outcome)")
            #expect(try folder.read("c").contains("aws-access-key-id"))
        }
    }
}
