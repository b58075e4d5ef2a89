import Blobs
import Glibc
import ScanCache
import Testing

/// What is not a cache is refused, and left as it is.
@Suite struct ForeignFileTests {
    @Test(arguments: [
        "some text\n", "x", "SQLite format 3\0", String(repeating: "line\n", count: 5_000),
        String(repeating: "\0", count: 4_096),
    ])
    func otherFiles(content: String) throws {
        let folder = try CacheFolder()
        try folder.write("cache", Array(content.utf8))
        #expect(cacheError { _ = try folder.cache() } == .notACache)
        #expect(try folder.read("cache") == Array(content.utf8))
        #expect(folder.names == ["cache"])
    }

    @Test(arguments: ["", "PRAGMA application_id = 1;", "PRAGMA journal_mode = WAL;"])
    func otherDatabases(setting: String) throws {
        let folder = try CacheFolder()
        try RawDatabase(folder.file("cache")).run(setting + "CREATE TABLE notes (text); VACUUM")
        let before = try folder.read("cache")
        #expect(cacheError { _ = try folder.cache() } == .notACache)
        #expect(try folder.read("cache") == before)
        #expect(folder.names == ["cache"])
    }

    /// SQLite would undo the change as soon as it reads the database.
    @Test func anotherDatabaseInTheMiddleOfAChange() throws {
        let folder = try CacheFolder()
        do {
            let raw = try RawDatabase(folder.file("other"))
            try raw.run("CREATE TABLE notes (text); INSERT INTO notes VALUES (randomblob(300000))")
            try raw.run("PRAGMA cache_size = 1; BEGIN; UPDATE notes SET text = randomblob(300000)")
            try folder.write("cache", try folder.read("other"))
            try folder.write("cache-journal", try folder.read("other-journal"))
        }
        let (before, journal) = (try folder.read("cache"), try folder.read("cache-journal"))
        #expect(cacheError { _ = try folder.cache() } == .notACache)
        #expect(try folder.read("cache") == before)
        #expect(try folder.read("cache-journal") == journal)
    }

    @Test func symbolicLinks() throws {
        let folder = try CacheFolder()
        try folder.write("target", [])
        for target in ["target", "nothing", "link"] {
            try #require(unsafe symlink(target, folder.file("link")) == 0)
            #expect(cacheError { _ = try folder.cache("link") } == .symbolicLink)
            try #require(unsafe unlink(folder.file("link")) == 0)
        }
        #expect(try folder.read("target") == [])
        #expect(folder.names == ["target"])
    }

    @Test func foldersAndPipes() throws {
        let folder = try CacheFolder()
        try #require(unsafe mkdir(folder.file("folder"), 0o700) == 0)
        try #require(unsafe mkfifo(folder.file("pipe"), 0o600) == 0)
        #expect(cacheError { _ = try folder.cache("folder") } == .notRegular)
        #expect(cacheError { _ = try folder.cache("pipe") } == .notRegular)
        #expect(cacheError { _ = try folder.cache(".") } == .notRegular)
    }

    @Test func namesThatNoFileHas() throws {
        for name in ["", "/", "folder/", "a\0b"] {
            let error = cacheError { _ = try ScanCache(path: RawPath(name), rules: rules(1), idLength: 20) }
            #expect(error == .invalidName)
        }
    }

    @Test func foldersThatAreNotThere() throws {
        let folder = try CacheFolder()
        let missing = cacheError { _ = try folder.cache("none/cache") }
        #expect(missing == .ioError("No such file or directory"))
        let long = cacheError { _ = try folder.cache(String(repeating: "n", count: 300)) }
        #expect(long == .ioError("File name too long"))
        #expect(folder.names == [])
    }

    /// As long as SQLite takes it, and one byte longer.
    @Test func theLongestPath() throws {
        let folder = try CacheFolder()
        let inner = String(repeating: "n", count: 250)
        try #require(unsafe mkdir(folder.file(inner), 0o700) == 0)
        let rest = 504 - folder.file(inner).utf8.count - 1
        let longest = inner + "/" + String(repeating: "c", count: rest)
        defer { _ = unsafe unlink(folder.file(longest)) }
        let error = cacheError { _ = try folder.cache(longest + "c") }
        #expect(error == .ioError("File name too long"))
        #expect(unsafe access(folder.file(longest + "c"), F_OK) != 0)
        var maker = IdMaker(seed: 1)
        let cache = try folder.cache(longest)
        try cache.add(maker.ids(3))
        #expect(try cache.load().count == 3)
    }

    @Test func aFileThatIsDeletedMeanwhile() throws {
        let folder = try CacheFolder()
        var maker = IdMaker(seed: 1)
        let cache = try folder.cache()
        try cache.add(maker.ids(3))
        try #require(unsafe unlink(folder.file("cache")) == 0)
        #expect(cacheError { try cache.add(maker.ids(3)) } == .ioError("the file was moved or deleted"))
        #expect(folder.names == [])
    }
}
