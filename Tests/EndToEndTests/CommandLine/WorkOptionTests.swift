import Foundation
import Scanning
import Testing

extension EndToEndTests {
    /// How the work is done, and what it has cost.
    @Suite struct WorkOptionTests {
        /// Each id is a candidate of two rules; the names without an id behind them are thrown out unsearched.
        @Test func statisticsTellWhatEachRuleHasCost() throws {
            let folder = try TemporaryFolder()
            let names = String(repeating: "x.secret_key();\n", count: 50)
            try folder.write("a", "\(Sample.keyID(1))\n\(names)")
            try folder.write("b", "\(Sample.keyID(2))\n")
            for jobs in ["1", "3"] {
                let plain = try Command.scan(folder.path, "-j", jobs).run()
                let outcome = try Command.scan(folder.path, "-j", jobs, "--stats").run()
                #expect(outcome.code == 1 && plain.code == 1, "\(outcome)")
                #expect(try outcome.report().findings.count == plain.report().findings.count)
                let rows = Self.rows(outcome)
                #expect(rows["aws-access-key-id"] == [2, 2, 2, 2], "\(outcome.errorText)")
                #expect(rows["aws-secret-access-key-behind-id"]?.prefix(2) == [2, 0], "\(outcome.errorText)")
                #expect(rows["aws-secret-access-key"] == [50, 0, 0, 0], "\(outcome.errorText)")
                #expect(outcome.errorText.contains("candidates per MB"))
            }
        }

        @Test func aKernelThatIsNotThereIsRefused() throws {
            let folder = try TemporaryFolder()
            try folder.write("a", Sample.keyID(1))
            for kernel in Prefilter.allCases {
                let outcome = try Command.scan(folder.path, "--prefilter", kernel.rawValue).run()
                #expect(outcome.code == (kernel.isSupported ? 1 : 2), "\(kernel): \(outcome)")
                if !kernel.isSupported { #expect(outcome.errorText.contains(kernel.rawValue)) }
            }
        }

        /// For each rule: candidates, searches, matches, kept.
        private static func rows(_ outcome: Outcome) -> [String: [Int]] {
            var rows: [String: [Int]] = [:]
            for line in outcome.errorText.split(separator: "\n") {
                let cells = line.split(separator: " ")
                guard cells.count == 6, let first = Int(cells[0]) else { continue }
                rows[String(cells[5])] = [first] + cells[2..<5].compactMap { Int($0) }
            }
            return rows
        }
    }
}
