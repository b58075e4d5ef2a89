import Blobs
import Glibc
import Testing

@testable import ScanCache

@Suite struct ScanCacheTests {
    @Test(arguments: [20, 32])
    func whatWasAddedIsThere(idLength: Int) throws {
        let folder = try CacheFolder()
        var maker = IdMaker(seed: 1)
        let ids = maker.ids(1_000, idLength: idLength)
        let cache = try folder.cache(idLength: idLength)
        #expect(try cache.load().count == 0)
        try cache.add(ids)
        try cache.add([])
        try cache.add(Array(ids.prefix(10 * idLength)) + ids.prefix(5 * idLength))

        #expect(try cache.load().all == split(ids, idLength: idLength))
        let later = try folder.cache(idLength: idLength).load()
        #expect(later.all == split(ids, idLength: idLength))
        #expect(later.count == 1_000)
        #expect(later.idLength == idLength)
        #expect(later.damagedSegments == 0)
        #expect(folder.names == ["cache"])
        #expect(!cache.isReadOnly)
    }

    @Test func idsAreKnownUnderTheirRulesOnly() throws {
        let folder = try CacheFolder()
        var maker = IdMaker(seed: 2)
        let (first, second, long) = (maker.ids(10), maker.ids(20), maker.ids(5, idLength: 32))
        try folder.cache(rules: rules(1)).add(first)
        try folder.cache(rules: rules(2)).add(second)
        try folder.cache(rules: rules(1), idLength: 32).add(long)
        try folder.cache(rules: rules(1) + [1]).add(second)

        #expect(try folder.cache(rules: rules(1)).load().all == split(first))
        #expect(try folder.cache(rules: rules(2)).load().all == split(second))
        #expect(try folder.cache(rules: rules(1), idLength: 32).load().all == split(long, idLength: 32))
        #expect(try folder.cache(rules: rules(3)).load().count == 0)
    }

    @Test func fourSetsOfRulesAreKept() throws {
        let folder = try CacheFolder()
        var maker = IdMaker(seed: 3)
        let ids = maker.ids(10)
        for number: UInt8 in 1...4 { try folder.cache(rules: rules(number)).add(ids) }
        // To open it is to use it.
        _ = try folder.cache(rules: rules(1))
        try folder.cache(rules: rules(5)).add(ids)
        let raw = try RawDatabase(folder.file("cache"))
        #expect(try raw.number("SELECT count(*) FROM rule_sets") == 4)
        #expect(try raw.number("SELECT count(*) FROM segments") == 4)
        for number: UInt8 in [1, 3, 4, 5] { #expect(try folder.cache(rules: rules(number)).load().count == 10) }
        #expect(try folder.cache(rules: rules(2)).load().count == 0)
    }

    /// A cache whose rules were pushed out while it was open.
    @Test func whatWasForgottenCanBeAddedAgain() throws {
        let folder = try CacheFolder()
        var maker = IdMaker(seed: 4)
        let (before, after) = (maker.ids(10), maker.ids(10))
        let cache = try folder.cache()
        try cache.add(before)
        for number: UInt8 in 2...6 { try folder.cache(rules: rules(number)).add(before) }
        #expect(try cache.load().count == 0)
        try cache.add(after)
        #expect(try cache.load().all == split(after))
    }

    @Test func openingAgainWritesNothing() throws {
        let folder = try CacheFolder()
        var maker = IdMaker(seed: 5)
        try folder.cache().add(maker.ids(10))
        let before = try folder.read("cache")
        #expect(try folder.cache().load().count == 10)
        #expect(try folder.read("cache") == before)
    }

    @Test func manyAdditionsBecomeFewRows() throws {
        let folder = try CacheFolder()
        var maker = IdMaker(seed: 6)
        let cache = try folder.cache()
        var added: Set<[UInt8]> = []
        let raw = try RawDatabase(folder.file("cache"))
        for _ in 0..<40 {
            let ids = maker.ids(3)
            added.formUnion(split(ids))
            try cache.add(ids)
            #expect(try raw.number("SELECT count(*) FROM segments") <= 16)
        }
        #expect(try cache.load().all == added)
        #expect(try folder.cache().load().all == added)
    }

    @Test func manyIdsFillSeveralRows() throws {
        let folder = try CacheFolder()
        var maker = IdMaker(seed: 7)
        let cache = try folder.cache()
        let ids = maker.ids(849_014)
        try cache.add(ids)
        for _ in 0..<20 { try cache.add(maker.ids(2)) }
        let raw = try RawDatabase(folder.file("cache"))
        #expect(try raw.number("SELECT count(*) FROM segments WHERE length(ids) = 4194300") == 4)
        #expect(try raw.number("SELECT max(length(ids)) FROM segments") == 4_194_300)
        let known = try folder.cache().load()
        #expect(known.count == 849_054)
        for start in stride(from: 0, to: ids.count, by: 20 * 1_009) {
            #expect(known.contains(Array(ids[start..<start + 20])))
        }
    }

    @Test func anEmptyFileIsACache() throws {
        let folder = try CacheFolder()
        try folder.write("cache", [])
        var maker = IdMaker(seed: 8)
        try folder.cache().add(maker.ids(10))
        #expect(try folder.cache().load().count == 10)
    }

    @Test func theFileIsForThisUserOnly() throws {
        let folder = try CacheFolder()
        _ = try folder.cache()
        #expect(try folder.status("cache").st_mode & 0o7777 == 0o600)
    }

    @Test func theFolderMayBeALink() throws {
        let folder = try CacheFolder()
        try #require(unsafe symlink(".", folder.file("link")) == 0)
        var maker = IdMaker(seed: 9)
        try folder.cache("link/cache").add(maker.ids(10))
        #expect(try folder.cache().load().count == 10)
    }

    /// Bytes that are no UTF-8, and what would be a setting in a URI.
    @Test func anyNameWillDo() throws {
        let folder = try CacheFolder()
        let name: [UInt8] = Array("c?mode=memory&%41 ".utf8) + [0xFF]
        let path = RawPath(folder.path).appending(name)
        var maker = IdMaker(seed: 10)
        try ScanCache(path: path, rules: rules(1), idLength: 20).add(maker.ids(10))
        #expect(try ScanCache(path: path, rules: rules(1), idLength: 20).load().count == 10)
    }
}
