import ScanCache
import Testing

/// Whatever is done to the file, there is an error or an answer, and no answer has an id that was not added.
@Suite struct DamageTests {
    /// A file with several rows and two sets of rules, and the ids of the first.
    private func sample(_ folder: CacheFolder) throws -> (file: [UInt8], ids: Set<[UInt8]>) {
        var maker = IdMaker(seed: 1)
        var ids: Set<[UInt8]> = []
        try folder.cache(rules: rules(2)).add(maker.ids(300))
        let cache = try folder.cache()
        for count in [1_000, 1, 40, 300] {
            let added = maker.ids(count)
            ids.formUnion(split(added))
            try cache.add(added)
        }
        return (try folder.read("cache"), ids)
    }

    /// Reads the file, and adds to it now and then.
    private func examine(_ folder: CacheFolder, _ ids: Set<[UInt8]>, adds: Bool) throws {
        do {
            let cache = try folder.cache("damaged")
            let known = try cache.load()
            #expect(known.all.isSubset(of: ids))
            guard adds else { return }
            let new = [UInt8](repeating: 0x11, count: 20)
            try cache.add(new)
            let later = try folder.cache("damaged").load()
            #expect(later.all.isSubset(of: ids.union([new])))
            #expect(later.contains(new))
        } catch let error as ScanCacheError {
            #expect([.damaged, .notACache].contains(error) || error.isNewer || error.isOther, "\(error)")
        }
    }

    @Test func damagedBytesAreNeverBelieved() throws {
        let folder = try CacheFolder()
        let (file, ids) = try sample(folder)
        var maker = IdMaker(seed: 2)
        for round in 0..<240 {
            var damaged = file
            // Half of them where the structure is: at the starts of the pages.
            let page = Int.random(in: 0..<file.count / 16_384, using: &maker) * 16_384
            let start =
                round % 2 == 0
                ? page + Int.random(in: 0..<200, using: &maker) : Int.random(in: 0..<file.count, using: &maker)
            for offset in start..<min(start + [1, 1, 4, 64][round % 4], file.count) {
                damaged[offset] ^= UInt8.random(in: 1...255, using: &maker)
            }
            try folder.write("damaged", damaged)
            try examine(folder, ids, adds: round % 8 < 2)
        }
    }

    @Test func truncatedFilesAreNeverBelieved() throws {
        let folder = try CacheFolder()
        let (file, ids) = try sample(folder)
        for count in [1, 15, 16, 99, 100, 511, 512, 4_095, 16_383] + Array(stride(from: 0, to: file.count, by: 8_192)) {
            try folder.write("damaged", Array(file.prefix(count)))
            try examine(folder, ids, adds: true)
            try folder.write("damaged", Array(file.prefix(count)) + [UInt8](repeating: 0, count: file.count - count))
            try examine(folder, ids, adds: true)
        }
    }

    @Test func aDamagedRowIsDropped() throws {
        let folder = try CacheFolder()
        let (_, ids) = try sample(folder)
        let raw = try RawDatabase(folder.file("cache"))
        try raw.run("UPDATE segments SET ids = randomblob(length(ids)) WHERE length(ids) = 20000")
        let cache = try folder.cache()
        let known = try cache.load()
        #expect(known.damagedSegments == 1)
        #expect(known.count == 341)
        #expect(known.all.isSubset(of: ids))
        // The next addition takes it away.
        let new = [UInt8](repeating: 0x11, count: 20)
        try cache.add(new)
        #expect(try cache.load().damagedSegments == 0)
        #expect(try folder.cache().load().count == 342)
        #expect(try raw.number("SELECT count(*) FROM segments WHERE length(ids) = 20000") == 0)
    }

    /// Rows with right checksums elsewhere: of other rules, of other columns, of other types.
    @Test(arguments: [
        "UPDATE segments SET rule_set = 3 - rule_set", "UPDATE segments SET ids = CAST(ids AS TEXT)",
        "UPDATE segments SET checksum = checksum + 1", "UPDATE segments SET checksum = 'x'",
        "UPDATE segments SET ids = x''", "UPDATE segments SET ids = substr(ids, 1, length(ids) - 20)",
        "UPDATE segments SET ids = 7", "UPDATE rule_sets SET rules = zeroblob(32)",
        "UPDATE rule_sets SET rules = 'x'", "UPDATE rule_sets SET id_length = 32 WHERE number = 2",
        "UPDATE rule_sets SET used = 'x'", "UPDATE rule_sets SET used = 9223372036854775807 WHERE number = 1",
        "DELETE FROM rule_sets", "UPDATE segments SET number = 9223372036854775807 WHERE number = 2",
    ])
    func rowsThatDoNotFitAreNotBelieved(change: String) throws {
        let folder = try CacheFolder()
        let (_, ids) = try sample(folder)
        try RawDatabase(folder.file("cache")).run(change)
        try folder.write("damaged", try folder.read("cache"))
        try examine(folder, ids, adds: true)
        try folder.write("damaged", try folder.read("cache"))
        try RawDatabase(folder.file("damaged")).run("UPDATE rule_sets SET rules = zeroblob(32) WHERE number = 2")
        try examine(folder, ids, adds: true)
    }

    @Test func moreRowsThanAreEverWrittenAreRefused() throws {
        let folder = try CacheFolder()
        _ = try sample(folder)
        let copy = "INSERT INTO segments (rule_set, checksum, ids) SELECT rule_set, checksum, ids FROM segments"
        try RawDatabase(folder.file("cache")).run(copy + ";" + copy + ";" + copy)
        #expect(cacheError { _ = try folder.cache().load() } == .damaged)
    }

    @Test(arguments: [
        "CREATE TABLE other (a)", "CREATE VIEW v AS SELECT * FROM segments", "CREATE INDEX i ON segments (checksum)",
        "CREATE TRIGGER t AFTER INSERT ON segments BEGIN DELETE FROM segments; END", "DROP TABLE segments",
        "DROP TABLE segments; CREATE TABLE segments (number, rule_set, checksum, ids)",
        "ALTER TABLE segments ADD COLUMN more", "PRAGMA user_version = 0", "PRAGMA user_version = -1",
        "PRAGMA journal_mode = WAL",
    ])
    func otherTablesAreRefused(change: String) throws {
        let folder = try CacheFolder()
        _ = try sample(folder)
        try RawDatabase(folder.file("cache")).run(change)
        let before = try folder.read("cache")
        let error = cacheError { _ = try folder.cache().load() }
        #expect(error == .damaged || change.contains("-1") && error?.isNewer == true)
        #expect(try folder.read("cache") == before)
    }

    @Test func laterVersionsAreLeftAlone() throws {
        let folder = try CacheFolder()
        _ = try sample(folder)
        try RawDatabase(folder.file("cache")).run("PRAGMA user_version = 2; DROP TABLE segments")
        let before = try folder.read("cache")
        #expect(cacheError { _ = try folder.cache() } == .newer(version: 2))
        #expect(try folder.read("cache") == before)
    }
}

extension ScanCacheError {
    fileprivate var isNewer: Bool { if case .newer = self { true } else { false } }
    fileprivate var isOther: Bool { if case .ioError = self { true } else { false } }
}
