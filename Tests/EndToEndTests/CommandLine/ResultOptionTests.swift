import Foundation
import Testing

extension EndToEndTests {
    /// What counts, what fails the run, and what may be shown.
    @Suite struct ResultOptionTests {
        private func folder(_ content: String) throws -> TemporaryFolder {
            let folder = try TemporaryFolder()
            try folder.write("k", content)
            return folder
        }

        @Test func rulesCanBeChosen() throws {
            let folder = try folder("\(Sample.keyID(1))\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\(Sample.line(1))\n")
            let rules = { (words: [String]) in
                try Command.scan([folder.path] + words).run().report().findings.map(\.rule)
            }
            #expect(try rules([]) == ["aws-access-key-id", "aws-secret-access-key"])
            #expect(try rules(["--only", "aws-access-key-id"]) == ["aws-access-key-id"])
            #expect(try rules(["--disable", "aws-access-key-id,aws-mws-auth-token"]) == ["aws-secret-access-key"])
        }

        @Test(arguments: ["--only", "--disable"]) func anUnknownRuleIsRefusedWithASuggestion(_ option: String) throws {
            let folder = try folder("x")
            let outcome = try Command.scan(folder.path, option, "aws-acces-key-id").run()
            #expect(outcome.code == 2 && outcome.errorText.contains("aws-access-key-id"), "\(outcome)")
        }

        @Test func whatFailsTheRunCanBeRaised() throws {
            let folder = try folder(Sample.keyID(2) + "\n")
            let plain = try Command.scan(folder.path).run()
            let finding = try #require(try plain.report().findings.first)
            #expect(plain.code == 1 && finding.severity == "medium")
            for (words, code) in [
                (["--fail-on-severity", "medium"], 1), (["--fail-on-severity", "high"], 0),
                (["--fail-on-severity", "critical"], 0), (["--fail-on", "low"], 1),
            ] {
                let outcome = try Command.scan([folder.path] + words).run()
                #expect(outcome.code == Int32(code), "\(words): \(outcome)")
                #expect(try outcome.report().findings.count == 1)
            }
        }

        @Test func confidenceDecidesWhatIsReported() throws {
            let folder = try folder("\(Sample.line(3))\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\(Sample.text("{base64:40}", 4))\n")
            let low = try Command.scan(folder.path, "--min-confidence", "low").run().report()
            for (index, level) in ["low", "medium", "high"].enumerated() {
                let outcome = try Command.scan(folder.path, "--min-confidence", level).run()
                let report = try outcome.report()
                let allowed = ["low", "medium", "high"][index...]
                #expect(report.findings.allSatisfy { allowed.contains($0.confidence) })
                #expect(report.findings.count + report.dropped.below_confidence >= low.findings.count)
                #expect(outcome.code == (report.findings.isEmpty ? 0 : 1))
                let failing = try Command.scan(folder.path, "--min-confidence", "low", "--fail-on", level).run()
                #expect(failing.code == (low.findings.contains { allowed.contains($0.confidence) } ? 1 : 0))
                #expect(try failing.report().findings.count == low.findings.count)
            }
        }

        @Test func whatIsIncompleteCanBeAcceptedButNoError() throws {
            let folder = try folder(String(repeating: "x", count: 5000))
            let words = [folder.path, "--max-file-size", "1K"]
            #expect(try Command.scan(words).run().code == 3)
            for reason in ["size", "limit:size", "vanished,size"] {
                let outcome = try Command.scan(words + ["--accept-incomplete", reason]).run()
                #expect(outcome.code == 0, "\(outcome)")
                let report = try outcome.report()
                #expect(report.run.state == "complete" && report.skipped("limit:size")?.accepted == true)
            }
            #expect(try Command.scan(words + ["--accept-incomplete", "vanished"]).run().code == 3)
            for reason in ["error", "interrupted", "nonsense", "fifo", "size,error"] {
                let outcome = try Command.scan(words + ["--accept-incomplete", reason]).run()
                #expect(outcome.code == 2 && outcome.output.isEmpty, "\(reason): \(outcome)")
            }
        }

        @Test func impossibleMatchesAreShownOnRequestAndFailNothing() throws {
            // The account number in this key id has thirteen digits.
            let folder = try folder(
                "aws_access_key_id = " + Sample.text("AKIA{text:Z}{base32:15}", 5) + "\n"
                    + "-----BEGIN RSA PRIVATE KEY-----\n" + Sample.text("{base64:64}\n{base64:64}", 1)
                    + "\n-----END RSA PRIVATE KEY-----\n")
            let plain = try Command.scan(folder.path).run()
            let dropped = try plain.report().dropped.impossible
            let shown = try Command.scan(folder.path, "--report-impossible").run()
            let report = try shown.report()
            #expect(dropped > 0 && report.findings.count { $0.verdict == "impossible" } == dropped, "\(shown)")
            #expect(shown.code == plain.code)
        }

        @Test func secretsAreShownToFilesOnly() throws {
            let folder = try folder(Sample.line(6) + "\n")
            let secret = Sample.secret(6)
            for format in ["text", "json", "jsonl", "sarif"] {
                let words = ["scan", folder.file("k"), "-f", format, "--show-secrets"]
                let piped = try Command.keyhound(words).run()
                #expect(piped.code == 2 && piped.output.isEmpty, "\(piped.code ?? -1)")
                let out = folder.file("report")
                let written = try Command.keyhound(words + ["-o", out]).run()
                #expect(written.code == 1 && !written.errorText.contains(secret))
                let report = String(decoding: folder.contents("report"), as: UTF8.self)
                #expect(report.contains(secret) || report.contains(secret.replacing("/", with: "\\/")), "\(format)")
                #expect(try folder.mode(of: "report") == 0o600)
                try FileManager.default.removeItem(atPath: out)

                let inCI = { (more: [String]) in
                    try Command.keyhound(words + more + ["-o", out]).with { $0.environment["CI"] = "true" }.run()
                }
                #expect(try inCI([]).code == 2)
                #expect(!FileManager.default.fileExists(atPath: out))
                #expect(try inCI(["--show-secrets"]).code == 1)
                try FileManager.default.removeItem(atPath: out)
            }
        }

        @Test(arguments: ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "/dev/stderr"])
        func aPipeUnderAnotherNameGetsNoSecrets(_ name: String) throws {
            let folder = try folder(Sample.line(6) + "\n")
            let script = "\"$0\" scan \"$1\" --show-secrets -o \(name) 2>&1 | cat"
            let outcome = try Command(["sh", "-c", script, Environment.binary, folder.file("k")]).run()
            #expect(!outcome.text.contains(Sample.secret(6)), "\(name)")
        }

        @Test func quietMeansQuiet() throws {
            let folder = try folder(String(repeating: "x", count: 5000))
            let outcome = try Command.scan(folder.path, "-q", "--max-file-size", "1K").run()
            #expect(outcome.code == 3 && outcome.errors.isEmpty)
        }

        @Test func fingerprintsNeedAKeyAndStayTheSame() throws {
            let folder = try folder(Sample.line(7) + "\n")
            let keys = try TemporaryFolder()
            try keys.write("key", "0123456789abcdef-0123")
            try keys.write("short", "tiny")
            let fingerprints = { try Command.scan(folder.path, "--fingerprint-key-file", keys.file($0)).run() }
            #expect(try fingerprints("short").code == 2 && fingerprints("none").code == 2)
            let first = try fingerprints("key").report().findings.map(\.secret.fingerprint)
            #expect(try first == fingerprints("key").report().findings.map(\.secret.fingerprint))
            #expect(first.first??.hasPrefix("hmac-sha256:") == true)
            #expect(try Command.scan(folder.path).run().report().findings.first?.secret.fingerprint == nil)
        }
    }
}
