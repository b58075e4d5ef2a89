import Blobs
import Inputs
import Testing

@testable import GitObjects

@Suite("What of a store cannot be read is told")
struct StoreProblemTests {
    @Test("Packs and indexes without each other, and temporary ones")
    func lonelyFiles() throws {
        let fixture = try PackFixture()
        var writer = PackWriter()
        writer.add([1, 2, 3])
        try fixture.write("objects/pack/pack-1.pack", writer.pack())
        try fixture.write("objects/pack/pack-2.idx", writer.index())
        try fixture.write("objects/pack/.tmp-3-pack-3.pack", writer.pack())
        try fixture.write("objects/pack/tmp_pack_4", writer.pack())
        let store = fixture.store()
        #expect(store.packs.isEmpty)
        #expect(store.problems.map(\.reason) == [.packWithoutIndex, .indexWithoutPack])
        #expect(store.problems.first?.path == RawPath(fixture.objects + "/pack/pack-1.pack"))
    }

    @Test("A pack that holds more than its index names")
    func unnamedObjects() throws {
        let fixture = try PackFixture()
        var writer = PackWriter()
        writer.add([1, 2, 3])
        let index = writer.index()
        writer.add([4, 5, 6])
        try fixture.write("objects/pack/pack-1.pack", writer.pack())
        try fixture.write("objects/pack/pack-1.idx", index)
        let store = fixture.store()
        #expect(store.packs.count == 1)
        #expect(store.problems.count == 1)
    }

    @Test("An index for another hash")
    func otherHash() throws {
        let fixture = try PackFixture(.sha256)
        var writer = PackWriter(.sha1)
        for number in 0..<50 { writer.add([UInt8(number)]) }
        try writer.write(to: fixture)
        let store = fixture.store()
        let walk = try ForestRecorder.walk(store)
        #expect(walk.objects.isEmpty)
        #expect(!store.problems.isEmpty || !walk.failures.isEmpty)
    }

    @Test("A folder that is not there, and an index of many packs with any byte changed")
    func faultyMultiIndex() throws {
        let nothing = ObjectStore(
            directories: [RawPath("/nothing/objects")], format: .sha1, handles: DirectoryHandles())
        #expect(nothing.problems.map(\.reason) == [.unreadable(.vanished)])
        let fixture = try PackFixture()
        try fixture.fill(versions: 2)
        try fixture.git("repack", "-adq")
        try fixture.git("multi-pack-index", "write")
        let name = try #require(try fixture.names("objects/pack").first { $0.hasSuffix(".idx") })
        try fixture.remove("objects/pack/\(name)")
        let index = try fixture.read("objects/pack/multi-pack-index")
        for place in stride(from: 0, to: index.count, by: 11) {
            var changed = index
            changed[place] ^= 0x83
            try fixture.write("objects/pack/multi-pack-index", changed)
            let store = fixture.store()
            let walk = try ForestRecorder.walk(store)
            for pack in store.packs { #expect(walk.objects.count + walk.failures.count == pack.count) }
            try fixture.write("objects/pack/multi-pack-index", Array(index.prefix(place)))
            // The last bytes are a hash that nobody needs.
            #expect(fixture.store().packs.isEmpty || place > index.count - 20)
        }
    }
}
