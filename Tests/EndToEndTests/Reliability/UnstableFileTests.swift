import Glibc
import Testing

extension EndToEndTests {
    /// Files that change, vanish or refuse while they are scanned.
    @Suite struct UnstableFileTests {
        /// Case 1.
        @Test func filesThatVanishAreCounted() throws {
            let folder = try TemporaryFolder()
            let count = Environment.size(3000, full: 10_000)
            for index in 0..<count {
                if index % 100 == 0 { try folder.makeFolder("\(index / 100)") }
                try folder.write("\(index / 100)/\(index).txt", "x\n")
            }
            try folder.makeFolder("kept")
            try folder.write("kept/k", Sample.line(1))
            let command = Command.scan(folder.path, "-j", "1", "-o", folder.file("report"))
            let remover = try Command(["find", folder.path, "-name", "*.txt", "-delete"]).start()
            let outcome = try command.run()
            _ = try remover.wait()
            let report = try JSONReport(folder.contents("report"))
            let vanished = report.skipped("vanished")
            #expect(outcome.code == (vanished == nil ? 1 : 4), "\(outcome)")
            #expect(report.addsUp)
            #expect(report.findings.map(\.path) == [folder.file("kept/k")])
        }

        @Test func vanishedTargetsOfAListAreAcceptable() throws {
            let folder = try TemporaryFolder()
            try folder.write("a", "nothing")
            try folder.write("list", "\(folder.file("a"))\n\(folder.file("gone"))\n")
            let plain = try Command.scan("--files-from", folder.file("list")).run()
            #expect(plain.code == 3, "\(plain)")
            #expect(try plain.report().skipped("vanished")?.count == 1)
            let accepted = try Command.scan("--files-from", folder.file("list"), "--accept-incomplete=vanished").run()
            #expect(accepted.code == 0, "\(accepted)")
            #expect(try accepted.report().skipped("vanished")?.accepted == true)
        }

        /// Case 2.
        @Test func aFileThatIsCutIsSaidToHaveChanged() throws {
            let folder = try TemporaryFolder()
            let size = Environment.size(12 << 20, full: 200 << 20)
            let block = Array(repeating: UInt8(ascii: "a"), count: 79) + [10]
            let content = Array(repeatElement(block, count: size / 80).joined())
            try folder.write("other", Sample.line(2))
            var changes = 0
            for round in 0..<Environment.size(4, full: 20) {
                try folder.write("big", content)
                let process = try Command.scan(folder.path, "-j", "1").start()
                usleep(UInt32(50_000 * (1 + round)))
                #expect(unsafe truncate(folder.file("big"), 1) == 0)
                let outcome = try process.wait()
                let report = try outcome.report()
                #expect(outcome.signal == nil && report.addsUp, "\(outcome)")
                #expect(report.findings.count == 1)
                let changed = report.skipped("changed-during-scan") != nil
                #expect(outcome.code == (changed ? 4 : 1), "\(outcome)")
                if changed { changes += 1 }
            }
            #expect(changes > 0, "no run was cut in the middle")
        }

        /// Case 3.
        @Test func aFileThatGrowsComesToAnEnd() throws {
            let folder = try TemporaryFolder()
            try folder.write("log", Array(repeating: UInt8(ascii: "."), count: 2 << 20))
            let writer = try Command([
                "sh", "-c", "while :; do head -c 65536 /dev/zero >> \"$0\"; done", folder.file("log"),
            ])
            .start()
            let outcome = try Command.scan(folder.path).with { $0.patience = 60 }.run()
            writer.signal(SIGKILL)
            _ = try writer.wait()
            #expect(!outcome.hung && outcome.signal == nil, "\(outcome)")
            let report = try outcome.report()
            #expect(report.addsUp)
            #expect(outcome.code == (report.skipped("changed-during-scan") == nil ? 0 : 3), "\(outcome)")
        }

        /// Case 4.
        @Test(.enabled(if: SystemTool.canBecomeNobody)) func anUnreadableFileIsNamedOnce() throws {
            let folder = try TemporaryFolder()
            try folder.setMode(0o755)
            try folder.write("clean", "nothing here")
            try folder.write("locked", "x")
            try folder.setMode(0, of: "locked")
            let clean = try asNobody(.scan(folder.path)).run()
            #expect(clean.code == 3, "\(clean)")
            #expect(clean.errorText.components(separatedBy: folder.file("locked")).count == 2, "\(clean.errorText)")
            try folder.write("key", Sample.line(3))
            let found = try asNobody(.scan(folder.path)).run()
            #expect(found.code == 4, "\(found)")
            #expect(try found.report().skipped("unreadable")?.count == 1)
            #expect(try asNobody(.scan(folder.path, "--accept-incomplete", "unreadable")).run().code == 1)
        }

        /// Case 5: without the right to list, and without the right to enter.
        @Test(.enabled(if: SystemTool.canBecomeNobody), arguments: [0, 0o444, 0o111])
        func anUnreadableFolderLeavesTheResultIncomplete(_ mode: Int) throws {
            let folder = try TemporaryFolder()
            try folder.setMode(0o755)
            try folder.makeFolder("locked")
            try folder.write("locked/file", "x")
            try folder.setMode(mode, of: "locked")
            let outcome = try asNobody(.scan(folder.path)).run()
            #expect(outcome.code == 3, "\(outcome)")
            #expect(try outcome.report().addsUp)
            try folder.setMode(0o755, of: "locked")
        }

        private func asNobody(_ command: Command) -> Command {
            command.with { $0.words = SystemTool.asNobody.map { Array($0.utf8) } + $0.words }
        }
    }
}
