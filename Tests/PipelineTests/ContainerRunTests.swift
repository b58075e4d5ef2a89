import Blobs
import Containers
import Findings
import Glibc
import Synchronization
import Testing

@testable import Pipeline

@Suite(.enabled(if: unsafe system("command -v python3 >/dev/null") == 0, "python3 is not installed"))
struct ContainerRunTests {
    /// Writes files with Python. `k` makes the line of a key, by its number; `z` and `t` make archives.
    private static func tree(_ script: String) throws -> TemporaryTree {
        let tree = try TemporaryTree()
        let keys = try (0..<10).map { "id = \(try Runs.keyID(UInt64($0)))" }.joined(separator: "\n")
        try tree.write(".keys", keys)
        try tree.write(
            ".script",
            """
            import gzip, io, random, tarfile, zipfile
            keys = open('.keys', 'rb').read().split(b'\\n')
            def k(number): return keys[number] + b'\\n'
            def z(*members, method=zipfile.ZIP_DEFLATED):
                file = io.BytesIO()
                with zipfile.ZipFile(file, 'w', method) as archive:
                    for name, content in members: archive.writestr(name, content)
                return file.getvalue()
            def t(*members):
                file = io.BytesIO()
                with tarfile.open(fileobj=file, mode='w') as archive:
                    for name, content in members:
                        info = tarfile.TarInfo(name)
                        info.size = len(content)
                        archive.addfile(info, io.BytesIO(content))
                return file.getvalue()
            def write(name, content): open(name, 'wb').write(content)
            noise = random.Random(7).randbytes(4000)

            """ + script)
        try tree.run("python3 .script && rm .script .keys")
        return tree
    }

    private static func scan(
        _ tree: TemporaryTree, _ limits: ContainerLimits = ContainerLimits(), workers: Int = 2, chunkSize: Int? = nil,
        maximumFileSize: Int? = nil, stop: StopFlag = StopFlag()
    ) throws -> RunResult {
        let settings = ScanSettings(
            workers: workers, chunkSize: chunkSize, maximumFileSize: maximumFileSize, containers: limits,
            scanning: Runs.options())
        let targets = Mutex([Target.path(RawPath(tree.path))])
        return try ScanRun.run(try Runs.builtIn(), settings: settings, stop: stop) {
            targets.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        }
    }

    /// A stored member is seen in the archive's bytes too: it is told once, with its name.
    @Test func whatIsStoredIsToldOnce() throws {
        let tree = try Self.tree(
            """
            inner = z(('m', k(1)), method=zipfile.ZIP_STORED)
            write('a.zip', z(('d/k', k(0)), ('n.zip', inner), method=zipfile.ZIP_STORED))
            write('b.tar', t(('k', k(2)), ('l', k(3))))
            """)
        let result = try Self.scan(tree)
        #expect(result.names(below: tree.path) == ["a.zip!d/k", "a.zip!n.zip!m", "b.tar!k", "b.tar!l"])
        #expect(result.coverage.isBalanced && result.coverage.unitsSeen == 7 && result.coverage.unitsSkipped == 0)
    }

    /// What stands between members is examined as well.
    @Test func whatStandsBesideMembersIsFound() throws {
        let tree = try Self.tree(
            """
            file = io.BytesIO()
            with zipfile.ZipFile(file, 'w') as archive:
                archive.writestr('x', noise)
                archive.comment = k(4)
            write('a.zip', file.getvalue())
            write('b.tar', t(('x', noise)) + k(5))
            write('c.tar.gz', gzip.compress(t(('x', noise)) + k(6)))
            """)
        let result = try Self.scan(tree)
        #expect(result.names(below: tree.path) == ["a.zip", "b.tar", "c.tar.gz!c.tar"])
    }

    @Test(arguments: [1, 3, 8], [nil, 5000]) func workersAndSegmentsMakeNoDifference(_ workers: Int, _ chunk: Int?)
        throws
    {
        let tree = try Self.tree(
            """
            for number in range(8):
                inner = z(('k', noise * 9 + k(number)), ('t.tgz', gzip.compress(t(('y', k(number + 1))))))
                write('a%d' % number, t(('pad', noise * number * 30), ('z.zip', inner)))
            """)
        let reference = try Self.scan(tree, workers: 1)
        #expect(reference.findings.count == 16)
        #expect(try Self.scan(tree, workers: workers, chunkSize: chunk).lines == reference.lines)
    }

    /// Members are left to whoever is free, in lots: small ones, large ones, archives and mail between them.
    @Test(arguments: [2, 8]) func membersAreShared(_ workers: Int) throws {
        let tree = try Self.tree(
            """
            noise = bytes(65 + byte % 26 for byte in noise)
            def many(count, first):
                return [('f%d' % number, noise * (number % 40) + k((first + number) % 10)) for number in range(count)]
            write('a.tgz', gzip.compress(t(*many(700, 0), ('z.zip', z(*many(90, 3))), *many(90, 5))))
            write('b.zip', z(*many(300, 1), ('t.tar', t(*many(60, 2))), method=zipfile.ZIP_STORED))
            """)
        let reference = try Self.scan(tree, workers: 1)
        #expect(reference.findings.count == 700 + 90 + 90 + 300 + 60)
        for _ in 0..<3 {
            let result = try Self.scan(tree, workers: workers)
            #expect(result.lines == reference.lines)
            #expect(result.coverage == reference.coverage && result.dropped == reference.dropped)
        }
    }

    /// A container in a container that does not fit into the memory is read as a stream, with the same findings.
    @Test func littleMemoryMeansStreams() throws {
        let tree = try Self.tree(
            """
            inner = z(('big', noise * 40), ('l', k(2)))
            write('a.tgz', gzip.compress(t(('big', noise * 100), ('k', k(1)), ('z.zip', inner))))
            """)
        let reference = try Self.scan(tree)
        #expect(reference.names(below: tree.path) == ["a.tgz!k", "a.tgz!z.zip!l"])
        let small = try Self.scan(tree, ContainerLimits(memory: 4))
        #expect(small.lines == reference.lines && small.coverage.unitsSkipped == 0)
    }

    @Test func limitsAreToldWithTheirPlace() throws {
        let tree = try Self.tree("write('a.zip', z(('a', k(1)), ('b', noise), ('c', k(2))))")
        func places(_ result: RunResult, _ reason: SkipReason) -> [String] {
            let examples = result.coverage.skipped[reason]?.examples ?? []
            return examples.map { String($0.provenance.path.lossyText.dropFirst(tree.path.utf8.count + 1)) }
        }
        #expect(try places(Self.scan(tree, ContainerLimits(depth: 0)), .depth) == ["a.zip"])
        #expect(try places(Self.scan(tree, ContainerLimits(members: 2)), .memberCount) == ["a.zip"])
        let bytes = try Self.scan(tree, ContainerLimits(expandedBytes: 1000))
        #expect(places(bytes, .expandedBytes) == ["a.zip!b"] && bytes.findings.count == 1)
        let size = try Self.scan(tree, maximumFileSize: 3999)
        #expect(places(size, .size) == ["a.zip!b"] || places(size, .size) == ["a.zip"])
    }

    @Test func namesAndLinksOfAFileWithTwoNamesAreToldForEach() throws {
        let tree = try Self.tree("write('a.zip', z(('k', k(1))))")
        try tree.hardLink("a.zip", as: "b.zip")
        let result = try Self.scan(tree)
        #expect(Set(result.names(below: tree.path)) == ["a.zip!k", "b.zip!k"])
    }

    @Test func aStoppedRunSaysSo() throws {
        let tree = try Self.tree("write('a.zip', z(('k', k(1))))")
        let stop = StopFlag()
        stop.stop(for: .timeout)
        let result = try Self.scan(tree, stop: stop)
        #expect(result.coverage.isBalanced && result.count(.timeout) == 1)
    }
}
