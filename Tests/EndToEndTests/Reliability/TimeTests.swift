import Glibc
import Testing

extension EndToEndTests {
    /// Time limits, and many workers on one processor.
    @Suite struct TimeTests {
        @Test func atTheTimeLimitThereIsAPartialReport() throws {
            let folder = try TemporaryFolder()
            try folder.write("0", Sample.line(90))
            let line = Array("the quick brown fox jumps over the lazy dog and then some more\n".utf8)
            try folder.write("1", Array(repeatElement(line, count: (64 << 20) / line.count).joined()))
            let command = Command.scan(folder.file("0"), folder.file("1"), "-j", "1", "--timeout", "300ms")
            let outcome = try command.with { $0.patience = 30 }.run()
            #expect(outcome.code == 4 && !outcome.hung, "\(outcome)")
            let report = try outcome.report()
            #expect(report.run.state == "incomplete" && report.run.incomplete_reasons == ["timeout"] && report.addsUp)
            #expect(report.findings.map(\.path) == [folder.file("0")])
            let clean = try Command.scan(folder.file("1"), "-j", "1", "--timeout", "300ms").run()
            #expect(clean.code == 3, "\(clean)")
            let accepted = try Command.scan(folder.file("1"), "--timeout", "300ms", "--accept-incomplete=timeout").run()
            #expect(accepted.code == 0, "\(accepted)")
        }

        @Test func anInputThatNeverComesHasATimeLimit() throws {
            let folder = try TemporaryFolder()
            try folder.makeFIFO("input")
            let script = "exec \"$0\" scan --timeout 500ms - <\"$1\""
            let process = try Command(["sh", "-c", script, Environment.binary, folder.file("input")])
                .with { $0.patience = 10 }.start()
            let writer = unsafe Glibc.open(folder.file("input"), O_WRONLY)
            let outcome = try process.wait()
            close(writer)
            #expect(outcome.code == 3 && !outcome.hung, "\(outcome)")
        }

        @Test(.enabled(if: SystemTool.exists("taskset"))) func manyWorkersOnOneProcessorComeToAnEnd() throws {
            let folder = try TemporaryFolder()
            for index in 0..<300 {
                if index % 10 == 0 { try folder.makeFolder("d\(index / 10)") }
                try folder.write("d\(index / 10)/f\(index)", "text \(index)\n")
            }
            try folder.write("key", Sample.line(91))
            for _ in 0..<Environment.size(10, full: 100) {
                let command = Command.scan(folder.path, "-j", "64").with {
                    $0.words = ["nice", "-n", "19", "taskset", "-c", "0"].map { Array($0.utf8) } + $0.words
                    $0.patience = 20
                }
                let outcome = try command.run()
                try #require(!outcome.hung && outcome.code == 1, "\(outcome)")
            }
        }
    }
}
