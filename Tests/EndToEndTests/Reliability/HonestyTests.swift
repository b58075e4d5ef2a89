import Foundation
import Testing

extension EndToEndTests {
    /// No network, no other program, no writing, and an account that adds up.
    @Suite struct HonestyTests {
        @Test(.enabled(if: SystemTool.exists("strace"), "strace is not installed"))
        func aRunOpensNoSocketAndStartsNothing() throws {
            let folder = try TemporaryFolder()
            let other = try TemporaryFolder()
            try folder.makeFolder(".git/hooks")
            try folder.write(".git/config", "[core]\n\tfsmonitor = touch \(other.file("pwned"))\n")
            for index in 0..<20 { try folder.write("k\(index)", Sample.line(index)) }
            let trace = try traced(
                .scan(folder.path), calls: "trace=network,execve,execveat,fork,vfork,openat,creat,unlink,rename,mkdir",
                to: other.file("trace"))
            let lines = trace.split(separator: "\n")
            #expect(!lines.contains { $0.contains("AF_INET") || $0.contains("socket(") }, "\(trace.prefix(2000))")
            #expect(lines.count { $0.contains("execve") && $0.contains("= 0") } == 1)
            let writes = lines.filter { $0.contains("O_WRONLY") || $0.contains("O_RDWR") || $0.contains("O_CREAT") }
            #expect(writes.allSatisfy { $0.contains("/dev/null") }, "\(writes)")
            #expect(!lines.contains { $0.contains("unlink(") || $0.contains("mkdir(") || $0.contains("rename(") })
        }

        @Test func nothingInTheTreeIsTouched() throws {
            let folder = try TemporaryFolder()
            for index in 0..<10 { try folder.write("k\(index)", Sample.line(index)) }
            let listing = ["find", folder.path, "-printf", "%p %i %s %T@ %C@ %m\\n"]
            let before = try Command(listing).run().text
            _ = try Command.scan(folder.path).run()
            #expect(try Command(listing).run().text == before)
        }

        @Test func theReportSaysWhatItIsAndAddsUp() throws {
            let folder = try TemporaryFolder()
            var bytes = 0
            for index in 0..<30 {
                let text = String(repeating: "text\n", count: index * 10)
                try folder.write("f\(index)", text)
                bytes += text.utf8.count
            }
            try folder.makeFIFO("fifo")
            try folder.link("link", to: "f1")
            try folder.makeFolder("left-out")
            let report = try Command.scan(folder.path, "--exclude", "left-out", "--max-file-size", "1200").run()
                .report()
            #expect(report.schema_version == "1" && report.tool.name == "keyhound" && !report.tool.version.isEmpty)
            #expect(report.tool.rules_sha256.count == 64 && report.tool.pcre2_version.hasPrefix("10."))
            #expect(report.coverage.seen.units == 33 && report.addsUp)
            let large = try #require(report.skipped("limit:size"))
            #expect((report.coverage.examined.bytes ?? 0) + large.bytes == bytes)
            #expect(report.run.state == "incomplete" && report.run.incomplete_reasons == ["limit:size"])
            for reason in ["fifo", "symbolic-link", "excluded"] { #expect(report.skipped(reason)?.count == 1) }
        }

        @Test func theReportSaysHowPatternsRan() throws {
            let folder = try TemporaryFolder()
            let off = try Command.scan(folder.path).with { $0.environment["KEYHOUND_JIT"] = "off" }.run().report()
            #expect(!off.tool.jit)
            let version = try Command.keyhound("--version").run().text
            #expect(version == off.tool.version + "\n")
        }

        @Test func anEmptyFolderIsClean() throws {
            let folder = try TemporaryFolder()
            for format in ["text", "json", "jsonl", "sarif"] {
                let outcome = try Command.keyhound("scan", folder.path, "-f", format).run()
                #expect(outcome.code == 0 && !outcome.output.isEmpty, "\(outcome)")
            }
            #expect(try Command.scan(folder.path).run().report().coverage.seen.units == 0)
        }

        /// Start-up parses no rule and reads no file of its own: few system calls.
        @Test(.enabled(if: SystemTool.exists("strace"), "strace is not installed"))
        func startingIsLittleWork() throws {
            let folder = try TemporaryFolder()
            let other = try TemporaryFolder()
            let trace = try traced(.scan(folder.path), calls: "trace=all", to: other.file("trace"))
            let calls = trace.split(separator: "\n").count
            #expect(calls < 1500, "\(calls) system calls")
        }
    }
}
