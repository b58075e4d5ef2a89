import Databases
import Testing

@Suite struct LargeValuesTests {
    @Test func valuesOnOverflowPagesAreWhole() throws {
        var generator = SeededGenerator(seed: 1)
        let text = String(decoding: generator.bytes(300_000).map { 97 + $0 % 26 }, as: UTF8.self)
        let read = try ReadDatabase(
            TestDatabase("PRAGMA page_size = 512", "CREATE TABLE t (a, b)", "INSERT INTO t VALUES ('\(text)', 7)"))
        #expect(read.text("t") == "a = \(text)\nb = 7\n\n")
    }

    @Test func largeValuesComeBehindTheTable() throws {
        var generator = SeededGenerator(seed: 2)
        let (image, huge) = (generator.bytes(70_000), generator.bytes(2_500_000))
        let text = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20 + 1)
        let database = try TestDatabase("CREATE TABLE t (id INTEGER PRIMARY KEY, a, b, c)", "CREATE TABLE u (a)")
        try database.run("INSERT INTO t VALUES (3, 'three', ?, ?)", image, huge)
        try database.run("INSERT INTO t VALUES (9, 'nine', NULL, CAST(? AS TEXT))", text)
        database.run("INSERT INTO t VALUES (12, 'twelve', 1, 2)")
        try database.run("INSERT INTO t VALUES (-7, ?, 'short', 5)", huge)
        database.run("INSERT INTO u VALUES (1)")
        let read = try ReadDatabase(database)
        #expect(read.errors.isEmpty)
        #expect(read.rowNames == ["t", "t/-7/a", "t/3/b", "t/3/c", "t/9/c", "u"])
        #expect(
            read.text("t")
                == """
                id = -7
                b = "short"
                c = 5

                id = 3
                a = "three"

                id = 9
                a = "nine"

                id = 12
                a = "twelve"
                b = 1
                c = 2


                """)
        #expect(read.content("t/-7/a") == huge)
        #expect(read.content("t/3/b") == image)
        #expect(read.content("t/3/c") == huge)
        #expect(read.content("t/9/c") == text)
        #expect(read.sizes == read.bytes.map(\.count))
    }

    @Test func aSettingMayBeLarge() throws {
        let text = String(repeating: "y", count: 1 << 20 + 5)
        let read = try ReadDatabase(
            TestDatabase("CREATE TABLE t (key, value)", "INSERT INTO t VALUES ('k', '\(text)'), ('l', 'v')"))
        #expect(read.text("t") == "key = \"k\"\n\nkey = \"l\"\nl = \"v\"\n\n")
        #expect(read.text("t/1/value") == text)
    }

    /// SQLite reads values in pieces only of tables with rowids and without generated columns.
    @Test(arguments: ["k PRIMARY KEY, v) WITHOUT ROWID", "k, v, g AS (k) STORED)"])
    func otherTablesKeepThemInMemory(definition: String) throws {
        var generator = SeededGenerator(seed: 4)
        let huge = generator.bytes(2_000_000)
        let database = try TestDatabase("CREATE TABLE t (\(definition)")
        try database.run("INSERT INTO t (k, v) VALUES (1, ?)", huge)
        let read = try ReadDatabase(database)
        #expect(read.errors.isEmpty)
        #expect(read.content("t/1/v") == huge)
    }

    @Test func manyAreReadInOrder() throws {
        let database = try TestDatabase("CREATE TABLE t (a)", "BEGIN")
        for number in 0..<2_000 {
            database.run("INSERT INTO t VALUES (\(number % 3 == 0 ? "zeroblob(\(70 + number))" : "'text'"))")
        }
        let read = try ReadDatabase(database)
        #expect(read.names.count == 2 + 667)
        #expect(read.names.last == "t/1999/a")
        #expect(read.bytes.dropFirst(2).map(\.count) == stride(from: 0, to: 2_000, by: 3).map { 70 + $0 })
    }

    @Test func readsMayBeSmall() throws {
        let database = try TestDatabase("CREATE TABLE t (a)", "INSERT INTO t VALUES ('some text'), (zeroblob(100))")
        let read = ReadDatabase(try DatabaseReader(database.bytes()) { false }, bufferSize: 1)
        #expect(read.text("t") == "a = \"some text\"\n\n\n")
        #expect(read.content("t/2/a")?.count == 100)
    }
}
