import ScanCache
import Testing

/// A process that is killed leaves the file and its journal as they are at that moment: here they are copied instead.
@Suite struct InterruptionTests {
    @Test func aHalfWrittenChangeIsUndone() throws {
        let folder = try CacheFolder()
        var maker = IdMaker(seed: 1)
        let ids = maker.ids(20_000)
        try folder.cache().add(ids)
        let before = try folder.read("cache")
        do {
            let raw = try RawDatabase(folder.file("cache"))
            // So little memory that pages are written long before the end.
            try raw.run("PRAGMA cache_size = 1; BEGIN IMMEDIATE; UPDATE segments SET ids = randomblob(length(ids))")
            try raw.run("INSERT INTO segments (rule_set, checksum, ids) VALUES (1, 0, randomblob(900000))")
            try folder.write("copy", try folder.read("cache"))
            try folder.write("copy-journal", try folder.read("cache-journal"))
        }
        #expect(try folder.read("copy") != before)
        let known = try folder.cache("copy").load()
        #expect(known.all == split(ids))
        #expect(known.damagedSegments == 0)
        #expect(try folder.read("copy") == before)
        #expect(folder.names == ["cache", "copy"])
    }

    /// Pages are written in order, so the first one tells whose the file is.
    @Test func aFileThatWasHalfMadeIsMadeAgain() throws {
        let folder = try CacheFolder()
        _ = try folder.cache()
        try folder.write("copy", Array(try folder.read("cache").prefix(16_384)))
        do {
            let raw = try RawDatabase(folder.file("other"))
            try raw.run("PRAGMA page_size = 16384; PRAGMA cache_size = 1; BEGIN; CREATE TABLE t (a)")
            try raw.run("INSERT INTO t VALUES (randomblob(900000))")
            try folder.write("copy-journal", try folder.read("other-journal"))
        }
        var maker = IdMaker(seed: 2)
        let cache = try folder.cache("copy")
        #expect(try cache.load().count == 0)
        try cache.add(maker.ids(10))
        #expect(try folder.cache("copy").load().count == 10)
        #expect(folder.names == ["cache", "copy", "other"])
    }
}
