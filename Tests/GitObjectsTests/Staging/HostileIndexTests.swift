@testable import GitObjects
import Testing

@Suite("Hostile indexes")
struct HostileIndexTests {
    private static let header = utf8("DIRC") + [0, 0, 0]

    private func number(_ value: UInt64, _ width: Int = 4) -> [UInt8] { ReftableWriter.number(value, width) }

    private func entry(_ path: [UInt8], flags: UInt64, padding: Int) -> [UInt8] {
        [UInt8](repeating: 0, count: 24) + number(0o100644) + [UInt8](repeating: 0, count: 12)
            + [UInt8](repeating: 7, count: 20) + number(flags, 2) + path + [UInt8](repeating: 0, count: padding)
    }

    private func parse(_ version: UInt8, count: UInt64, _ body: [UInt8]) throws(StagingIndexError) -> [StagingEntry] {
        let checksum = [UInt8](repeating: 0, count: 20)
        return try StagingIndexParser(Self.header + [version] + number(count) + body + checksum, format: .sha1).entries
    }

    @Test("Cut or changed anywhere, it is read or refused", arguments: [2, 3, 4])
    func changed(version: Int) throws {
        let fixture = try GitFixture(withCommit: "sha1")
        try fixture.run(
            """
            cd r && echo 1 >a && git add a && git update-index --index-version \(version) && git commit -qm a &&
            echo 2 >aa && git add -N aa
            """)
        let bytes = try fixture.read("r/.git/index")
        let whole = try StagingIndexParser(bytes, format: .sha1).entries
        #expect(whole.count == 3)
        for count in bytes.indices { _ = try? StagingIndexParser(Array(bytes[..<count]), format: .sha1) }
        for index in bytes.indices {
            for value in [0, 1, 0x40, 0x7F, 0x80, 0xFF] as [UInt8] {
                var broken = bytes
                broken[index] = value
                _ = try? StagingIndexParser(broken, format: .sha1)
                _ = try? StagingIndexParser(broken, format: .sha256)
            }
        }
    }

    @Test("A count that is too large is refused before memory is asked for")
    func count() {
        #expect(throws: StagingIndexError.malformed(offset: 8)) { try parse(2, count: 0xFFFF_FFFF, []) }
        #expect(throws: StagingIndexError.malformed(offset: 8)) {
            try parse(4, count: 2, entry([0], flags: 0, padding: 0))
        }
    }

    @Test("Versions and extensions that are not known")
    func unknown() throws {
        #expect(throws: StagingIndexError.unsupportedVersion(5)) { try parse(5, count: 0, []) }
        #expect(throws: StagingIndexError.unsupportedExtension(utf8("newx"))) {
            try parse(2, count: 0, utf8("newx") + number(0))
        }
        #expect(throws: StagingIndexError.malformed(offset: 12)) { try parse(2, count: 0, utf8("NEWX") + number(1)) }
        #expect(try parse(2, count: 0, utf8("NEWX") + number(2) + [1, 2]).isEmpty)
        #expect(throws: StagingIndexError.malformed(offset: 12)) {
            try parse(2, count: 1, entry(utf8("x"), flags: 0x4001, padding: 9))
        }
    }

    @Test("Paths are given as they are", arguments: ["..", "../../etc/passwd", "/etc/passwd", ".git/config", "a//b"])
    func paths(path: String) throws {
        let flags = UInt64(path.utf8.count)
        let padding = 8 - (62 + path.utf8.count) % 8
        #expect(
            try parse(2, count: 1, entry(utf8(path), flags: flags, padding: padding)).map { text($0.path) } == [path])
    }

    @Test("A path that takes more off than there is")
    func prefix() {
        #expect(throws: StagingIndexError.malformed(offset: 12)) {
            try parse(4, count: 1, entry([1] + utf8("x"), flags: 1, padding: 1))
        }
        #expect(throws: StagingIndexError.malformed(offset: 12)) {
            try parse(4, count: 1, entry([UInt8](repeating: 0xFF, count: 12), flags: 1, padding: 1))
        }
    }

    private func positions(_ words: [UInt64], bits: UInt64 = 0, below limit: Int) -> [Int]? {
        let bytes = number(bits) + number(UInt64(words.count)) + words.flatMap { number($0, 8) } + number(0)
        var reader = FieldReader(bytes, in: 0..<bytes.count)
        return CompressedBitmap(&reader, below: limit)?.positions
    }

    @Test("Bitmaps")
    func bitmaps() {
        #expect(positions([], below: 0) == [])
        // One word of zeros, then a literal one.
        #expect(positions([1 << 1 | 1 << 33, 0b101], below: 1000) == [64, 66])
        #expect(positions([1 | 1 << 1], below: 64) == Array(0..<64))
        #expect(positions([1 | 1 << 1], below: 63) == nil)
        #expect(positions([1 | 0xFFFF_FFFF << 1], below: 1000) == nil)
        #expect(positions([1 << 33], below: 1000) == nil)
        #expect(positions([1 << 33, 1 << 63], below: 63) == nil)
        // Zeros cost nothing, however many.
        #expect(positions([UInt64](repeating: 0xFFFF_FFFF << 1, count: 1000), below: 10) == [])
        #expect(positions([.max], below: 10) == nil)
    }

    @Test("Parts of a split index that do not fit together")
    func split() throws {
        let shared = try parse(2, count: 1, entry(utf8("x"), flags: 1, padding: 1))
        func merged(_ own: [StagingEntry], _ bytes: [UInt8]) throws(StagingIndexError) -> [StagingEntry] {
            try SplitIndex.merged(own, over: shared, bitmaps: FieldReader(bytes, in: 0..<bytes.count))
        }
        let none = number(0) + number(0) + number(0)
        let first = number(1) + number(2) + number(1 << 33, 8) + number(1, 8) + number(0)
        let second = number(2) + number(2) + number(1 << 33, 8) + number(2, 8) + number(0)
        #expect(try merged([], []).count == 1)
        #expect(try merged([], none + none).count == 1)
        #expect(try merged([], first + none).isEmpty)
        #expect(try merged([shared[0].renamed([])], none + first).map { text($0.path) } == ["x"])
        for (own, bytes) in [
            ([], none), ([], none + first), ([], second + none), ([shared[0].renamed([])], none + none),
        ] {
            #expect(throws: StagingIndexError.mismatchedParts) { try merged(own, bytes) }
        }
    }
}
