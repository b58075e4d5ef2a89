import Glibc
import ScanCache
import Testing

/// For root, nothing is read-only: the tests are skipped then.
@Suite(.enabled(if: geteuid() != 0, "root may write everywhere")) struct ReadOnlyTests {
    private func filled() throws -> CacheFolder {
        let folder = try CacheFolder()
        var maker = IdMaker(seed: 1)
        try folder.cache().add(maker.ids(10))
        return folder
    }

    @Test func aFileThatMayOnlyBeRead() throws {
        let folder = try filled()
        try #require(unsafe chmod(folder.file("cache"), 0o400) == 0)
        try expectReadOnly(folder)
    }

    @Test func aFolderThatMayOnlyBeRead() throws {
        let folder = try filled()
        try #require(unsafe chmod(folder.path, 0o500) == 0)
        try expectReadOnly(folder)
        #expect(cacheError { _ = try folder.cache("other") } == .ioError("Permission denied"))
    }

    @Test func anEmptyFileInSuchAFolder() throws {
        let folder = try CacheFolder()
        try folder.write("cache", [])
        try #require(unsafe chmod(folder.path, 0o500) == 0)
        let cache = try folder.cache()
        #expect(try cache.load().count == 0)
        #expect(cacheError { try cache.add(rules(7) + rules(8).prefix(8)) } == .readOnly)
    }

    @Test func aFileThatMayNotBeRead() throws {
        let folder = try filled()
        try #require(unsafe chmod(folder.file("cache"), 0) == 0)
        #expect(cacheError { _ = try folder.cache() } == .ioError("Permission denied"))
    }

    /// What is in the file is not to be believed then, and cannot be put right.
    @Test func aHalfWrittenChangeThatCannotBeUndone() throws {
        let folder = try filled()
        do {
            let raw = try RawDatabase(folder.file("cache"))
            try raw.run("PRAGMA cache_size = 1; BEGIN IMMEDIATE; UPDATE segments SET checksum = 0")
            try raw.run("INSERT INTO segments (rule_set, checksum, ids) VALUES (1, 0, randomblob(900000))")
            try folder.write("copy", try folder.read("cache"))
            try folder.write("copy-journal", try folder.read("cache-journal"))
        }
        try #require(unsafe chmod(folder.file("copy"), 0o400) == 0)
        let error = cacheError { _ = try folder.cache("copy").load() }
        #expect(
            error == .ioError("a change that was not finished must be undone first, and the file may not be written"))
    }

    private func expectReadOnly(_ folder: CacheFolder) throws {
        let before = try folder.read("cache")
        let cache = try folder.cache()
        #expect(cache.isReadOnly)
        #expect(try cache.load().count == 10)
        #expect(try folder.cache(rules: rules(2)).load().count == 0)
        var maker = IdMaker(seed: 2)
        #expect(cacheError { try cache.add(maker.ids(1)) } == .readOnly)
        #expect(try folder.read("cache") == before)
        #expect(folder.names == ["cache"])
    }
}
