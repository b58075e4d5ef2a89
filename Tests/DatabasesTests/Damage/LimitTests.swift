import Blobs
import Databases
import Testing

/// Small files that would cost much.
@Suite struct LimitTests {
    private final class Counter { var calls = 0 }

    @Test func aLongDefaultIsNotRepeatedForEver() throws {
        let database = try TestDatabase("CREATE TABLE t (a)", "CREATE TABLE u (a)", "BEGIN")
        for _ in 0..<2_000 { database.run("INSERT INTO t VALUES (1)") }
        database.run("ALTER TABLE t ADD COLUMN b DEFAULT '\(String(repeating: "d", count: 200_000))'")
        database.run("COMMIT")
        let read = try ReadDatabase(database)
        #expect(read.errors == [.limit(.bytes)])
        #expect(read.names == ["sqlite_schema", "t"])
        #expect(read.bytes[1].count < 200 << 20)
    }

    /// On three levels all children are one page, so that the same rows come some 100,000 times.
    @Test func aTreeThatLeadsToOnePageManyTimesEnds() throws {
        let database = try TestDatabase("PRAGMA page_size = 4096", "CREATE TABLE t (a)", "BEGIN")
        for number in 1...30_000 { database.run("INSERT INTO t VALUES (\(number % 10))") }
        database.run("COMMIT")
        var file = try database.bytes()
        let root = Array(file[4_096..<8_192])
        try #require(root[0] == 5)
        let count = Int(root[3]) << 8 | Int(root[4])
        let cells = (0..<count).map { Int(root[12 + 2 * $0]) << 8 | Int(root[13 + 2 * $0]) }
        try #require(count > 40)
        let children = cells.map { Array(root[$0..<$0 + 4]) }
        for (page, child) in [([0, 0, 0, 2], children[0]), (children[0], children[1]), (children[1], children[2])] {
            var inner = root
            for cell in cells + [8] { inner.replaceSubrange(cell..<cell + 4, with: child) }
            let start = (page.reduce(0) { $0 << 8 | Int($1) } - 1) * 4_096
            file.replaceSubrange(start..<start + 4_096, with: inner)
        }
        let read = try ReadDatabase(file)
        #expect(read.errors == [.limit(.steps)])
    }

    @Test func reallyLargeSchemasAreRefused() throws {
        let database = try TestDatabase("BEGIN")
        let text = String(repeating: "z", count: 900_000)
        for number in 0..<10 { database.run("CREATE TABLE t\(number) (a DEFAULT '\(text)')") }
        database.run("COMMIT")
        let file = try database.bytes()
        #expect(throws: DatabaseError.limit(.schema)) { try ReadDatabase(file) }
    }

    @Test func theCallerStopsReading() throws {
        let database = try TestDatabase("CREATE TABLE t (a)", "BEGIN")
        for number in 0..<20_000 { database.run("INSERT INTO t VALUES (\(number))") }
        database.run("COMMIT")
        let counter = Counter()
        let reader = try DatabaseReader(database.bytes()) {
            counter.calls += 1
            return counter.calls > 3
        }
        let read = ReadDatabase(reader)
        #expect(read.errors == [.stopped])
        #expect(try reader.next() == nil)
    }

    @Test func aSourceThatFailsIsSaid() throws {
        let database = try TestDatabase("PRAGMA page_size = 512", "CREATE TABLE t (a)", "BEGIN")
        for number in 0..<2_000 { database.run("INSERT INTO t VALUES (\(number))") }
        database.run("COMMIT")
        let file = try database.bytes()
        let reader = try DatabaseReader(
            size: file.count,
            read: { (offset: Int, buffer: inout MutableSpan<UInt8>) throws(ByteSourceError) -> Int in
                guard offset < 9_000 else { throw ByteSourceError(offset: offset, errorNumber: 5) }
                // One byte at a time is enough.
                buffer[0] = file[offset]
                return 1
            }, shouldStop: { false })
        let read = ReadDatabase(reader)
        #expect(read.errors == [.unreadable(5)])
    }
}
