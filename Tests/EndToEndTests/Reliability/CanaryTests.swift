import Foundation
import Testing

extension EndToEndTests {
    /// No part of a secret reaches a sink.
    @Suite struct CanaryTests {
        static let formats = ["text", "json", "jsonl", "sarif", "gitlab", "junit", "csv", "html", "github"]

        /// Secrets of all kinds, where they stand in the worst places.
        private struct Tree {
            let folder = try? TemporaryFolder()
            let canary: Canary

            init() throws {
                let folder = try #require(folder)
                var secrets: [(text: String, prefixLength: Int)] = []
                var keys: [String] = []
                for seed in 100..<112 {
                    keys.append(Sample.secret(seed))
                    secrets.append((Sample.secret(seed), 0))
                    secrets.append((Sample.keyID(seed), 4))
                }
                let token = Sample.text("IQoJb3JpZ2luX2Vj{base64:400}", 1)
                let market = Sample.text("amzn.mws.{uuid}", 1)
                let signature = Sample.text("{hex:64}", 1)
                secrets += [(token, 16), (market, 9), (signature, 0)]
                try folder.write("pair", "id=\(Sample.keyID(100))\n\(Sample.prefix)\(keys[0])\n")
                // Two on one line, joined by what belongs to neither.
                try folder.write(
                    "two", "aws_secret=\(keys[1]) secret_key=\(keys[2]) \(Sample.keyID(101)),\(Sample.keyID(102))\n")
                try folder.write("token", "aws_session_token = \(token)\nmws = \(market)\n")
                try folder.write(
                    "url",
                    "https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                        + "&X-Amz-Credential=\(Sample.keyID(103))"
                        + "%2F20261123%2Feu-west-1%2Fs3%2Faws4_request&X-Amz-Date=20261123T120000Z&X-Amz-Expires=604800"
                        + "&X-Amz-SignedHeaders=host&X-Amz-Signature=\(signature)\n")
                // As a file name, as a folder, as a link's target, and on the way to other findings.
                try folder.write(Sample.keyID(104) + ".txt", Sample.prefix + keys[4])
                let named = "secret_key=" + keys[5].replacing("/", with: "x")
                try folder.makeFolder(named)
                secrets.append((keys[5].replacing("/", with: "x"), 0))
                try folder.write(named + "/file", Sample.prefix + keys[6] + "\n")
                try folder.makeFIFO(named + "/fifo")
                try folder.link("link", to: "/nowhere/" + Sample.keyID(107))
                // Candidates below the threshold are candidates: their files are named in notes.
                try folder.write(Sample.keyID(108), "nothing")
                try folder.makeFIFO(Sample.keyID(109) + ".fifo")
                try folder.write("utf16", (Sample.prefix + keys[10] + "\n").utf16.flatMap { [UInt8($0 & 255), 0] })
                try folder.write(
                    "percent", "secret_key=" + keys[11].replacing("/", with: "%2F").replacing("+", with: "%2B"))
                try folder.write("low", Sample.text("{base64:40}", 5) + "\n")
                secrets.append((Sample.text("{base64:40}", 5), 0))
                canary = Canary(secrets)
            }
        }

        @Test(arguments: formats) func noFormatHoldsAPartOfASecret(_ format: String) throws {
            let tree = try Tree()
            let folder = try #require(tree.folder)
            let out = try TemporaryFolder()
            let scratch = try TemporaryFolder()
            for extra in [
                [], ["--min-confidence", "low", "--report-impossible"], ["--min-confidence", "high", "--follow"],
            ] {
                let words = ["scan", ".", "-f", format] + extra
                let command = Command.keyhound(words).with {
                    $0.folder = folder.path
                    $0.environment = ["TMPDIR": scratch.path, "HOME": scratch.path]
                }
                let direct = try command.run()
                let written = try Command.keyhound(words + ["-o", out.file("report")])
                    .with { $0.folder = folder.path }.run()
                #expect(direct.code == 1 && written.code == 1, "\(direct.code ?? -1) \(written.errorText)")
                #expect(try scratch.names().isEmpty)
                for (name, bytes) in [
                    ("output", direct.output), ("errors", direct.errors), ("report", out.contents("report")),
                    ("errors with -o", written.errors),
                ] { expectNoLeak(tree, bytes, "\(format) \(extra) \(name)") }
            }
        }

        @Test(.enabled(if: SystemTool.canBecomeNobody), arguments: formats)
        func noErrorHoldsAPartOfASecret(_ format: String) throws {
            let tree = try Tree()
            let folder = try #require(tree.folder)
            try folder.setMode(0o755)
            for name in try folder.names() where name != "link" { try folder.setMode(0, of: name) }
            let command = Command.keyhound("scan", ".", "-f", format).with {
                $0.folder = folder.path
                $0.words = SystemTool.asNobody.map { Array($0.utf8) } + $0.words
            }
            let outcome = try command.run()
            #expect([3, 4].contains(outcome.code), "\(outcome.code ?? -1)")
            expectNoLeak(tree, outcome.output + [10] + outcome.errors, "\(format), unreadable")
        }

        /// The user's own words: a target that does not exist is named by who typed it, but not by the content of
        /// lists.
        @Test func noMissingNameOfAListHoldsAPartOfASecret() throws {
            let tree = try Tree()
            let folder = try #require(tree.folder)
            try folder.write("list", "/nowhere/\(Sample.keyID(107))\n./pair\n")
            for format in Self.formats {
                let outcome = try Command.keyhound("scan", "-f", format, "--files-from", "list")
                    .with { $0.folder = folder.path }.run()
                #expect(outcome.code == 4)
                expectNoLeak(tree, outcome.output + [10] + outcome.errors, "\(format), list")
            }
        }

        @Test func keyedFingerprintsHoldNoPartOfASecret() throws {
            let tree = try Tree()
            let folder = try #require(tree.folder)
            let keys = try TemporaryFolder()
            try keys.write("key", "a key of more than sixteen bytes")
            for format in Self.formats {
                let outcome = try Command.keyhound(
                    "scan", folder.path, "-f", format, "--fingerprint-key-file", keys.file("key")
                ).run()
                #expect(outcome.code == 1)
                expectNoLeak(tree, outcome.output + outcome.errors, "\(format), fingerprints")
            }
        }

        /// A scan that runs shows nothing to who lists processes.
        @Test func theCommandLineAndTheEnvironmentStayAsTheyWere() throws {
            let tree = try Tree()
            let folder = try #require(tree.folder)
            let line = Array("the quick brown fox jumps over the lazy dog and then some more\n".utf8)
            try folder.write("zz", Array(repeatElement(line, count: (16 << 20) / line.count).joined()))
            let process = try Command.scan(folder.path, "-j", "1").start()
            usleep(700_000)
            let base = "/proc/\(process.processID)/"
            for name in ["cmdline", "environ", "comm", "status"] {
                expectNoLeak(tree, (FileManager.default.contents(atPath: base + name)).map { Array($0) } ?? [], name)
            }
            _ = try process.wait()
        }

        private func expectNoLeak(_ tree: Tree, _ bytes: [UInt8], _ place: String) {
            let leak = tree.canary.firstLeak(in: bytes)
            #expect(leak == nil, "\(place): part of a secret behind «\(leak ?? "")»")
        }
    }
}
