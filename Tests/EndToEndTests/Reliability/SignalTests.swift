import Foundation
import Glibc
import Testing

extension EndToEndTests {
    /// Signals in the middle of a scan, and reports that are killed while they are written (cases 45 and 46).
    @Suite struct SignalTests {
        /// A key in the first file, then more than can be scanned in a moment.
        private func slowFolder() throws -> TemporaryFolder {
            let folder = try TemporaryFolder()
            try folder.write("0", Sample.line(70))
            let line = "the quick brown fox jumps over the lazy dog and then some more\n"
            try folder.write("1", Array(String(repeating: line, count: (64 << 20) / line.utf8.count).utf8))
            return folder
        }

        @Test(arguments: [SIGHUP, SIGINT, SIGTERM])
        func aSignalLeavesAPartialReport(_ signal: Int32) throws {
            let folder = try slowFolder()
            for round in 0..<Environment.size(4, full: 20) {
                let output = folder.file("report")
                let process = try Command.scan(folder.file("0"), folder.file("1"), "-j", "1", "-o", output).start()
                while process.isRunning, !process.catches(signal) { usleep(1000) }
                usleep(UInt32(300_000 + round * 100_000))
                guard process.isRunning else {
                    _ = try process.wait()
                    continue
                }
                let sent = ContinuousClock.now
                process.signal(signal)
                let outcome = try process.wait()
                #expect(ContinuousClock.now - sent < .seconds(10))
                #expect(outcome.code == 128 + signal, "\(outcome)")
                let report = try JSONReport(folder.contents("report"))
                #expect(report.run.state == "interrupted" && report.addsUp)
                #expect(report.findings.map(\.path) == [folder.file("0")])
                #expect(report.skipped("interrupted") != nil)
                try FileManager.default.removeItem(atPath: output)
            }
        }

        @Test(arguments: ["text", "jsonl", "sarif"]) func everyFormatHasAPartialReport(_ format: String) throws {
            let folder = try slowFolder()
            let command = Command.keyhound("scan", folder.path, "-f", format, "-j", "1")
            let process = try command.start()
            usleep(300_000)
            process.signal(SIGTERM)
            let outcome = try process.wait()
            #expect(outcome.code == 143, "\(outcome)")
            #expect(outcome.text.lowercased().contains("interrupted"))
            if format == "sarif" { #expect(try SARIFReport(outcome.output).version == "2.1.0") }
        }

        @Test func aSecondSignalEndsAtOnce() throws {
            let folder = try TemporaryFolder()
            try folder.makeFIFO("input")
            let command = Command(["sh", "-c", "exec \"$0\" scan - <\"$1\"", Environment.binary, folder.file("input")])
            let process = try command.start()
            let writer = unsafe Glibc.open(folder.file("input"), O_WRONLY)
            usleep(300_000)
            process.signal(SIGINT)
            usleep(200_000)
            process.signal(SIGINT)
            let outcome = try process.wait()
            close(writer)
            #expect(outcome.code == 130, "\(outcome)")
        }

        @Test func anInputThatNeverEndsCanBeInterrupted() throws {
            let folder = try TemporaryFolder()
            try folder.makeFIFO("input")
            let script = "exec \"$0\" scan -f json - <\"$1\""
            let process = try Command(["sh", "-c", script, Environment.binary, folder.file("input")])
                .with { $0.patience = 10 }.start()
            let writer = unsafe Glibc.open(folder.file("input"), O_WRONLY)
            usleep(300_000)
            process.signal(SIGTERM)
            let outcome = try process.wait()
            close(writer)
            #expect(outcome.code == 143 && !outcome.hung, "\(outcome)")
        }

        @Test func anIgnoredSignalStaysIgnored() throws {
            let folder = try TemporaryFolder()
            try folder.makeFIFO("input")
            let script = "trap '' HUP; exec \"$0\" scan - <\"$1\""
            let process = try Command(["sh", "-c", script, Environment.binary, folder.file("input")]).start()
            let writer = unsafe Glibc.open(folder.file("input"), O_WRONLY)
            usleep(300_000)
            process.signal(SIGHUP)
            usleep(200_000)
            #expect(process.isRunning)
            close(writer)
            #expect(try process.wait().code == 0)
        }

        /// Case 46.
        @Test func aKilledRunLeavesTheOldReportOrTheNewOne() throws {
            let folder = try TemporaryFolder()
            let out = try TemporaryFolder()
            let scratch = try TemporaryFolder()
            for index in 0..<300 { try folder.write("k\(index)", Sample.line(index)) }
            let command = Command.scan(folder.path, "-o", out.file("report")).with {
                $0.environment = ["TMPDIR": scratch.path, "HOME": scratch.path]
            }
            #expect(try command.run().code == 1)
            let complete = JSONReport.withoutRun(out.contents("report"))
            for round in 0..<Environment.size(20, full: 50) {
                let process = try command.start()
                usleep(UInt32(round * 12_000))
                process.signal(SIGKILL)
                _ = try process.wait()
                #expect(JSONReport.withoutRun(out.contents("report")) == complete)
                let names = try out.names()
                #expect(Set(names).isSubset(of: ["report", ".report.keyhound.tmp"]))
                if names.count == 2 { #expect(try out.mode(of: ".report.keyhound.tmp") == 0o600) }
                #expect(try scratch.names().isEmpty)
            }
            try out.write(".report.keyhound.tmp", "left behind")
            #expect(try command.run().code == 1)
            #expect(try out.names() == ["report"])
        }
    }
}
