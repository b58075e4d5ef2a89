import Blobs
import Inputs
import Testing

@testable import GitObjects

@Suite("What git packed is read as git reads it")
struct RealPackTests {
    /// Walks all packs and reads all objects one by one, and compares both with git.
    private func check(_ fixture: PackFixture, packs: Int = 1, deltas: Bool = true, problems: Int = 0) throws {
        let expected = try fixture.everyObject()
        let store = fixture.store()
        #expect(store.problems.count == problems)
        #expect(store.packs.count == packs)
        let walk = try ForestRecorder.walk(store)
        #expect(walk.failures.isEmpty)
        #expect(walk.wrongCopies == 0)
        #expect((walk.copiedBytes > 0) == deltas)
        #expect(walk.objects == expected)
        var reader = ObjectReader(store)
        for (id, object) in expected {
            #expect(try reader.read(id) == object.kind)
            #expect(reader.withContent { packBytes($0) } == object.bytes)
            #expect(try reader.kind(of: id) == object.kind)
            #expect(store.contains(id))
        }
        for pack in store.packs {
            for position in 0..<pack.count { #expect(pack.position(of: pack.id(at: position)) == position) }
        }
        #expect(store.locate(PackWriter.name(4711)) == nil)
    }

    @Test("after gc", arguments: ObjectFormat.allCases)
    func collected(format: ObjectFormat) throws {
        let fixture = try PackFixture(format)
        try fixture.fill()
        try fixture.git("gc", "-q")
        try check(fixture)
    }

    @Test("with long chains and a wide window")
    func longChains() throws {
        let fixture = try PackFixture()
        try fixture.fill(versions: 40)
        try fixture.git("repack", "-adfq", "--depth=50", "--window=250")
        try check(fixture)
    }

    @Test("with bases by name")
    func namedBases() throws {
        let fixture = try PackFixture()
        try fixture.fill()
        try fixture.git("-c", "repack.useDeltaBaseOffset=false", "repack", "-adfq")
        try check(fixture)
    }

    @Test("with an index of version 1")
    func firstIndexVersion() throws {
        let fixture = try PackFixture()
        try fixture.fill()
        try fixture.git("-c", "pack.indexVersion=1", "repack", "-adfq")
        try check(fixture)
    }

    @Test("with offsets of eight bytes")
    func largeOffsets() throws {
        let fixture = try PackFixture()
        try fixture.fill()
        try fixture.git("repack", "-adfq")
        let pack = try #require(try fixture.names("objects/pack").first { $0.hasSuffix(".pack") })
        let index = String(pack.dropLast(5)) + ".idx"
        try fixture.remove("objects/pack/\(index)")
        try fixture.git("index-pack", "--index-version=2,0x40", "objects/pack/\(pack)")
        try check(fixture)
    }

    @Test("in several packs, where one has lost its index to the index of all")
    func multiPackIndex() throws {
        let fixture = try PackFixture()
        try fixture.fill(versions: 10)
        try fixture.git("repack", "-dq")
        try fixture.git("hash-object", "-w", "--stdin", input: Array("an object by itself".utf8))
        let list = try fixture.git("hash-object", "--stdin", input: Array("an object by itself".utf8))
        try fixture.git("pack-objects", "-q", "objects/pack/pack", input: list)
        try fixture.git("prune-packed", "-q")
        try fixture.git("multi-pack-index", "write")
        let indexes = try fixture.names("objects/pack").filter { $0.hasSuffix(".idx") }
        #expect(indexes.count == 2)
        let expected = try fixture.everyObject()
        for index in indexes { try fixture.remove("objects/pack/\(index)") }
        let store = fixture.store()
        #expect(store.problems.isEmpty)
        #expect(try ForestRecorder.walk(store).objects == expected)
        try fixture.remove("objects/pack/multi-pack-index")
        #expect(store.refreshed().problems.map(\.reason) == [.packWithoutIndex, .packWithoutIndex])
    }

    @Test("with little memory, so that bases are made again")
    func smallBudget() throws {
        let fixture = try PackFixture()
        try fixture.fill(versions: 40)
        try fixture.git("repack", "-adfq", "--depth=50", "--window=50")
        let budget = MemoryBudget(stackBytes: 1, largeObject: 2_000, streamingThreshold: 4_000)
        let walk = try ForestRecorder.walk(fixture.store(), budget: budget)
        #expect(walk.failures.isEmpty)
        #expect(try walk.objects == fixture.everyObject())
        #expect(walk.wrongCopies == 0)
    }

    @Test("from the packs that were open, after gc removed them")
    func collectedMeanwhile() throws {
        let fixture = try PackFixture()
        try fixture.fill()
        try fixture.git("repack", "-dq")
        let store = fixture.store()
        let expected = try fixture.everyObject()
        try fixture.git(
            "commit-tree", "-m", "more",
            String(decoding: try fixture.git("rev-parse", "main^{tree}").dropLast(), as: UTF8.self))
        try fixture.git("repack", "-adfq", "--depth=3")
        #expect(try ForestRecorder.walk(store).objects == expected)
        #expect(try ForestRecorder.walk(store.refreshed()).failures.isEmpty)
    }

    @Test("until the visitor says stop")
    func stop() throws {
        let fixture = try PackFixture()
        try fixture.fill()
        try fixture.git("gc", "-q")
        #expect(try ForestRecorder.walk(fixture.store(), limit: 7).order.count == 7)
    }
}
