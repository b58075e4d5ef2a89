import Foundation
import Testing

extension EndToEndTests {
    /// Memory and reading that fail.
    @Suite struct FailureInjectionTests {
        private func folderWithKeys() throws -> TemporaryFolder {
            let folder = try TemporaryFolder()
            for index in 0..<5 {
                try folder.write("k\(index)", String(repeating: "some text\n", count: 300 * index) + Sample.line(index))
            }
            return folder
        }

        /// Whatever allocation fails, nothing is said to be clean.
        @Test(.enabled(if: CTool.allocationFailure != nil), arguments: [false, true])
        func aFailedAllocationIsNeverClean(_ once: Bool) throws {
            let library = try #require(CTool.allocationFailure)
            let folder = try folderWithKeys()
            var count = 1
            for _ in 0..<Environment.size(28, full: 400) {
                let command = Command.scan(folder.path, "-j", "1").with {
                    $0.environment = ["LD_PRELOAD": library, "FAIL_ALLOCATION": "\(count)"]
                    if once { $0.environment["FAIL_ONCE"] = "1" }
                }
                let outcome = try command.run()
                #expect(!outcome.hung)
                // Swift's own allocations trap when they fail. An end by a signal is not clean either.
                if outcome.signal == nil, outcome.code == 1 {
                    #expect(try outcome.report().findings.count == 5, "allocation \(count)")
                } else if outcome.signal == nil {
                    #expect(outcome.code != 0, "allocation \(count): \(outcome)")
                }
                count += max(1, count / Environment.size(2, full: 3))
                if count > 2_000_000 { break }
            }
        }

        /// Case 52: as much address space as a small container.
        @Test(.enabled(if: SystemTool.exists("prlimit")), arguments: [40, 64, 96, 128, 192, 256, 512])
        func littleAddressSpaceIsNeverClean(_ mebibytes: Int) throws {
            let folder = try folderWithKeys()
            let limit = ["prlimit", "--as=\(mebibytes << 20)"]
            let command = Command.scan(folder.path, "-j", "2").with {
                $0.words = limit.map { Array($0.utf8) } + $0.words
            }
            let outcome = try command.run()
            #expect(!outcome.hung)
            #expect(outcome.code != 0, "\(outcome)")
            if outcome.code == 1 { #expect(try outcome.report().findings.count == 5) }
            // Below what the loader and the runtime take, nothing of the program runs: debug builds map 95 MiB.
            if mebibytes >= 192 { #expect(outcome.signal == nil, "\(outcome)") }
        }

        /// Case 53.
        @Test(.enabled(if: CTool.readFailure != nil), arguments: ["short", "interrupt"])
        func shortAndInterruptedReadsChangeNothing(_ mode: String) throws {
            let folder = try folderWithKeys()
            let plain = try Command.scan(folder.path, "-j", "1").run()
            let disturbed = try disturb(.scan(folder.path, "-j", "1"), folder, mode, at: 0).run()
            #expect(disturbed.code == 1, "\(disturbed)")
            #expect(JSONReport.withoutRun(plain.output) == JSONReport.withoutRun(disturbed.output))
        }

        @Test(.enabled(if: CTool.readFailure != nil), arguments: ["error", "stale", "again"], [1, 2, 3, 5])
        func aFailedReadIsSaidWithItsPlace(_ mode: String, _ number: Int) throws {
            let folder = try folderWithKeys()
            let outcome = try disturb(.scan(folder.path, "-j", "1"), folder, mode, at: number).with { $0.patience = 20 }
                .run()
            #expect(!outcome.hung && [3, 4].contains(outcome.code), "\(outcome)")
            let report = try outcome.report()
            let skip = try #require(report.skipped("error"))
            #expect(report.addsUp && skip.examples.allSatisfy { $0.note?.isEmpty == false })
            #expect(
                skip.examples.contains { $0.note?.contains("offset") == true || $0.note?.contains("at byte") == true })
            let accepted = try disturb(.scan(folder.path, "--accept-incomplete", "error"), folder, mode, at: number)
                .run()
            #expect(accepted.code == 2, "an error is never acceptable: \(accepted)")
        }

        @Test(.enabled(if: CTool.readFailure != nil)) func whatWasReadBeforeAFailureIsKept() throws {
            let folder = try TemporaryFolder()
            try folder.write("a", Sample.line(1) + "\n" + String(repeating: "text ", count: 1 << 19))
            let outcome = try disturb(.scan(folder.path, "-j", "1"), folder, "error", at: 2).run()
            #expect(outcome.code == 4, "\(outcome)")
            #expect(try outcome.report().findings.count == 1)
        }

        private func disturb(_ command: Command, _ folder: TemporaryFolder, _ mode: String, at number: Int) -> Command {
            command.with {
                $0.environment = [
                    "LD_PRELOAD": CTool.readFailure ?? "", "FAIL_FOLDER": folder.path, "FAIL_MODE": mode,
                    "FAIL_AT": "\(number)",
                ]
            }
        }
    }
}
