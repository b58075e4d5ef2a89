import Foundation
import Testing

extension EndToEndTests {
    /// Very many true findings.
    @Suite struct ManyFindingsTests {
        static let count = Environment.size(30_000, full: 500_000)

        /// One file with a different secret on each line.
        private func folderOfFindings() throws -> TemporaryFolder {
            let folder = try TemporaryFolder()
            let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
            var content: [UInt8] = []
            var generator = SystemRandomNumberGenerator()
            for _ in 0..<Self.count {
                content += Array(Sample.prefix.utf8)
                for _ in 0..<40 { content.append(alphabet[Int(generator.next() % 62)]) }
                content.append(10)
            }
            try folder.write("all", content)
            return folder
        }

        @Test func allAreCountedAndHeldCompactly() throws {
            let folder = try folderOfFindings()
            let target = folder.file("all")
            let outcome = try Command.scan(target, "-o", folder.file("json")).with { $0.measuresMemory = true }.run()
            #expect(outcome.code == 1, "\(outcome)")
            let lines = folder.contents("json").split(separator: 10).count { $0.starts(with: Array("{\"rule\":".utf8)) }
            // A few random secrets read like words and are held back.
            #expect(lines > Self.count * 99 / 100)
            let peak = try #require(outcome.peakMemory)
            #expect(
                peak <= 92 << 20 + Self.count * 640, "\(peak / 1024) KiB, \((peak - 20 << 20) / Self.count) a finding")
            if Environment.isFull { #expect(peak <= 400 << 20) }
        }

        @Test func sarifIsSplitIntoRunsAndFiles() throws {
            let folder = try folderOfFindings()
            let out = folder.file("out.sarif")
            let outcome = try Command.keyhound("scan", folder.file("all"), "-f", "sarif", "-o", out).run()
            #expect(outcome.code == 1, "\(outcome)")
            let files = try folder.names().filter { $0.hasSuffix(".sarif") }
            let reports = try files.map { try SARIFReport(folder.contents($0)) }
            #expect(reports.allSatisfy { $0.runs.count <= 20 && $0.runs.allSatisfy { $0.results.count <= 25_000 } })
            let ids = reports.flatMap(\.runs).map(\.automationDetails.id)
            #expect(Set(ids).count == ids.count && ids.count >= Self.count * 99 / 100 / 25_000)
            #expect(reports.flatMap(\.results).count > Self.count * 99 / 100)
            let text = String(decoding: folder.contents("out.sarif"), as: UTF8.self)
            #expect(text.contains("GitHub shows 5000") || text.contains("GitHub shows 5,000"))
        }
    }
}
