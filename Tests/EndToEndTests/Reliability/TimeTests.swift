import Glibc
import Testing

extension EndToEndTests {
    /// Time limits, and many workers on one processor.
    @Suite struct TimeTests {
        /// The input ends only after the limit, however fast the machine is.
        @Test func atTheTimeLimitThereIsAPartialReport() throws {
            let folder = try TemporaryFolder()
            try folder.write("key", Sample.line(90))
            let outcome = try endless(folder.file("key"), "-j", "1", "--timeout", "2s")
            #expect(outcome.code == 4 && !outcome.hung, "\(outcome)")
            let report = try outcome.report()
            #expect(report.run.state == "incomplete" && report.run.incomplete_reasons == ["timeout"] && report.addsUp)
            #expect(report.findings.map(\.path) == [folder.file("key")])
        }

        @Test func anInputThatNeverComesHasATimeLimit() throws {
            let outcome = try endless("--timeout", "500ms")
            #expect(outcome.code == 3 && !outcome.hung, "\(outcome)")
            let accepted = try endless("--timeout", "500ms", "--accept-incomplete=timeout")
            #expect(accepted.code == 0 && !accepted.hung, "\(accepted)")
        }

        /// Scans what `arguments` name and a standard input that stays open, and waits for the end of the scan.
        private func endless(_ arguments: String...) throws -> Outcome {
            let folder = try TemporaryFolder()
            try folder.makeFIFO("input")
            let script = "fifo=$1; shift; exec \"$0\" scan \"$@\" --format json - <\"$fifo\""
            let process = try Command(["sh", "-c", script, Environment.binary, folder.file("input")] + arguments)
                .with { $0.patience = 10 }.start()
            let writer = unsafe Glibc.open(folder.file("input"), O_WRONLY)
            defer { close(writer) }
            return try process.wait()
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
