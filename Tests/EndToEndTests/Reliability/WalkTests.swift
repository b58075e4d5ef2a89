import Foundation
import Glibc
import Testing

extension EndToEndTests {
    /// Links, depth, names, numbers of files.
    @Suite struct WalkTests {
        /// Case 13.
        @Test func linksAreFollowedOnRequestAndOnce() throws {
            let folder = try TemporaryFolder()
            try folder.makeFolder("tree/a")
            try folder.write("tree/a/key", Sample.line(10))
            try folder.write("outside", Sample.line(11))
            for (name, target) in [
                ("tree/a/up", ".."), ("tree/self", "self"), ("tree/zero", "/dev/zero"), ("tree/out", "../outside"),
                ("tree/again", "a"), ("tree/nowhere", "gone"),
            ] { try folder.link(name, to: target) }
            let tree = folder.file("tree")

            let plain = try Command.scan(tree).run()
            #expect(plain.code == 1, "\(plain)")
            let report = try plain.report()
            #expect(report.findings.map(\.path) == [tree + "/a/key"])
            #expect(report.skipped("symbolic-link")?.count == 6 && report.addsUp)

            let following = try Command.scan(tree, "--follow").with { $0.patience = 30 }.run()
            #expect(following.code == 1, "\(following)")
            let followed = try following.report()
            #expect(followed.findings.map(\.path) == [tree + "/a/key", tree + "/out"])
            #expect(followed.addsUp)

            let named = try Command.scan(tree + "/out").run()
            #expect(try named.report().findings.map(\.path) == [tree + "/out"])
            try folder.link("folder", to: "tree")
            #expect(try Command.scan(folder.file("folder")).run().report().findings.count == 1)
        }

        /// Case 14.
        @Test func depthHasNoLimit() throws {
            let folder = try TemporaryFolder()
            let depth = Environment.size(5_000, full: 100_000)
            try makeChain(depth, in: folder.path, content: Sample.line(12))
            let limits: (inout Command) -> Void = {
                $0.prelude = "ulimit -n 64"
                $0.measuresMemory = true
            }
            let outcome = try Command.scan(folder.path, "-j", "2").with(limits).run()
            #expect(outcome.code == 1, "\(outcome)")
            let report = try outcome.report()
            #expect(report.findings.count == 1)
            #expect(report.findings.first?.path.utf8.count ?? 0 == folder.path.utf8.count + 2 * depth + 7)
            #expect(outcome.peakMemory ?? 0 <= 64 << 20, "\(outcome.peakMemory ?? 0)")
        }

        /// Case 15.
        @Test func everyNameIsScannedAndShownHarmlessly() throws {
            let folder = try TemporaryFolder()
            let names: [[UInt8]] = [
                Array("a\nb".utf8), Array("\u{1B}[2J\u{1B}]0;P\u{7}a".utf8), [0xFF, 0xFE], Array("-rf".utf8),
                Array("\u{202E}txt".utf8), Array(repeating: UInt8(ascii: "n"), count: 255), Array("t\tq\"b\\".utf8),
                Array("\u{85}\u{9B}x".utf8), Array("::error::x".utf8), Array("%41".utf8), Array("a b#c?d".utf8),
            ]
            for (index, name) in names.enumerated() { try folder.write(name, Array(Sample.line(20 + index).utf8)) }

            let report = try Command.scan(folder.path).run().report()
            let paths = report.findings.map { finding in
                finding.path_bytes_base64.flatMap { Data(base64Encoded: $0) }.map { Array($0) }
                    ?? Array(finding.path.utf8)
            }
            let expected = names.map { Array((folder.path + "/").utf8) + $0 }
            #expect(Set(paths) == Set(expected))

            for arguments in [["-f", "text"], ["-f", "text", "--accept-incomplete", "size"]] {
                let text = try Command.keyhound(["scan", folder.path] + arguments).run()
                for stream in [text.output, text.errors] {
                    #expect(!stream.contains { ($0 < 0x20 && $0 != 10) || $0 == 0x7F })
                    let string = try #require(String(validating: stream, as: UTF8.self))
                    #expect(!string.unicodeScalars.contains { (0x80..<0xA0).contains($0.value) || $0 == "\u{202E}" })
                    #expect(!string.split(separator: "\n").contains { $0.hasPrefix("::") })
                }
            }

            let sarif = try Command.keyhound(["scan", folder.path, "-f", "sarif"]).run()
            let uris = try SARIFReport(sarif.output).results.map(\.uri)
            #expect(Set(uris.map(percentDecoded)) == Set(expected.map { Array("file://".utf8) + $0 }))
            let unsafe = CharacterSet(charactersIn: " \"<>\\^`{|}").union(.controlCharacters)
            #expect(uris.allSatisfy { $0.rangeOfCharacter(from: unsafe) == nil && $0.utf8.allSatisfy { $0 < 0x80 } })
        }

        @Test func relativePathsBeginAtTheWorkingFolder() throws {
            let folder = try TemporaryFolder()
            try folder.makeFolder("sub")
            try folder.write("sub/k", Sample.line(31))
            let sarif = try Command.keyhound(["scan", ".", "-f", "sarif"]).with { $0.folder = folder.path }.run()
            #expect(try SARIFReport(sarif.output).results.map(\.uri) == ["sub/k"])
        }

        /// Case 16.
        @Test func namesThatDecodeAlikeStayApart() throws {
            let folder = try TemporaryFolder()
            for name: [UInt8] in [[0xFF], [0xFE], Array("\u{E9}".utf8), Array("e\u{301}".utf8)] {
                try folder.write(name, Array(Sample.line(32).utf8))
            }
            let report = try Command.scan(folder.path).run().report()
            #expect(report.findings.count == 4)
            #expect(Set(report.findings.map(\.place)).count == 4)
            #expect(Set(report.findings.compactMap(\.path_bytes_base64)).count == 2)
        }

        /// Case 17.
        @Test func manySmallFilesNeedLittleMemory() throws {
            let folder = try TemporaryFolder()
            let (folders, files) = Environment.isFull ? (1000, 1000) : (100, 200)
            for index in 0..<folders {
                try folder.makeFolder("d\(index)")
                for number in 0..<files { try folder.write("d\(index)/f\(number)", "thirty bytes of nothing much.\n") }
            }
            for index in 0..<3 { try folder.write("d\(index * 40)/key", Sample.line(33 + index)) }
            let outcome = try Command.scan(folder.path).with { $0.measuresMemory = true }.run()
            let report = try outcome.report()
            #expect(report.findings.count == 3 && report.coverage.examined.units == folders * files + 3)
            #expect(outcome.peakMemory ?? 0 <= 64 << 20, "\(outcome.peakMemory ?? 0)")
        }

        /// Case 17: one line a reason, not one a file.
        @Test(.enabled(if: SystemTool.canBecomeNobody)) func manyUnreadableFilesAreOneLine() throws {
            let folder = try TemporaryFolder()
            try folder.setMode(0o755)
            for index in 0..<500 {
                try folder.write("f\(index)", "x")
                try folder.setMode(0, of: "f\(index)")
            }
            let command = Command.scan(folder.path).with {
                $0.words = SystemTool.asNobody.map { Array($0.utf8) } + $0.words
            }
            let outcome = try command.run()
            #expect(outcome.code == 3)
            #expect(outcome.errorText.split(separator: "\n").count == 1, "\(outcome.errorText)")
            #expect(try outcome.report().skipped("unreadable")?.count == 500)
        }

        /// Case 18.
        @Test func everyNameOfASecretIsListed() throws {
            let folder = try TemporaryFolder()
            try folder.write("one", Sample.line(40))
            for name in ["two", "three"] { #expect(unsafe Glibc.link(folder.file("one"), folder.file(name)) == 0) }
            for name in ["c1", "c2", "c3"] { try folder.write(name, Sample.line(40)) }
            let expected = ["c1", "c2", "c3", "one", "three", "two"].map(folder.file)
            for _ in 0..<5 {
                let report = try Command.scan(folder.path, "-j", "8").run().report()
                #expect(report.findings.map(\.path) == expected)
                #expect(report.findings.allSatisfy { $0.secret.group == 1 && $0.secret.occurrence_count == 6 })
                #expect(report.findings.first?.occurrences?.map(\.path) == Array(expected.dropFirst()))
                #expect(report.addsUp)
            }
        }

        /// Case 19.
        @Test func hiddenAndIgnoredFilesAreScanned() throws {
            let folder = try TemporaryFolder()
            let paths = [".env", "node_modules/x/index.js", ".hidden/key", "vendor/k", "build/.cache/k"]
            for (index, path) in paths.enumerated() {
                try folder.makeFolder((path as NSString).deletingLastPathComponent)
                try folder.write(path, Sample.line(41 + index))
            }
            for name in [".gitignore", ".ignore", ".keyhoundignore", ".gitleaksignore"] {
                try folder.write(name, "*\n")
            }
            try folder.write(".gitleaks.toml", "[allowlist]\npaths = ['''.*''']\n")
            try folder.write(".keyhound.toml", "exclude = [\"*\"]\n")
            let report = try Command.scan(folder.path).with { $0.folder = folder.path }.run().report()
            #expect(Set(report.findings.map(\.path)) == Set(paths.map(folder.file)))

            let excluded = try Command.scan(folder.path, "--exclude", "node_modules", "--exclude", "vendor/**").run()
            let rest = try excluded.report()
            #expect(Set(rest.findings.map(\.path)) == Set([paths[0], paths[2], paths[4]].map(folder.file)))
            #expect(rest.skipped("excluded") != nil && rest.addsUp)
            #expect(excluded.code == 1)
        }

        /// Case 20.
        @Test func fewDescriptorsChangeNothing() throws {
            let folder = try TemporaryFolder()
            for index in 0..<60 {
                let deep = (0..<20).map { "d\(index)/" + String(repeating: "e/", count: $0) }.last ?? ""
                try folder.makeFolder(deep)
                try folder.write(deep + "k", Sample.line(index))
            }
            let free = try Command.scan(folder.path, "-j", "16").run()
            let short = try Command.scan(folder.path, "-j", "16").with { $0.prelude = "ulimit -n 32" }.run()
            #expect(short.code == 1 && free.code == 1, "\(short)")
            #expect(JSONReport.withoutRun(free.output) == JSONReport.withoutRun(short.output))
        }

        private func makeChain(_ depth: Int, in path: String, content: String) throws {
            var descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY)
            for _ in 0..<depth {
                try #require(unsafe mkdirat(descriptor, "d", 0o755) == 0)
                let next = unsafe openat(descriptor, "d", O_RDONLY | O_DIRECTORY)
                close(descriptor)
                descriptor = next
            }
            let bottom = unsafe openat(descriptor, "bottom", O_WRONLY | O_CREAT, 0o644)
            #expect(unsafe Glibc.write(bottom, content, content.utf8.count) == content.utf8.count)
            close(bottom)
            close(descriptor)
        }

        private func percentDecoded(_ uri: String) -> [UInt8] {
            var bytes: [UInt8] = []
            var rest = Array(uri.utf8)[...]
            while let byte = rest.popFirst() {
                guard byte == UInt8(ascii: "%"),
                    let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
                else {
                    bytes.append(byte)
                    continue
                }
                bytes.append(value)
                rest = rest.dropFirst(2)
            }
            return bytes
        }
    }
}
