import Foundation
import Glibc
import Testing

extension EndToEndTests {
    /// Reports that cannot be delivered, and reports that must not be read by others.
    @Suite struct DeliveryTests {
        private func clean() throws -> TemporaryFolder {
            let folder = try TemporaryFolder()
            try folder.write("file", "nothing")
            return folder
        }

        /// Case 43.
        @Test(arguments: ["text", "json", "jsonl", "sarif"]) func aFullDeviceIsNoSuccess(_ format: String) throws {
            let folder = try clean()
            for arguments in [[], ["-o", "/dev/full"]] {
                let command = Command.keyhound(["scan", folder.file("file"), "-f", format] + arguments)
                let outcome = try command.with { $0.output = arguments.isEmpty ? .path("/dev/full") : .captured }.run()
                #expect(outcome.code == 5, "\(outcome)")
                #expect(outcome.errorText.split(separator: "\n").count == 1, "\(outcome.errorText)")
            }
        }

        @Test(.enabled(if: SystemTool.isRoot)) func aFullDiskKeepsTheOldReport() throws {
            let folder = try TemporaryFolder()
            for index in 0..<60 { try folder.write("k\(index)", Sample.line(index)) }
            let disk = try TemporaryFolder()
            let mount = try Command(["mount", "-t", "tmpfs", "-o", "size=16k", "none", disk.path]).run()
            guard mount.code == 0 else { return }
            defer { _ = try? Command(["umount", disk.path]).run() }
            try disk.write("report", "old")
            let outcome = try Command.scan(folder.path, "-o", disk.file("report")).run()
            #expect(outcome.code == 5 && outcome.errorText.split(separator: "\n").count == 1, "\(outcome)")
            #expect(disk.contents("report") == Array("old".utf8))
            #expect(try disk.names() == ["report"])
        }

        @Test(.enabled(if: SystemTool.canBecomeNobody)) func aFolderWithoutTheRightToWriteIsNoSuccess() throws {
            let folder = try clean()
            try folder.setMode(0o755)
            let command = Command.scan(folder.file("file"), "-o", folder.file("report"))
            let outcome = try command.with { $0.words = SystemTool.asNobody.map { Array($0.utf8) } + $0.words }.run()
            #expect(outcome.code == 5 && !outcome.errors.isEmpty, "\(outcome)")
        }

        @Test func aFileSizeLimitIsNoDeath() throws {
            let folder = try TemporaryFolder()
            for index in 0..<60 { try folder.write("k\(index)", Sample.line(index)) }
            try folder.write("report", "old")
            let command = Command.scan(folder.path, "-o", folder.file("report"))
            let outcome = try command.with { $0.prelude = "ulimit -f 8" }.run()
            #expect(outcome.code == 5 && outcome.signal == nil, "\(outcome)")
            #expect(folder.contents("report") == Array("old".utf8))
            #expect(try folder.names().allSatisfy { !$0.hasSuffix(".tmp") })
        }

        /// Case 44.
        @Test(arguments: ["text", "json", "sarif"]) func aReaderThatGoesAwayIsNoSuccess(_ format: String) throws {
            let folder = try TemporaryFolder()
            for index in 0..<400 { try folder.write("k\(index)", Sample.line(index)) }
            let script = "{ \"$0\" scan \"$1\" -f \(format); echo $? >\"$2\"; } | head -c 10 >/dev/null"
            let outcome = try Command([
                "sh", "-c", script, Environment.binary, folder.path, folder.file("../\(getpid()).status"),
            ])
            .run()
            let status = try String(contentsOfFile: folder.file("../\(getpid()).status"), encoding: .utf8)
            #expect(status == "5\n", "\(outcome)")
            try FileManager.default.removeItem(atPath: folder.file("../\(getpid()).status"))
        }

        @Test(arguments: [
            ("exec 1>&-", 5), ("exec 2>&-", 0), ("exec 1>&- 2>&-", 5), ("exec 0<&-", 0), ("exec 0<&- 1>&- 2>&-", 5),
        ])
        func closedStreamsAreNeverTakenForFiles(_ prelude: String, _ code: Int32) throws {
            let folder = try clean()
            let outcome = try Command.scan(folder.path).with { $0.prelude = prelude }.run()
            #expect(outcome.code == code, "\(prelude): \(outcome)")
            #expect(folder.contents("file") == Array("nothing".utf8))
            #expect(try folder.names() == ["file"])
        }

        @Test func aClosedStandardErrorKeepsTheResult() throws {
            let folder = try TemporaryFolder()
            try folder.write("k", Sample.line(60))
            let outcome = try Command.scan(folder.path).with { $0.prelude = "exec 2>&-" }.run()
            #expect(outcome.code == 1, "\(outcome)")
        }

        @Test func standardInputThatIsClosedIsNotClean() throws {
            let outcome = try Command.scan("-").with { $0.prelude = "exec 0<&-" }.run()
            #expect([2, 3].contains(outcome.code), "\(outcome)")
        }

        @Test func helpThatNobodyCanReadIsNoSuccess() throws {
            for words in [["--help"], ["--version"], ["rules", "list"]] {
                #expect(try Command.keyhound(words).with { $0.output = .path("/dev/full") }.run().code == 5)
            }
        }

        /// Case 56.
        @Test(arguments: ["text", "json", "jsonl", "sarif"]) func aReportIsForItsOwnerAlone(_ format: String) throws {
            let folder = try clean()
            let out = folder.file("report")
            for old in [false, true] {
                if old {
                    try folder.write("report", "old")
                    try folder.setMode(0o666, of: "report")
                }
                let command = Command.keyhound("scan", folder.file("file"), "-f", format, "-o", out)
                #expect(try command.with { $0.prelude = "umask 000" }.run().code == 0)
                #expect(try folder.mode(of: "report") == 0o600)
                #expect(try folder.names() == ["file", "report"])
                try FileManager.default.removeItem(atPath: out)
            }
        }

        @Test func aPlantedLinkIsRefused() throws {
            let folder = try clean()
            try folder.write("victim", "precious")
            try folder.link("report", to: "victim")
            try folder.link("dangling", to: "new")
            for name in ["report", "dangling"] {
                let outcome = try Command.scan(folder.file("file"), "-o", folder.file(name)).run()
                #expect(outcome.code == 2 && outcome.output.isEmpty, "\(outcome)")
            }
            #expect(folder.contents("victim") == Array("precious".utf8))
            #expect(try folder.names() == ["dangling", "file", "report", "victim"])
        }

        @Test func aPlantedTemporaryFileDoesNotCatchTheReport() throws {
            let folder = try clean()
            try folder.write("victim", "precious")
            try folder.link(".report.keyhound.tmp", to: "victim")
            let outcome = try Command.scan(folder.file("file"), "-o", folder.file("report")).run()
            #expect(outcome.code == 0, "\(outcome)")
            #expect(folder.contents("victim") == Array("precious".utf8))
            #expect(try folder.mode(of: "report") == 0o600)
        }

        @Test(arguments: ["", ".", "/", "sub", "missing/report"]) func whatCannotBeAReportIsRefused(_ name: String)
            throws
        {
            let folder = try clean()
            try folder.makeFolder("sub")
            let outcome = try Command.scan(folder.file("file"), "-o", folder.file(name)).run()
            #expect(outcome.code == 2 && outcome.output.isEmpty && !outcome.errors.isEmpty, "\(outcome)")
        }

        /// Case 56: nothing can be had from the memory of a running scan.
        @Test func theProcessCannotBeDumped() throws {
            let folder = try TemporaryFolder()
            try folder.makeFIFO("input")
            let command = Command(["sh", "-c", "exec \"$0\" scan - <\"$1\"", Environment.binary, folder.file("input")])
            let process = try command.with {
                $0.prelude = "ulimit -c unlimited"; $0.patience = 10
            }.start()
            let writer = unsafe Glibc.open(folder.file("input"), O_WRONLY)
            _ = unsafe write(writer, Sample.line(61), Sample.line(61).utf8.count)
            usleep(500_000)
            let limits = try String(contentsOfFile: "/proc/\(process.processID)/limits", encoding: .utf8)
            let core = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") }?.split(separator: " ")
            #expect(core?.dropFirst(4).first == "0", "\(limits)")
            if SystemTool.isRoot, SystemTool.exists("gcore"), SystemTool.exists("setpriv") {
                // The superuser may always; what counts is that the owner may not.
                var facts = stat()
                #expect(unsafe stat("/proc/\(process.processID)/environ", &facts) == 0 && facts.st_uid == 0)
            }
            process.signal(SIGSEGV)
            let outcome = try process.wait()
            close(writer)
            #expect(outcome.signal == SIGSEGV, "\(outcome)")
            #expect(try folder.names() == ["input"])
        }

        @Test(.enabled(if: SystemTool.canBecomeNobody && SystemTool.exists("gcore")))
        func theOwnerCannotTakeACore() throws {
            let folder = try TemporaryFolder()
            try folder.setMode(0o777)
            try folder.makeFIFO("input")
            try folder.setMode(0o666, of: "input")
            let words =
                SystemTool.asNobody + [
                    "sh", "-c", "exec \"$0\" scan - <\"$1\"", Environment.binary, folder.file("input"),
                ]
            let process = try Command(words).start()
            let writer = unsafe Glibc.open(folder.file("input"), O_WRONLY)
            usleep(500_000)
            let status = try String(contentsOfFile: "/proc/\(process.processID)/status", encoding: .utf8)
            #expect(status.contains("State:\tS"))
            var facts = stat()
            #expect(unsafe stat("/proc/\(process.processID)/environ", &facts) == 0 && facts.st_uid == 0)
            let dump = try Command(SystemTool.asNobody + ["gcore", "-o", folder.file("core"), "\(process.processID)"])
                .run()
            #expect(dump.code != 0, "\(dump)")
            let peek = try Command(SystemTool.asNobody + ["cat", "/proc/\(process.processID)/environ"]).run()
            #expect(peek.code != 0)
            close(writer)
            #expect(try process.wait().code == 0)
        }
    }
}
