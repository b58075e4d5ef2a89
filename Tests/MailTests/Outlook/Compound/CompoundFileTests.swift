import Blobs
import Testing

@testable import Mail

@Suite struct CompoundFileTests {
    static let small = MemorySource.pattern(300)
    static let exact = MemorySource.pattern(64, seed: 3)
    static let large = MemorySource.pattern(20_000, seed: 9)

    static func writer(shift: Int = 9) -> CompoundWriter {
        var writer = CompoundWriter(sectorShift: shift)
        writer.add(["small"], small)
        writer.add(["folder", "exact"], exact)
        writer.add(["folder", "inner", "large"], large)
        writer.add(["empty"], [])
        return writer
    }

    static func open(_ bytes: [UInt8], piece: Int = .max, failsFrom: Int = .max) throws(OutlookError) -> CompoundFile {
        let source = MemorySource(bytes: bytes, piece: piece, failsFrom: failsFrom)
        return try CompoundFile(size: bytes.count, read: source.read)
    }

    static func content(_ file: CompoundFile, _ stream: CompoundStream, piece: Int) throws(OutlookError) -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: piece)
        while true {
            var span = buffer.mutableSpan
            let count = try file.read(stream, at: all.count, into: &span)
            if count == 0 { return all }
            all += buffer[..<count]
        }
    }

    @Test(arguments: [9, 12], [false, true]) func streamsComeBack(shift: Int, interleaved: Bool) throws {
        var writer = Self.writer(shift: shift)
        writer.isInterleaved = interleaved
        let bytes = writer.bytes()
        let file = try Self.open(bytes, piece: 100)
        let paths = file.streams.map { file.path(of: $0) }
        #expect(paths == [["small"], ["folder", "exact"], ["folder", "inner", "large"], ["empty"]])
        #expect(file.streams.map(\.size) == [300, 64, 20_000, 0])
        #expect(!file.isDirectoryCut)
        for piece in [1, 63, 64, 65, 512, 100_000] {
            let contents = try file.streams.map { try Self.content(file, $0, piece: piece) }
            #expect(contents == [Self.small, Self.exact, Self.large, []])
        }
        for (stream, content) in zip(file.streams, [Self.small, Self.exact, Self.large]) {
            #expect(Array(bytes[stream.offset..<stream.offset + 64]) == Array(content[..<64]))
        }
    }

    @Test func readsBackwards() throws {
        let file = try Self.open(Self.writer().bytes())
        let stream = try #require(file.streams.first { $0.name == "large" })
        var buffer = [UInt8](repeating: 0, count: 10)
        for offset in [19_990, 0, 10_000, 509, 5] {
            var span = buffer.mutableSpan
            let count = try file.read(stream, at: offset, into: &span)
            #expect(Array(buffer[..<count]) == Array(Self.large[offset..<offset + count]))
        }
        var span = buffer.mutableSpan
        #expect(try file.read(stream, at: 20_000, into: &span) == 0)
    }

    /// Files above 7 MiB have sectors that tell where the rest of the table is; here they tell of all of it.
    @Test func tablesThatTheHeaderDoesNotHold() throws {
        var bytes = Self.writer().bytes()
        let sectors = (0..<109).compactMap { bytes.word32(76 + 4 * $0) }.filter { $0 != 0xFFFF_FFFF }
        bytes.replaceSubrange(76..<512, with: [UInt8](repeating: 0xFF, count: 436))
        let first = bytes.count / 512 - 1
        bytes.replaceSubrange(68..<76, with: Little.four(first) + Little.four(2))
        // The first of them is empty but for the number of the second.
        bytes += [UInt8](repeating: 0xFF, count: 508) + Little.four(first + 1)
        bytes += sectors.flatMap { Little.four($0) } + [UInt8](repeating: 0xFF, count: 508 - 4 * sectors.count)
        bytes += Little.four(0xFFFF_FFFE)
        let file = try Self.open(bytes)
        let contents = try file.streams.map { try Self.content(file, $0, piece: 512) }
        #expect(contents == [Self.small, Self.exact, Self.large, []])
        // A list that comes back to its start ends.
        bytes.replaceSubrange(bytes.count - 512..<bytes.count - 4, with: [UInt8](repeating: 0xFF, count: 508))
        bytes.replaceSubrange(bytes.count - 4..<bytes.count, with: Little.four(first))
        let error = #expect(throws: OutlookError.self) { try Self.open(bytes) }
        #expect(error?.reason == .cyclic)
    }

    @Test func otherFilesAreRefused() {
        #expect(throws: OutlookError(.otherFormat, at: 0)) { try Self.open(Array("no compound file".utf8)) }
        #expect(throws: OutlookError(.otherFormat, at: 0)) { try Self.open([]) }
        let cut = Array(Self.writer().bytes()[..<100])
        #expect(throws: OutlookError(.truncated, at: 100)) { try Self.open(cut) }
    }

    @Test func cyclicChainEnds() throws {
        var bytes = Self.writer().bytes()
        // The large stream begins in sector 0; its second sector now leads back to the first.
        let table = bytes.count - 512
        bytes.replaceSubrange(table + 4..<table + 8, with: Little.four(0))
        // And its size is more than the file has.
        let directory = (bytes.word32(48) ?? 0) * 512 + 512
        let entry = try #require((0..<8).first { bytes.word32(directory + $0 * 128 + 120) == 20_000 })
        bytes.replaceSubrange(directory + entry * 128 + 120..<directory + entry * 128 + 124, with: Little.four(1 << 30))
        let file = try Self.open(bytes)
        let stream = try #require(file.streams.first { $0.name == "large" })
        let error = #expect(throws: OutlookError.self) { _ = try Self.content(file, stream, piece: 512) }
        #expect(error?.reason == .cyclic)
        let other = try #require(file.streams.first)
        #expect(try Self.content(file, other, piece: 512) == Self.small)
    }

    @Test func brokenChainCostsOneStream() throws {
        var bytes = Self.writer().bytes()
        let table = bytes.count - 512
        bytes.replaceSubrange(table + 40..<table + 44, with: Little.four(0xFFFF_FFFE))
        let file = try Self.open(bytes)
        let stream = try #require(file.streams.first { $0.name == "large" })
        let error = #expect(throws: OutlookError.self) { _ = try Self.content(file, stream, piece: 512) }
        #expect(error?.reason == .truncated)
    }

    @Test func sourceErrorsArePassedOn() throws {
        let bytes = Self.writer().bytes()
        let error = #expect(throws: OutlookError.self) { try Self.open(bytes, failsFrom: 0) }
        #expect(error?.reason == .unreadable)
        #expect(error?.errorNumber == 5)
    }

    @Test func siblingsInACycleAreReadOnce() throws {
        var bytes = Self.writer().bytes()
        let directory = (bytes.word32(48) ?? 0) * 512 + 512
        // The second entry is the first child of the root: it is now its own left sibling, and right of it the root.
        bytes.replaceSubrange(directory + 128 + 68..<directory + 128 + 76, with: Little.four(1) + Little.four(0))
        let file = try Self.open(bytes)
        #expect(file.streams.count == 4)
    }

    @Test func damageNeverTraps() {
        var generator = OutlookRandom(seed: 1)
        let bytes = Self.writer().bytes()
        for _ in 0..<100 {
            let damaged = Mutation.damaged(bytes, &generator)
            guard let file = try? Self.open(damaged) else { continue }
            for stream in file.streams {
                _ = file.path(of: stream)
                _ = try? Self.content(file, stream, piece: 4096)
            }
        }
    }
}
