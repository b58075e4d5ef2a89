import Databases
import Testing

/// How values are written.
@Suite struct RowTextTests {
    /// The text of a table `t` with one value in a column `c`.
    private func written(_ value: String) throws -> String? {
        try ReadDatabase(TestDatabase("CREATE TABLE t (c)", "INSERT INTO t VALUES (\(value))")).text("t")
    }

    private func written(_ value: [UInt8], isFile: @escaping (Span<UInt8>) -> Bool = { _ in true }) throws
        -> (text: String?, part: [UInt8]?)
    {
        let database = try TestDatabase("CREATE TABLE t (c)")
        try database.run("INSERT INTO t VALUES (?)", value)
        let read = try ReadDatabase(database, isFile: isFile)
        return (read.text("t"), read.content("t/1/c"))
    }

    @Test func numbersAreBare() throws {
        #expect(try written("42") == "c = 42\n\n")
        #expect(try written("-9223372036854775808") == "c = -9223372036854775808\n\n")
        #expect(try written("0.5") == "c = 0.5\n\n")
    }

    @Test func nothingIsLeftOut() throws {
        #expect(try written("NULL") == "\n")
        #expect(try written("''") == "\n")
        #expect(try written("x''") == "\n")
    }

    @Test func quotesAreThoseTheTextDoesNotHold() throws {
        #expect(try written("'plain'") == "c = \"plain\"\n\n")
        #expect(try written("'a\"b'") == "c = 'a\"b'\n\n")
        #expect(try written("'a\"b''c'") == "c = `a\"b'c`\n\n")
        #expect(try written("'a\"b''c`d'") == "c = a\"b'c`d\n\n")
    }

    @Test func aBackslashBeforeTheQuoteIsAvoided() throws {
        #expect(try written("'a\\b'") == "c = \"a\\b\"\n\n")
        #expect(try written("'ab\\'") == "c = ab\\\n\n")
    }

    @Test func linesStayLines() throws {
        #expect(try written("'one' || char(10) || 'two'") == "c =\none\ntwo\n\n")
        #expect(try written("'one' || char(13)") == "c =\none\r\n\n")
    }

    @Test func longTextsAreBare() throws {
        let long = String(repeating: "x", count: 2_001)
        #expect(try written("'\(long)'") == "c = \(long)\n\n")
        #expect(try written("'\(long.dropLast())'") == "c = \"\(long.dropLast())\"\n\n")
    }

    @Test func rowsAreApart() throws {
        let read = try ReadDatabase(
            TestDatabase("CREATE TABLE t (a, b)", "INSERT INTO t VALUES (1, NULL), (NULL, NULL), ('x', 2)"))
        #expect(read.text("t") == "a = 1\n\n\na = \"x\"\nb = 2\n\n")
    }

    @Test func textInBLOBsIsText() throws {
        #expect(try written(Array("häagen\tdazs".utf8)).text == "c = \"häagen\tdazs\"\n\n")
        let long = Array(String(repeating: "some text ", count: 1_000).utf8)
        #expect(try written(long).text == "c = " + String(decoding: long, as: UTF8.self) + "\n\n")
        let wide = "stored by a page".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        #expect(try written(wide).text == "c = \"stored by a page\"\n\n")
    }

    @Test func shortBLOBsAreDigits() throws {
        #expect(try written([0, 1, 0xAB, 0xFF]).text == "c = \"0001abff\"\n\n")
        #expect(
            try written([UInt8](repeating: 0xC1, count: 63)).text == "c = \"\(String(repeating: "c1", count: 63))\"\n\n"
        )
    }

    @Test func textsInsideOfBLOBsAreKept() throws {
        let bytes: [UInt8] = [0x0A, 30, 1] + Array("a text of more than 16".utf8) + [2, 3]
        let database = try TestDatabase("CREATE TABLE t (c)")
        try database.run("INSERT INTO t VALUES (?)", bytes)
        #expect(try ReadDatabase(database).content("t") == Array("c = ".utf8) + bytes + Array("\n\n".utf8))
    }

    @Test func largerBLOBsAreParts() throws {
        var generator = SeededGenerator(seed: 3)
        let bytes = generator.bytes(64)
        #expect(try written(bytes).part == bytes)
        #expect(try written(bytes).text == "\n")
        #expect(try written(bytes, isFile: { _ in false }).part == nil)
        let larger = generator.bytes(4_096)
        #expect(try written(larger, isFile: { _ in false }).part == larger)
        #expect(try written(generator.bytes(100), isFile: { $0.count == 100 }).part?.count == 100)
    }
}
