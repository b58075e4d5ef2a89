import Foundation
import Testing

extension EndToEndTests {
    /// One large file, scanned by one worker and by several.
    @Suite struct LargeFileTests {
        /// A credential every 20 kB: enough that files of this size are shared, and about 20 MB at full size.
        private static func content() -> [UInt8] {
            let filler = Array("static int number = 12345; // some text with é and 😀\r\n".utf8)
            var content: [UInt8] = []
            for index in 0..<Environment.size(300, full: 1_000) {
                for _ in 0..<330 + index % 70 { content += filler }
                let line = index % 3 == 0 ? "id = \(Sample.keyID(index))" : Sample.line(index % 50)
                content += Array("\(line)\r\n".utf8)
            }
            return content
        }

        @Test func anyNumberOfWorkersMakesTheSameReport() throws {
            let folder = try TemporaryFolder()
            try folder.write("big", Self.content())
            let reference = try Command.scan(folder.path, "-j", "1").run()
            #expect(reference.code == 1, "\(reference)")
            #expect(try reference.report().findings.count > 250)
            for words in [["-j", "2"], ["-j", "8"], ["-j", "8", "--chunk-size", "30K"]] {
                let other = try Command.scan([folder.path] + words).run()
                #expect(
                    JSONReport.withoutRun(other.output) == JSONReport.withoutRun(reference.output), "\(words)")
            }
        }

        /// Reads that fail from some point on: what was found in front of it stays, and how far it went is said.
        @Test(.enabled(if: CTool.readFailure != nil), arguments: ["1", "2", "8"], [2, 5, 9])
        func aReadThatFailsInTheMiddle(workers: String, number: Int) throws {
            let folder = try TemporaryFolder()
            try folder.write("big", Sample.line(1) + "\r\n" + String(decoding: Self.content(), as: UTF8.self))
            let outcome = try Command.scan(folder.path, "-j", workers, "--chunk-size", "512K").with {
                $0.environment = [
                    "LD_PRELOAD": CTool.readFailure ?? "", "FAIL_FOLDER": folder.path, "FAIL_MODE": "error",
                    "FAIL_AT": "\(number)",
                ]
            }.run()
            #expect(!outcome.hung && outcome.code == 4, "\(outcome)")
            let report = try outcome.report()
            #expect(report.addsUp)
            let skip = try #require(report.skipped("error"))
            #expect(skip.count == 1 && skip.examples.contains { $0.note?.contains("at byte") == true })
            #expect(!report.findings.isEmpty)
        }

        /// Sizes that leave every possible rest behind the last shared core.
        @Test(arguments: [0, 1, 4_095, 4_096, 4_097])
        func keysAtTheVeryEnd(more: Int) throws {
            let folder = try TemporaryFolder()
            let text = String(repeating: "x y\n", count: 60_000) + String(repeating: ".", count: more) + "\n"
            try folder.write("big", text + Sample.line(1))
            let outcome = try Command.scan(folder.path, "-j", "2", "--chunk-size", "4K").run()
            #expect(outcome.code == 1, "\(outcome)")
            let findings = try outcome.report().findings
            #expect(findings.count == 1 && findings.first?.line == 60_002)
        }
    }
}
