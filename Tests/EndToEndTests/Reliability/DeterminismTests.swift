import Foundation
import Scanning
import Testing

extension EndToEndTests {
    /// The same input gives the same report, however the work is done.
    @Suite struct DeterminismTests {
        /// The same files, made in an order that the seed decides.
        private func tree(at folder: TemporaryFolder, shuffledBy seed: UInt64) throws {
            var files: [(String, [UInt8])] = []
            for index in 0..<60 {
                let kind = FileKind.code[index % FileKind.code.count]
                files.append(("d\(index % 7)/\(index)-\(kind.name)", kind.content(seed: index)))
            }
            let padding = String(repeating: "some words that mean nothing = 12345;\n", count: 700)
            let long = (0..<8).map { padding + Sample.line($0 % 5) + "\nid = \(Sample.keyID($0))\n" }.joined()
            files += [("long", Array(long.utf8)), ("wide", long.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })]
            files.append(("key.pem", Array(Sample.text("{pem:rsa}", 3).utf8)))
            var order = SystemOrder(seed)
            for (name, content) in files.shuffled(using: &order) {
                try folder.makeFolder((name as NSString).deletingLastPathComponent)
                try folder.write(name, content)
            }
        }

        private struct SystemOrder: RandomNumberGenerator {
            private var state: UInt64
            init(_ seed: UInt64) { state = seed }
            mutating func next() -> UInt64 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return state
            }
        }

        @Test func everyWayOfWorkingGivesTheSameReport() throws {
            let folder = try TemporaryFolder()
            try tree(at: folder, shuffledBy: 1)
            for format in ["json", "text", "sarif"] {
                var configurations: [[String]] = [["-j", "2"], ["-j", "1", "--chunk-size", "4K"]]
                if format == "json" {
                    configurations += [["-j", "8"], ["-j", "64"], ["--prefilter", "naive"]]
                    for size in ["5000", "64K", "1M", "16M"] { configurations.append(["--chunk-size", size]) }
                    configurations.append(["--prefilter", "naive", "--chunk-size", "4K", "-j", "3"])
                    for kernel in Prefilter.allCases where kernel.isSupported {
                        configurations.append(["--prefilter", kernel.rawValue, "--chunk-size", "20K"])
                    }
                }
                let command = { (words: [String], jit: String) in
                    Command.keyhound(["scan", ".", "-f", format, "--min-confidence", "low"] + words).with {
                        $0.folder = folder.path
                        $0.environment["KEYHOUND_JIT"] = jit
                    }
                }
                let reference = try command(["-j", "1"], "on").run()
                #expect(reference.code == 1, "\(reference)")
                for words in configurations {
                    let other = try command(words, "on").run()
                    #expect(Self.fixed(other.output) == Self.fixed(reference.output), "\(format) \(words)")
                }
                let interpreted = try command(["-j", "2"], "off").run()
                #expect(Self.fixed(interpreted.output) == Self.fixed(reference.output), "\(format), interpreter")
            }
        }

        @Test func theOrderInWhichFilesWereMadeDoesNotMatter() throws {
            var reports: Set<[UInt8]> = []
            for seed in 1...4 {
                let folder = try TemporaryFolder()
                try tree(at: folder, shuffledBy: UInt64(seed))
                let outcome = try Command.scan(".", "-j", "2").with { $0.folder = folder.path }.run()
                #expect(outcome.code == 1)
                reports.insert(Self.fixed(outcome.output))
            }
            #expect(reports.count == 1)
        }

        @Test func twentyRunsAreOneReport() throws {
            let folder = try TemporaryFolder()
            try tree(at: folder, shuffledBy: 9)
            let runs = try (0..<Environment.size(8, full: 20)).map { _ in
                Self.fixed(try Command.scan(".", "-j", "4").with { $0.folder = folder.path }.run().output)
            }
            #expect(Set(runs).count == 1)
        }

        /// The report without what may differ: the run, and whether patterns were compiled to machine code.
        private static func fixed(_ report: [UInt8]) -> [UInt8] {
            let lines = report.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            return lines.map { line in
                if line.starts(with: Array("\"run\":".utf8)) { return [] }
                let text = String(decoding: line, as: UTF8.self)
                let time = /"startTimeUtc":"[^"]*"/
                return Array(text.replacing(time, with: "").replacing("\"jit\":false", with: "\"jit\":true").utf8)
            }.flatMap { $0 + [10] }
        }
    }
}
