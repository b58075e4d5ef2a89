import Databases
import Testing

/// Which tables are read, and how they are named.
@Suite struct TablesTests {
    @Test func emptyDatabasesHaveNoParts() throws {
        let none = try ReadDatabase(TestDatabase("CREATE TABLE t (a)", "DROP TABLE t"))
        #expect(none.names.isEmpty && none.errors.isEmpty)
        let empty = try ReadDatabase(TestDatabase("CREATE TABLE t (a)"))
        #expect(empty.names == ["sqlite_schema"] && empty.errors.isEmpty)
    }

    @Test func theSchemaComesFirst() throws {
        let read = try ReadDatabase(TestDatabase("CREATE TABLE t (a DEFAULT 'x')", "INSERT INTO t VALUES (1)"))
        #expect(read.names == ["sqlite_schema", "t"])
        #expect(read.text("sqlite_schema") == "sql = \"CREATE TABLE t (a DEFAULT 'x')\"\n\n")
        #expect(read.text("t") == "a = 1\n\n")
        #expect(read.sizes == [read.bytes[0].count, 7])
    }

    @Test func viewsAndVirtualTablesAreLeftOut() throws {
        let read = try ReadDatabase(
            TestDatabase(
                "CREATE TABLE t (a)", "INSERT INTO t VALUES (1)", "CREATE VIEW v AS SELECT a FROM t",
                "CREATE VIRTUAL TABLE f USING fts5(body)", "INSERT INTO f VALUES ('some words')"))
        #expect(read.errors.isEmpty)
        #expect(read.names.contains("t") && !read.names.contains("v") && !read.names.contains("f"))
        #expect(read.text("f_content") == "id = 1\nc0 = \"some words\"\n\n")
    }

    @Test func tablesWithoutRowidAreRead() throws {
        let database = try TestDatabase(
            "CREATE TABLE t (b, k TEXT PRIMARY KEY DESC) WITHOUT ROWID", "INSERT INTO t VALUES (1, 'x'), (2, 'y')")
        try database.run("INSERT INTO t VALUES (?, 'a')", [UInt8](repeating: 0, count: 100))
        let read = try ReadDatabase(database)
        #expect(read.text("t") == "b = 2\nk = \"y\"\n\nb = 1\nk = \"x\"\n\nk = \"a\"\n\n")
        #expect(read.content("t/3/b")?.count == 100)
        #expect(read.errors.isEmpty)
    }

    @Test func computedColumnsAreNotComputed() throws {
        let read = try ReadDatabase(
            TestDatabase(
                "CREATE TABLE t (a, b AS (upper(a)), c AS (a || 'c') STORED)", "CREATE INDEX i ON t (lower(a))",
                "INSERT INTO t (a) VALUES ('x')"))
        #expect(read.text("t") == "a = \"x\"\nc = \"xc\"\n\n")
        #expect(read.errors.isEmpty)
    }

    @Test(arguments: ["we\"ird", "a;'b`c]", "../x/..", "with space", "select", "ünïcode", "line\nbreak", "%s?1"])
    func namesMayHaveAnyCharacters(name: String) throws {
        let quoted = "\"\(name.replacing("\"", with: "\"\""))\""
        let database = try TestDatabase("CREATE TABLE \(quoted) (id INTEGER PRIMARY KEY, \(quoted))")
        try database.run("INSERT INTO \(quoted) VALUES (1, 'v'), (2, ?)", [UInt8](repeating: 1, count: 80))
        let read = try ReadDatabase(database)
        let label = name.replacing("\n", with: "_")
        #expect(read.text(name) == "id = 1\n\(label) = \"v\"\n\nid = 2\n\n")
        #expect(read.content("\(name)/2/\(name)")?.count == 80)
        #expect(read.errors.isEmpty)
    }

    @Test func columnsMayHaveTheNamesOfTheRowid() throws {
        let database = try TestDatabase(
            "CREATE TABLE two (rowid, _ROWID_)", "INSERT INTO two VALUES ('r', 's')",
            "CREATE TABLE three (rowid, _rowid_, oid)", "INSERT INTO three VALUES ('r', 's', 't')")
        try database.run("INSERT INTO two VALUES (7, ?)", [UInt8](repeating: 0, count: 70))
        try database.run("INSERT INTO three VALUES (7, 8, ?)", [UInt8](repeating: 0, count: 70))
        let read = try ReadDatabase(database)
        #expect(read.text("two") == "rowid = \"r\"\n_ROWID_ = \"s\"\n\nrowid = 7\n\n")
        #expect(read.text("three") == "rowid = \"r\"\n_rowid_ = \"s\"\noid = \"t\"\n\nrowid = 7\n_rowid_ = 8\n\n")
        #expect(read.rowNames == ["two", "two/2/_ROWID_", "three", "three/2/oid"])
    }

    @Test func wideTablesAreRead() throws {
        let columns = (0..<2_000).map { "c\($0)" }.joined(separator: ", ")
        let read = try ReadDatabase(
            TestDatabase("CREATE TABLE t (\(columns))", "INSERT INTO t (c0, c1999) VALUES (1, 2)"))
        #expect(read.text("t") == "c0 = 1\nc1999 = 2\n\n")
    }

    @Test func allRowidsAreRead() throws {
        let read = try ReadDatabase(
            TestDatabase(
                "CREATE TABLE t (id INTEGER PRIMARY KEY)",
                "INSERT INTO t VALUES (-9223372036854775808), (-1), (0), (9223372036854775807)"))
        #expect(
            read.text("t")
                == "id = -9223372036854775808\n\nid = -1\n\nid = 0\n\nid = 9223372036854775807\n\n")
    }

    @Test func whatIsNotReadIsPassedOver() throws {
        let database = try TestDatabase("CREATE TABLE t (a, b)", "CREATE TABLE u (a)", "INSERT INTO u VALUES (1)")
        for _ in 0..<3_000 { database.run("INSERT INTO t VALUES (1, 'some text that is long enough')") }
        try database.run("INSERT INTO t VALUES (2, ?)", [UInt8](repeating: 0, count: 70))
        let reader = try DatabaseReader(database.bytes()) { false }
        var names: [String] = []
        while let part = try reader.next() { names.append(part.name.lossyText) }
        #expect(names == ["sqlite_schema", "t", "t/3001/b", "u"])
    }
}
