import Databases
import Testing

@Suite struct EncodingTests {
    private static let text = "Zürich 東京 𝄞"

    @Test(arguments: ["UTF-8", "UTF-16le", "UTF-16be"])
    func textIsUTF8(encoding: String) throws {
        let database = try TestDatabase(
            "PRAGMA encoding = '\(encoding)'", "CREATE TABLE tä (cö)", "INSERT INTO tä VALUES ('\(Self.text)'), (3)")
        let read = try ReadDatabase(database)
        #expect(read.text("tä") == "cö = \"\(Self.text)\"\n\ncö = 3\n\n")
        #expect(read.errors.isEmpty)
    }

    @Test(arguments: ["UTF-8", "UTF-16le", "UTF-16be"])
    func soIsLargeText(encoding: String) throws {
        let long = String(repeating: Self.text + "|", count: 80_000)
        let database = try TestDatabase(
            "PRAGMA encoding = '\(encoding)'", "CREATE TABLE t (a, c)", "INSERT INTO t VALUES (5, '\(long)')")
        try database.run("INSERT INTO t VALUES (6, ?)", [UInt8](repeating: 0xFE, count: 1_100_000))
        let read = try ReadDatabase(database)
        #expect(read.text("t") == "a = 5\n\na = 6\n\n")
        #expect(read.content("t/1/c") == Array(long.utf8))
        #expect(read.content("t/2/c") == [UInt8](repeating: 0xFE, count: 1_100_000))
        #expect(read.errors.isEmpty)
    }

    @Test func invalidTextIsGivenAsItIs() throws {
        let read = try ReadDatabase(
            TestDatabase("CREATE TABLE t (c)", "INSERT INTO t VALUES (CAST(x'41FF42' AS TEXT))"))
        #expect(read.content("t") == Array("c = \"A".utf8) + [0xFF] + Array("B\"\n\n".utf8))
    }

    @Test func zerosInTextAreKept() throws {
        let read = try ReadDatabase(
            TestDatabase("CREATE TABLE t (c)", "INSERT INTO t VALUES (CAST(x'410042' AS TEXT))"))
        #expect(read.text("t") == "c = \"A\0B\"\n\n")
    }
}
