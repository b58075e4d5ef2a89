import Databases
import Testing

/// Whatever is done to the bytes, reading comes to an end, and what is not damaged is read.
@Suite struct DamageTests {
    /// Several pages of several tables, with all kinds of values.
    private static func sample(pageSize: Int = 512) throws -> [UInt8] {
        let database = try TestDatabase(
            "PRAGMA page_size = \(pageSize)", "CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT, data BLOB)",
            "CREATE TABLE b (k TEXT PRIMARY KEY, v) WITHOUT ROWID", "CREATE TABLE c (x, y AS (x || 'y') STORED)",
            "CREATE INDEX i ON a (name)", "BEGIN")
        for number in 1...120 {
            database.run("INSERT INTO a VALUES (\(number), 'name \(number)', zeroblob(\(number * 7)))")
            database.run("INSERT INTO b VALUES ('key \(number)', '\(String(repeating: "v", count: number * 5))')")
            database.run("INSERT INTO c VALUES (\(number))")
        }
        database.run("COMMIT")
        return try database.bytes()
    }

    /// What is left, whether it can be opened or not.
    private func read(_ file: [UInt8]) -> ReadDatabase? { try? ReadDatabase(file) }

    @Test func theSampleIsWhole() throws {
        let read = try #require(read(try Self.sample()))
        #expect(read.errors.isEmpty)
        #expect(read.names.count > 100)
    }

    @Test(arguments: 0..<4) func mutatedBytesEndReading(seed: UInt64) throws {
        let file = try Self.sample()
        var generator = SeededGenerator(seed: seed)
        for round in 0..<100 {
            var damaged = file
            // Half of them where the structure is: at the starts of the pages.
            let page = Int.random(in: 0..<file.count / 512, using: &generator) * 512
            let start = round % 2 == 0 ? page : Int.random(in: 0..<file.count, using: &generator)
            let count = [1, 2, 8, 64][round / 2 % 4]
            for index in start..<min(start + count, file.count) where index >= 16 {
                damaged[index] = generator.bytes(1)[0]
            }
            _ = read(damaged)
        }
    }

    @Test func eachByteOfTheFirstPageMayBeAny() throws {
        let file = try Self.sample()
        for index in 16..<512 where index < 120 || index.isMultiple(of: 7) {
            for value in [0, 1, 0x7F, 0xFF] as [UInt8] {
                var damaged = file
                damaged[index] = value
                _ = read(damaged)
            }
        }
    }

    @Test func aLostPageCostsItsRowsOnly() throws {
        let database = try TestDatabase(
            "PRAGMA page_size = 512", "CREATE TABLE a (x)", "CREATE TABLE b (x)", "INSERT INTO b VALUES ('behind')",
            "BEGIN")
        for number in 1...1_000 { database.run("INSERT INTO a VALUES ('row number \(number)')") }
        database.run("COMMIT")
        var file = try database.bytes()
        let pattern = Array("row number 500".utf8)
        let place = try #require(
            (0..<file.count - pattern.count).first { file[$0..<$0 + pattern.count].elementsEqual(pattern) })
        let page = place / 512 * 512
        for index in page..<page + 512 { file[index] = 0xFF }
        let read = try ReadDatabase(file)
        let text = try #require(read.text("a"))
        let left = text.split(separator: "\n").count
        #expect(text.contains("number 1\"") && text.contains("number 1000\"") && !text.contains("number 500\""))
        // A page has about 20 rows; as many behind it may be lost.
        #expect((940..<990).contains(left))
        #expect(read.text("b") == "x = \"behind\"\n\n")
        #expect(read.errors == [.damaged("database disk image is malformed")])
    }

    @Test func aLostOverflowPageCostsItsValueOnly() throws {
        var generator = SeededGenerator(seed: 5)
        let database = try TestDatabase(
            "PRAGMA page_size = 512", "CREATE TABLE a (x, y)", "INSERT INTO a VALUES ('first', 1)")
        try database.run("INSERT INTO a VALUES ('second', ?)", generator.bytes(5_000))
        database.run("INSERT INTO a VALUES ('third', 3)")
        var file = try database.bytes()
        // The pages behind the table's are those of the value: the first four bytes lead to the next one.
        for index in 2 * 512..<2 * 512 + 4 { file[index] = 0xFF }
        let read = try ReadDatabase(file)
        #expect(read.text("a") == "x = \"first\"\ny = 1\n\nx = \"second\"\n\nx = \"third\"\ny = 3\n\n")
        #expect(read.errors == [.damaged("database disk image is malformed")])
    }

    @Test func whatIsLeftOfACutFileIsRead() throws {
        let file = try Self.sample()
        let whole = try #require(read(file))
        for count in stride(from: 512, through: file.count - 1, by: 1_536) + [file.count - 512, file.count - 1] {
            guard let read = read(Array(file.prefix(count))) else { continue }
            #expect(!read.errors.isEmpty)
            #expect(read.names.count <= whole.names.count)
        }
        let most = try #require(read(Array(file.dropLast(512))))
        #expect(most.errors.last == .damaged("the file is shorter than its header says"))
        #expect(most.names.count > 100)
    }

    @Test func shortFilesAreDamaged() throws {
        let file = try Self.sample()
        for count in [18, 50, 99, 100, 101, 300, 511] {
            #expect(read(Array(file.prefix(count)))?.rowNames.isEmpty ?? true)
        }
    }

    @Test func headersOfWriteAheadLogsAreReadInMemoryToo() throws {
        var file = try TestDatabase("CREATE TABLE t (a)", "INSERT INTO t VALUES (1)").bytes()
        (file[18], file[19]) = (2, 2)
        #expect(read(file)?.text("t") == "a = 1\n\n")
    }
}
