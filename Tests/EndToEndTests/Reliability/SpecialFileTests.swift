import Foundation
import Glibc
import Testing

extension EndToEndTests {
    /// What is no file, and files of unusual sizes.
    @Suite struct SpecialFileTests {
        /// Case 6.
        @Test func aFIFOIsNotedAndNotOpened() throws {
            let folder = try TemporaryFolder()
            try folder.makeFIFO(".env")
            let outcome = try Command.scan(folder.path).with { $0.patience = 30 }.run()
            #expect(outcome.code == 0, "\(outcome)")
            #expect(try outcome.report().skipped("fifo")?.count == 1)
            let named = try Command.scan(folder.file(".env")).with { $0.patience = 30 }.run()
            #expect(named.code == 2 && named.output.isEmpty && !named.errors.isEmpty, "\(named)")
            guard SystemTool.exists("strace") else { return }
            let trace = try traced(.scan(folder.path), calls: "trace=open,openat", to: folder.file("../trace"))
            #expect(!trace.contains(".env"))
        }

        /// Case 7.
        @Test(.enabled(if: SystemTool.isRoot)) func devicesAndSocketsAreNotedAndNotOpened() throws {
            let folder = try TemporaryFolder()
            for (name, kind) in [("zero", "c 1 5"), ("null", "c 1 3"), ("disk", "b 7 200")] {
                let words = ["mknod", folder.file(name)] + kind.split(separator: " ").map(String.init)
                #expect(try Command(words).run().code == 0)
            }
            #expect(bindSocket(folder.file("socket")))
            let outcome = try Command.scan(folder.path).with { $0.patience = 30 }.run()
            #expect(outcome.code == 0, "\(outcome)")
            let report = try outcome.report()
            #expect(report.skipped("device")?.count == 3 && report.skipped("socket")?.count == 1)
            for name in ["zero", "disk", "socket"] {
                let named = try Command.scan(folder.file(name)).with { $0.patience = 30 }.run()
                #expect(named.code == 2, "\(name): \(named)")
            }
            for name in ["/dev/tty", "/dev/zero"] {
                #expect(try Command.scan(name).with { $0.patience = 30 }.run().code == 2)
            }
        }

        /// Case 8: a file that becomes a FIFO between listing and opening.
        @Test func aFileThatBecomesAFIFONeverBlocks() throws {
            let folder = try TemporaryFolder()
            for index in 0..<50 { try folder.write("f\(index)", "x") }
            let swapper = try Command([
                "sh", "-c", "cd $0; mkfifo p; while :; do mv f7 t; mv p f7; mv f7 p; mv t f7; done", folder.path,
            ]).start()
            for _ in 0..<10 {
                let outcome = try Command.scan(folder.path).with { $0.patience = 20 }.run()
                #expect(!outcome.hung && [0, 3].contains(outcome.code), "\(outcome)")
            }
            swapper.signal(SIGKILL)
            _ = try swapper.wait()
        }

        /// Case 9.
        @Test func processFilesComeToAnEnd() throws {
            let outcome = try Command.scan("/proc/self").with { $0.patience = 60 }.run()
            #expect(!outcome.hung && [0, 1, 3, 4].contains(outcome.code), "\(outcome)")
            #expect(try outcome.report().addsUp)
        }

        /// Case 10.
        @Test func aHugeHoleIsSteppedOver() throws {
            let folder = try TemporaryFolder()
            try folder.writeHole("huge", size: 1 << 40)
            try folder.write("key", Sample.line(4))
            let outcome = try Command.scan(folder.path).with { $0.patience = 30 }.run()
            #expect(outcome.code == 1, "\(outcome)")
            let report = try outcome.report()
            #expect(report.findings.map(\.path) == [folder.file("key")])
            #expect(report.coverage.examined.bytes == 1 << 40 + Sample.line(4).utf8.count)
        }

        /// Case 11.
        @Test(arguments: [-20, 0, 20]) func offsetsBeyondFourGiBAreRight(_ distance: Int) throws {
            let folder = try TemporaryFolder()
            let start = 1 << 32 + distance
            try folder.writeHole("big", size: 4_831_838_208)
            try folder.write(
                Array("big".utf8), Array("\n\(Sample.line(5))\n".utf8), at: start - 1 - Sample.prefix.utf8.count)
            let outcome = try Command.scan(folder.file("big")).with { $0.patience = 60 }.run()
            let report = try outcome.report()
            #expect(report.findings.map(\.start_byte) == [start], "\(outcome)")
            #expect(report.findings.map(\.line) == [2] && report.findings.map(\.column) == [Sample.column])
        }

        /// Case 12.
        @Test func aVeryLongLineIsOneLine() throws {
            let folder = try TemporaryFolder()
            let size = Environment.size(12 << 20, full: 200 << 20)
            let keys = (0..<3).map { Array(" \(Sample.line(6 + $0)) ".utf8) }
            var content = Array(repeating: UInt8(ascii: "."), count: size)
            let starts = [0, size / 2, size - keys[2].count]
            for (start, key) in zip(starts, keys) { content.replaceSubrange(start..<start + key.count, with: key) }
            try folder.write("line", content)
            let outcome = try Command.scan(folder.file("line")).with { $0.measuresMemory = true }.run()
            let report = try outcome.report()
            #expect(report.findings.map(\.column) == starts.map { $0 + 1 + Sample.column }, "\(outcome)")
            #expect(report.findings.allSatisfy { $0.line == 1 })
            #expect(outcome.peakMemory ?? 0 <= 64 << 20, "\(outcome.peakMemory ?? 0)")
        }

        private func bindSocket(_ path: String) -> Bool {
            let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(descriptor) }
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
            return unsafe withUnsafePointer(to: &address) { pointer in
                unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    unsafe bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
                }
            }
        }
    }
}

/// The system calls of a run, as `strace` prints them.
func traced(_ command: Command, calls: String, to path: String) throws -> String {
    let words = ["strace", "-f", "-qq", "-o", path, "-e", calls]
    let outcome = try command.with { $0.words = words.map { Array($0.utf8) } + $0.words }.run()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try #require(outcome.signal == nil, "\(outcome)")
    return try String(contentsOfFile: path, encoding: .utf8)
}
