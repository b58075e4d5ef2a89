import Blobs
import Findings
import Glibc
import Inputs
import PCRE2
import Scanning
import Testing

@testable import Pipeline

/// Whole runs over real folders. One after the other: some of them take memory, time or all processors.
@Suite(.serialized) struct ScanRunTests {
    private static func secrets(_ result: RunResult) -> [String] {
        result.findings.map { String(decoding: $0.secret.reveal(), as: UTF8.self) }
    }

    // MARK: The same for every configuration

    /// Files of many sizes and kinds, with credentials at their ends and over borders.
    private static func fill(_ tree: TemporaryTree) throws {
        var random = SeededGenerator(seed: 58)
        try tree.makeFolder("many")
        for index in 0..<40 {
            try tree.write("many/\(index).txt", "n = \(index)\nkey = \(try Runs.keyID(UInt64(index % 10)))\n")
        }
        try tree.makeFolder("large")
        let pair = "aws_access_key_id = AKIAY{base32:15}\naws_secret_access_key = {base64:40}\n"
        for (index, size) in [4_096, 21_000, 90_000, 300_000].enumerated() {
            var content = random.bytes(size, of: Array("abc \n.".utf8))
            for seed in 0..<5 as Range<UInt64> {
                let piece = Array(try Runs.text(pair, seed: seed + UInt64(index) * 10).utf8)
                let offset = Int.random(in: 0..<size - 200, using: &random)
                content.replaceSubrange(offset..<offset + piece.count + 2, with: [0x0A] + piece + [0x0A])
            }
            try tree.write("large/\(index)", content)
        }
        let wide = try Runs.text("\u{FEFF}one\ntwo AKIAY{base32:15}\n", seed: 77).utf16
        try tree.write(
            "wide.txt", wide.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] })
        try tree.write("key.pem", try Runs.text("{pem:openssh}\n", seed: 5))
        try tree.write("empty", "")
    }

    @Test func everyConfigurationFindsTheSame() throws {
        let tree = try TemporaryTree(in: TemporaryTree.memory)
        try Self.fill(tree)
        let expected = try Runs.scan([tree.path], workers: 1)
        #expect(expected.findings.count >= 50)
        #expect(expected.coverage.unitsExamined == 47 && expected.coverage.unitsSkipped == 0)
        var configurations: [(Int, Int?, JITPolicy, Prefilter)] = [
            (1, 4_096, .automatic, .fast), (2, 4_096, .automatic, .fast), (8, 10_240, .automatic, .fast),
            (8, 65_536, .automatic, .fast), (8, 16 << 20, .automatic, .fast), (2, nil, .never, .fast),
            (8, 13_312, .never, .fast), (2, nil, .automatic, .naive), (64, 100_000, .automatic, .fast),
        ]
        for kernel in Prefilter.allCases where kernel.isSupported {
            configurations.append((2, 30_000, .automatic, kernel))
        }
        for (workers, chunk, jit, prefilter) in configurations {
            let result = try Runs.scan([tree.path], jit: jit, prefilter: prefilter, workers: workers, chunkSize: chunk)
            #expect(result.lines == expected.lines, "\(workers) \(chunk ?? 0) \(jit) \(prefilter)")
            #expect(result.coverage == expected.coverage && result.dropped == expected.dropped)
        }
    }

    @Test func twentyRunsAreEqual() throws {
        let tree = try TemporaryTree(in: TemporaryTree.memory)
        for index in 0..<60 { try tree.write("f\(index)", "key = \(try Runs.keyID(UInt64(index % 7)))\n") }
        let expected = try Runs.scan([tree.path], workers: 1)
        #expect(expected.findings.count == 60)
        for _ in 0..<20 { #expect(try Runs.scan([tree.path], workers: 16).lines == expected.lines) }
    }

    // MARK: Several names

    @Test(arguments: [1, 2, 8])
    func aFileWithThreeNamesIsReadOnce(workers: Int) throws {
        let tree = try TemporaryTree(in: TemporaryTree.memory)
        let content = String(repeating: "x\n", count: 5_000) + "key = \(try Runs.keyID(1))\n"
        try tree.makeFolder("sub")
        try tree.write("b", content)
        try tree.hardLink("b", as: "a")
        try tree.hardLink("b", as: "sub/c")
        let result = try Runs.scan([tree.path], workers: workers)
        #expect(result.names(below: tree.path) == ["a", "b", "sub/c"])
        #expect(result.findings.allSatisfy { $0.location.start.line == 5_001 && $0.ordinal == 0 })
        #expect(result.coverage.bytesExamined == content.utf8.count)
        #expect(result.coverage.unitsExamined == 3)
    }

    /// the report is the same in whatever order a folder lists its names.
    @Test func theOrderOfAFolderDoesNotMatter() throws {
        let example = try Runs.text("AKIA{text:IOSFODNN7}EXAMPLE", seed: 0)
        var reports: [DropCounts] = []
        for names in [["a", "b", "c"], ["c", "b", "a"], ["b", "a", "c"]] {
            let tree = try TemporaryTree(in: TemporaryTree.memory)
            try tree.write(names[0], "key = \(example)\n")
            try tree.hardLink(names[0], as: names[1])
            try tree.hardLink(names[0], as: names[2])
            var dropped = DropCounts()
            // The folder's own name is another each time.
            for example in try Runs.scan([tree.path], workers: 1).dropped.examples[.documentationExample] ?? [] {
                let name = RawPath(String(example.path.lossyText.dropFirst(tree.path.utf8.count)))
                dropped.recognise(
                    .documentationExample,
                    at: .init(path: name, line: example.line, column: example.column, rule: example.rule))
            }
            reports.append(dropped)
        }
        // Told under each of its names.
        #expect(reports[0].recognised == [.documentationExample: 3])
        #expect(reports[1] == reports[0] && reports[2] == reports[0])
    }

    @Test func overlappingTargetsAreToldOnce() throws {
        let tree = try TemporaryTree()
        try tree.makeFolder("sub")
        try tree.write("sub/f", "key = \(try Runs.keyID(1))\n")
        let result = try Runs.scan([tree.path, tree.path, tree.path + "/sub", tree.path + "/sub/f"])
        #expect(result.names(below: tree.path) == ["sub/f"])
        #expect(result.coverage.isBalanced)
    }

    // MARK: Links and special files

    @Test func linksAreNotFollowedAndSaid() throws {
        let tree = try TemporaryTree()
        try tree.makeFolder("a")
        try tree.write("a/f", "key = \(try Runs.keyID(1))\n")
        try tree.link("..", as: "a/up")
        try tree.link("self", as: "self")
        try tree.link("/dev/zero", as: "z")
        try tree.link("a/f", as: "l")
        let result = try Runs.scan([tree.path])
        #expect(result.names(below: tree.path) == ["a/f"])
        #expect(result.count(.symbolicLink) == 4 && result.coverage.unitsExamined == 1)
        #expect(result.coverage.incompleteReasons().isEmpty)
        // A link that the user names is followed.
        #expect(try Runs.scan([tree.file("l")]).names(below: tree.path) == ["l"])
    }

    @Test func followedLinksAreMetOnceAndInOrder() throws {
        let tree = try TemporaryTree()
        try tree.makeFolder("a")
        try tree.makeFolder("out")
        try tree.write("a/f", "key = \(try Runs.keyID(1))\n")
        for index in 0..<20 { try tree.write("out/\(index)", "key = \(try Runs.keyID(UInt64(index)))\n") }
        try tree.link("..", as: "a/up")
        try tree.link("self", as: "self")
        try tree.link("b", as: "c")
        try tree.link("c", as: "b")
        try tree.link("/dev/zero", as: "z")
        try tree.link("nowhere", as: "n")
        try tree.link("../../out", as: "a/out")
        try tree.link("f", as: "a/l")
        let expected = try Runs.scan([tree.file("a")], workers: 1, follows: true)
        let names = expected.names(below: tree.file("a"))
        #expect(names.contains("f"))
        for workers in [2, 8] {
            for _ in 0..<5 {
                let result = try Runs.scan([tree.file("a")], workers: workers, follows: true)
                #expect(result.lines == expected.lines && result.coverage == expected.coverage)
            }
        }
        let all = try Runs.scan([tree.path], workers: 1, follows: true)
        for workers in [2, 8] {
            let result = try Runs.scan([tree.path], workers: workers, follows: true)
            #expect(result.lines == all.lines && result.coverage == all.coverage)
        }
        #expect(all.coverage.incompleteReasons().isEmpty)
        #expect(all.count(.device) == 1)
    }

    /// Two targets lead to one folder: which of them its files are reported under must not depend on the workers.
    @Test func targetsThatMeetAreDeterministic() throws {
        let tree = try TemporaryTree(in: TemporaryTree.memory)
        try tree.makeFolder("a")
        try tree.makeFolder("a/sub")
        try tree.write("a/sub/f", "key = \(try Runs.keyID(1))\n")
        for index in 0..<3_000 { try tree.write("a/x\(index)", "") }
        try tree.link("a/sub", as: "b")
        let targets = [tree.file("a"), tree.file("b")]
        let expected = try Runs.scan(targets, workers: 1, follows: true)
        for _ in 0..<5 {
            let result = try Runs.scan(targets, workers: 8, follows: true)
            #expect(result.names(below: tree.path) == expected.names(below: tree.path))
        }
    }

    @Test func specialFilesAreNoted() throws {
        let tree = try TemporaryTree()
        try tree.write("f", "key = \(try Runs.keyID(1))\n")
        try #require(unsafe mkfifo(tree.file("pipe"), 0o600) == 0)
        try tree.run("python3 -c 'import socket; s = socket.socket(socket.AF_UNIX); s.bind(\"sock\")'")
        let result = try Runs.scan([tree.path])
        #expect(result.findings.count == 1)
        #expect(result.count(.fifo) == 1 && result.count(.socket) == 1)
        #expect(result.coverage.skipped[.fifo]?.examples.map(\.provenance.path) == [RawPath(tree.file("pipe"))])
        #expect(result.coverage.incompleteReasons().isEmpty && result.coverage.unitsSeen == 3)
    }

    // MARK: What counts

    @Test func excludedEntriesAreCounted() throws {
        let tree = try TemporaryTree()
        try tree.makeFolder("node_modules")
        for name in ["a.txt", "b.log", "node_modules/c.txt"] { try tree.write(name, "key = \(try Runs.keyID(1))\n") }
        #expect(try Runs.scan([tree.path]).findings.count == 3)
        let selection = Selection(excluding: [try Glob(Array("*.log".utf8)), try Glob(Array("node_modules/".utf8))])
        let result = try Runs.scan([tree.path], selection: selection)
        #expect(result.names(below: tree.path) == ["a.txt"])
        #expect(result.count(.excluded) == 2 && result.coverage.incompleteReasons().isEmpty)
        let only = Selection(including: [try Glob(Array("*.log".utf8))])
        #expect(try Runs.scan([tree.path], selection: only).names(below: tree.path) == ["b.log"])
    }

    @Test func hiddenAndIgnoredFilesAreScanned() throws {
        let tree = try TemporaryTree()
        try tree.write(".gitignore", "*\n")
        try tree.write(".env", "key = \(try Runs.keyID(1))\n")
        #expect(try Runs.scan([tree.path]).names(below: tree.path) == [".env"])
    }

    @Test func gitStoresAreSaidAndEverythingElseIsScanned() throws {
        let tree = try TemporaryTree()
        try tree.run("git init -q r && cd r && git config user.name n && git config user.email e@example.invalid")
        try tree.write("r/committed", "key = \(try Runs.keyID(1))\n")
        try tree.run("cd r && git add committed && git commit -qm 'message' && git gc -q && echo two > g && git add g")
        try tree.run("cd r && git remote add origin https://user:\(try Runs.keyID(2))@example.invalid/r.git")
        try tree.write("r/.git/hooks/pre-push", "# \(try Runs.keyID(3))\n")
        // A name like a pack's, without a pack in it.
        let fake = "r/.git/objects/pack/pack-\(String(repeating: "0a", count: 20)).pack"
        try tree.write(fake, "key = \(try Runs.keyID(4))\n")
        let result = try Runs.scan([tree.path])
        let names = Set(result.names(below: tree.path))
        #expect(names == ["r/committed", "r/.git/config", "r/.git/hooks/pre-push", fake])
        // A pack, its index and perhaps more, a loose object, the staging area.
        #expect(result.count(.gitStore) >= 4)
        let examples = result.coverage.skipped[.gitStore]?.examples.map(\.provenance.path.lossyText) ?? []
        #expect(examples.contains { $0.hasSuffix(".pack") } && examples.contains { $0.hasSuffix(".git/index") })
        #expect((result.coverage.skipped[.gitStore]?.bytes ?? 0) > 0)
    }

    @Test func namesAreContent() throws {
        let tree = try TemporaryTree()
        let ids = try (0..<4 as Range<UInt64>).map { try Runs.keyID($0) }
        try tree.write("\(ids[0]).txt", "")
        try tree.makeFolder(ids[1])
        try tree.link("to-\(ids[2])", as: "link")
        try #require(unsafe mkfifo(tree.file("pipe-\(ids[3])"), 0o600) == 0)
        let result = try Runs.scan([tree.path])
        #expect(Self.secrets(result).sorted() == ids.sorted())
        let steps = Dictionary(grouping: result.findings, by: { $0.provenance.steps.last }).mapValues(\.count)
        #expect(steps == [.name: 3, .linkTarget: 1])
    }

    /// A link is named with one credential and points to another.
    @Test func aLinksNameAndTargetAreTwoTexts() throws {
        let tree = try TemporaryTree()
        let (name, target) = (try Runs.keyID(1), try Runs.keyID(2))
        try tree.link(target, as: name)
        let result = try Runs.scan([tree.path])
        #expect(Self.secrets(result).sorted() == [name, target].sorted())
    }

    @Test func aFileThatVanishes() throws {
        let tree = try TemporaryTree()
        try tree.write("f", "key = \(try Runs.keyID(1))\n")
        let result = try Runs.scan([tree.file("gone"), tree.path])
        #expect(result.findings.count == 1)
        #expect(result.count(.vanished) == 1 && result.coverage.incompleteReasons() == [.vanished])
    }

    @Test func filesOverTheLimitAreSkippedWithTheirBytes() throws {
        let tree = try TemporaryTree()
        try tree.write("small", "key = \(try Runs.keyID(1))\n")
        try tree.write("large", String(repeating: "x", count: 5_000))
        let result = try Runs.scan([tree.path], limit: 4_999)
        #expect(result.findings.count == 1)
        #expect(result.coverage.skipped[.size]?.bytes == 5_000 && result.coverage.incompleteReasons() == [.size])
        #expect(try Runs.scan([tree.path], limit: 5_000).coverage.incompleteReasons().isEmpty)
    }

    /// examined and skipped are all that `find` sees, and the bytes are those of `du`.
    @Test(arguments: [1, 8])
    func theAccountIsComplete(workers: Int) throws {
        let tree = try TemporaryTree()
        var random = SeededGenerator(seed: 60)
        var (bytes, units) = (0, 0)
        for folder in 0..<8 {
            try tree.makeFolder("d\(folder)")
            for file in 0..<Int.random(in: 0...30, using: &random) {
                let size = Int.random(in: 0...9_000, using: &random)
                try tree.write("d\(folder)/\(file)", random.bytes(size, of: Array("ab\n".utf8)))
                (bytes, units) = (bytes + size, units + 1)
            }
            try tree.link("nowhere", as: "d\(folder)/link")
            try #require(unsafe mkfifo(tree.file("d\(folder)/pipe"), 0o600) == 0)
        }
        let coverage = try Runs.scan([tree.path], workers: workers).coverage
        #expect(coverage.isBalanced && coverage.unitsSeen == units + 16)
        #expect(coverage.unitsExamined == units && coverage.bytesExamined == bytes)
        #expect(coverage.skipped[.symbolicLink]?.count == 8 && coverage.skipped[.fifo]?.count == 8)
    }

    @Test(arguments: [SkipReason.timeout, .interrupted])
    func aRunThatIsStoppedSaysSo(reason: SkipReason) throws {
        let tree = try TemporaryTree()
        for index in 0..<20 { try tree.write("f\(index)", "key = \(try Runs.keyID(1))\n") }
        let stop = StopFlag()
        stop.stop(for: reason)
        stop.stop(for: reason == .timeout ? .interrupted : .timeout)
        #expect(stop.reason == reason, "the first reason stays")
        let result = try Runs.scan([tree.path], workers: 4, stop: stop)
        #expect(result.findings.isEmpty && result.coverage.isBalanced)
        #expect(result.coverage.incompleteReasons() == [reason])
    }

    @Test func noTargetsAreNoUnits() throws {
        let result = try Runs.scan([], workers: 8)
        #expect(result.coverage == Coverage() && result.findings.isEmpty)
    }

    // MARK: Rules that give up

    @Test func aRuleThatGivesUpLeavesTheFileIncomplete() throws {
        let rules = try Runs.user(
            """
            [[rule]]
            id = "catastrophe"
            title = "Catastrophe"
            severity = "low"
            confidence = 0.9
            pattern = '(a+)+$'
            anchors = ["aaaa"]
            reach = { before = 0, after = 64 }
            examples = ["aaaa"]

            [[rule]]
            id = "test-id"
            title = "Id"
            severity = "medium"
            confidence = 0.9
            pattern = 'KID[0-9A-F]{8}'
            anchors = ["KID"]
            starts_at_anchor = true
            reach = { before = 4, after = 16 }
            examples = ["KID{upper-hex:8}"]
            """)
        let tree = try TemporaryTree()
        let content = String(repeating: "a", count: 500) + "! KID01234567"
        try tree.write("bad", content)
        try tree.write("good", "KID01234567")
        let result = try Runs.scan([tree.path], rules: rules)
        let ids = result.findings.filter { $0.rule.id == "test-id" }
        #expect(ids.map(\.provenance.path) == [RawPath(tree.file("bad")), RawPath(tree.file("good"))])
        #expect(result.coverage.incompleteReasons() == [.ruleLimit] && result.count(.ruleLimit) == 1)
        #expect(result.coverage.skipped[.ruleLimit]?.examples.first?.note.contains("catastrophe") == true)
        #expect(result.coverage.bytesExamined == content.utf8.count + 11)
    }

    // MARK: Size

    @Test func aSparseFileBeyondFourGibibytes() throws {
        let tree = try TemporaryTree()
        let border = 1 << 32
        let offsets = [border - 20_000_020, border - 20, border + 1_000_000, border + 300_000_000]
        let ids = try offsets.indices.map { try Runs.keyID(UInt64($0)) }
        for (offset, id) in zip(offsets, ids) { try tree.write("huge", Array("\n\(id)\n".utf8), at: offset - 1) }
        try #require(unsafe truncate(tree.file("huge"), 9 << 29) == 0)
        let start = ContinuousClock.now
        let result = try Runs.scan([tree.path])
        #expect(result.findings.map(\.location.bytes.lowerBound) == offsets)
        #expect(result.findings.map(\.location.start.line) == [2, 4, 6, 8])
        #expect(Self.secrets(result) == ids)
        #expect(result.coverage.bytesExamined == 9 << 29)
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test func aTreeOfManyLevels() throws {
        let tree = try TemporaryTree(in: TemporaryTree.memory)
        let depth = 30_000
        let id = try Runs.keyID(14)
        try tree.makeChain(depth: depth, bottom: Array("key = \(id)\n".utf8))
        let start = ContinuousClock.now
        let result = try Runs.scan([tree.path], workers: 2)
        #expect(Self.secrets(result) == [id])
        #expect(result.findings.first?.provenance.path.bytes.count == tree.path.utf8.count + 2 * depth + 7)
        #expect(result.coverage.unitsExamined == 1 && result.coverage.isBalanced)
        #expect(ContinuousClock.now - start < .seconds(20))
    }
}
