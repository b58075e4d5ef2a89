import Blobs
import Findings
import Glibc
import Dispatch
import Inputs
import Scanning
import Testing

@testable import Pipeline

/// One large file, several workers.
@Suite(.serialized) struct SharedFileTests {
    private enum LineEnd: String, CaseIterable {
        case feed = "\n"
        case returnFeed = "\r\n"
        case loneReturn = "\r"
        case none = ""
    }

    /// About 7 kB for each of `keys` places with credentials, alone, in pairs and overlapping, and letters of all
    /// lengths.
    private static func content(_ lineEnd: LineEnd, keys: Int, seed: UInt64 = 1) throws -> [UInt8] {
        var random = SeededGenerator(seed: seed)
        let templates = [
            "key = AKIAY{base32:15}\n", "aws_access_key_id = AKIAY{base32:15}\naws_secret_access_key = {base64:40}\n",
            "AKIAY{base32:15},{base64:40}\n", "\tAKIA{text:IOSFODNN7}EXAMPLE\n", "{pem:openssh}\n", "{base64:64}\n",
        ]
        let filler = Array("some text with é, € and 😀 = 12345;\n".utf8)
        var content: [UInt8] = []
        for number in 0..<keys {
            for _ in 0..<Int.random(in: 0...400, using: &random) { content += filler }
            let template = templates[number % templates.count]
            content += Array(try Runs.text(template, seed: random.next() % 1_000).utf8)
        }
        guard lineEnd != .feed else { return content }
        let end = Array(lineEnd.rawValue.utf8)
        return content.flatMap { $0 == 0x0A ? end : [$0] }
    }

    private static func expectEqual(_ result: RunResult, _ expected: RunResult, _ what: String) {
        #expect(result.lines == expected.lines, "\(what)")
        #expect(result.coverage == expected.coverage && result.dropped == expected.dropped, "\(what)")
        #expect(result.masker.count == expected.masker.count, "\(what)")
    }

    @Test(arguments: LineEnd.allCases)
    private func anyNumberOfWorkersFindsTheSame(lineEnd: LineEnd) throws {
        let tree = try TemporaryTree(in: TemporaryTree.memory)
        let content = try Self.content(lineEnd, keys: 240)
        try tree.write("big", content)
        let expected = try Runs.scan([tree.path], workers: 1)
        #expect(expected.findings.count >= 70)
        #expect(expected.coverage.bytesExamined == content.count)
        for (workers, chunk) in [(1, 65_536), (2, 65_536), (8, 4_096), (2, 150_000)] {
            let result = try Runs.scan([tree.path], workers: workers, chunkSize: chunk)
            Self.expectEqual(result, expected, "\(lineEnd) \(workers) \(chunk)")
        }
    }

    /// Several names, several large files, small ones between them.
    @Test(arguments: [2, 8])
    func largeFilesAmongOthers(workers: Int) throws {
        let tree = try TemporaryTree(in: TemporaryTree.memory)
        for index in 0..<4 {
            try tree.write("big\(index)", try Self.content(.feed, keys: 30, seed: UInt64(index)))
            for small in 0..<20 { try tree.write("\(index)-\(small)", "key = \(try Runs.keyID(UInt64(small)))\n") }
        }
        try tree.hardLink("big0", as: "again")
        let expected = try Runs.scan([tree.path], workers: 1)
        for follows in [false, true] {
            for _ in 0..<2 {
                let result = try Runs.scan([tree.path], workers: workers, chunkSize: 4_096, follows: follows)
                Self.expectEqual(result, expected, "\(workers) \(follows)")
            }
        }
    }

    /// A run that stops says how far the file was examined, and knows what is in that part.
    @Test(arguments: [1, 2, 8])
    func stoppingInTheMiddle(workers: Int) throws {
        let tree = try TemporaryTree(in: TemporaryTree.memory)
        let content = try Self.content(.feed, keys: 300)
        try tree.write("big", content)
        let whole = try Runs.scan([tree.path], workers: 1)
        for delay in [0, 20_000, 100_000, 300_000] as [UInt32] {
            let stop = StopFlag()
            let stopped = DispatchGroup()
            DispatchQueue.global().async(group: stopped) {
                usleep(delay)
                stop.stop(for: .timeout)
            }
            let result = try Runs.scan([tree.path], workers: workers, chunkSize: 4_096, stop: stop)
            stopped.wait()
            #expect(result.coverage.isBalanced)
            let examined = result.coverage.bytesExamined
            if result.count(.timeout) == 0 { #expect(examined == content.count) }
            let known = Set(whole.lines)
            #expect(result.lines.allSatisfy { known.contains($0) || result.count(.timeout) > 0 })
            // What lies well before the place where it stopped is told.
            let early = whole.findings.filter { $0.location.bytes.upperBound + 200_000 < examined }.map(\.location)
            #expect(result.findings.map(\.location).starts(with: early))
        }
    }

    // MARK: By hand

    /// A shared file, and one worker's scanner and buffer to search its cores with.
    private struct Bench: ~Copyable {
        let tree: TemporaryTree
        let queue: WorkQueue
        let file: SharedFile
        let size: Int
        var scanner: Scanner
        var feeder: SegmentFeeder

        /// What one worker finds alone.
        let expected: [Location]

        static func make(seed: UInt64, waitingLimit: Int = SharedFile.defaultWaitingLimit) throws -> Bench {
            let tree = try TemporaryTree(in: TemporaryTree.memory)
            let content = try SharedFileTests.content(.feed, keys: 40, seed: seed)
            try tree.write("big", content)
            let rules = try Runs.builtIn()
            let path = RawPath(tree.file("big"))
            let provenance = Provenance(.file(path))
            var scanner = try Scanner(rules, options: Runs.options())
            var feeder = SegmentFeeder(context: rules.context, chunkSize: 4_096)
            var source = try FileSource(path: path, handles: DirectoryHandles())
            _ = feeder.feed(&source, to: &scanner, limit: nil, shouldStop: { false }) { provenance }
            let expected = scanner.finish { provenance }.findings.map(\.location)
            source = try FileSource(path: path, handles: DirectoryHandles())
            let offered = source.positionalReader
            let reader = try #require(offered)
            let end = feeder.feedFirstCore(
                of: &source, to: &scanner, limit: nil, shouldStop: { false }, provenance: { provenance })
            #expect(end == nil)
            let queue = WorkQueue { nil }
            let file = SharedFile(
                source, reader: reader, path: path, cores: feeder.nextCores(in: content.count),
                resolver: scanner.handOver(), queue: queue, waitingLimit: waitingLimit)
            scanner.beginShare()
            return Bench(
                tree: tree, queue: queue, file: file, size: content.count, scanner: scanner, feeder: feeder,
                expected: expected)
        }

        mutating func search(_ core: Int) -> SegmentMatches? {
            feeder.search(core: file.cores[core], of: file.reader, with: &scanner) { Provenance(.file(file.path)) }
        }

        /// Reads the rest alone, and expects what is found where all was read alone.
        mutating func end(_ resolver: consuming BlobResolver) {
            feeder.seek(toCore: file.rest)
            scanner.takeOver(resolver)
            let provenance = Provenance(.file(file.path))
            let end = file.withSource { source in
                feeder.feedRest(of: &source, to: &scanner, limit: nil, shouldStop: { false }) { provenance }
            }
            #expect(end == .complete(bytes: size))
            let locations = scanner.finish { provenance }.findings.map(\.location)
            #expect(locations == expected && locations.count >= 20)
        }
    }

    /// Cores handed in in any order, some of them not searched: one caller is told to end the file, behind the last
    /// core or at the first that could not be searched.
    @Test(arguments: 0..<12 as Range<UInt64>)
    func anyOrder(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var bench = try Bench.make(seed: seed)
        let (file, count) = (bench.file, bench.file.cores.count)
        var taken: [Int] = []
        while let core = file.takeCore() { taken.append(core) }
        #expect(taken == Array(0..<count) && count > 20)
        let broken = seed % 3 == 0 ? [] : Set((0..<3).map { _ in Int.random(in: 0..<count, using: &random) })
        for core in taken.shuffled(using: &random) {
            let found = broken.contains(core) ? nil : bench.search(core)
            guard let resolver = file.handIn(found, of: core) else { continue }
            #expect(file.rest == file.cores[broken.min() ?? count].lowerBound)
            return bench.end(resolver)
        }
        Issue.record("nobody ends the file")
    }

    /// As long as a core is missing, the others find so much waiting that no more are given out, nor offered.
    @Test func nobodyRunsFarAhead() throws {
        var bench = try Bench.make(seed: 3, waitingLimit: 3_000)
        let (file, queue) = (bench.file, bench.queue)
        #expect(queue.join())
        let first = try #require(file.takeCore())
        for _ in 0..<3 {
            guard case .share(.file(let offered)) = queue.next() else {
                Issue.record("not offered")
                return
            }
            #expect(offered === file)
        }
        var ahead = 0
        while let core = file.takeCore() {
            guard file.handIn(bench.search(core), of: core) == nil else {
                Issue.record("told to end a file of which a core is missing")
                return
            }
            ahead += 1
        }
        #expect((1...25).contains(ahead))
        guard file.handIn(bench.search(first), of: first) == nil else {
            Issue.record("told to end a file of which cores are missing")
            return
        }
        // All that waited is done with, so there is room again.
        while let core = file.takeCore() {
            guard let resolver = file.handIn(bench.search(core), of: core) else { continue }
            #expect(core == file.cores.count - 1)
            bench.end(resolver)
        }
        let item = queue.next()
        #expect(item == nil, "offered without anything to take")
    }
}
