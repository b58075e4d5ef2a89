import Dispatch
import Synchronization
import Testing

@testable import GitObjects

@Suite("The walk over the trees of a pack")
struct ForestWalkTests {
    /// A pack whose deltas hang together by chance.
    private func randomPack(_ count: Int, seed: UInt64) -> (PackWriter, [ObjectID: [UInt8]]) {
        var writer = PackWriter()
        var numbers = PackNumbers(seed)
        var made: [(offset: Int, name: ObjectID, content: [UInt8])] = []
        for number in 0..<count {
            guard number > 0, numbers.below(10) > 0 else {
                let content = numbers.bytes(200 + numbers.below(800))
                let name = PackWriter.name(.blob, content)
                made.append((writer.add(content), name, content))
                continue
            }
            let base = made[numbers.below(made.count)]
            var result: [UInt8] = []
            var parts: [(Int, Int, [UInt8])] = []
            for _ in 0..<5 {
                let start = numbers.below(base.content.count)
                let length = 1 + numbers.below(base.content.count - start)
                let text = numbers.bytes(numbers.below(200))
                parts.append((start, length, text))
                result += base.content[start..<start + length] + text
            }
            var delta = DeltaWriter(base: base.content.count, result: min(result.count, 3_000))
            var room = 3_000
            for (start, length, text) in parts {
                let copied = min(length, room)
                if copied > 0 { delta.copy(start, copied) }
                room -= copied
                let inserted = min(text.count, room)
                delta.insert(Array(text.prefix(inserted)))
                room -= inserted
            }
            result = Array(result.prefix(3_000))
            let name = PackWriter.name(number)
            let byName = numbers.below(3) == 0
            let offset =
                byName
                ? writer.add(delta: delta.bytes, to: base.name, name: name)
                : writer.add(delta: delta.bytes, at: base.offset, name: name)
            made.append((offset, name, result))
        }
        return (writer, Dictionary(uniqueKeysWithValues: made.map { ($0.name, $0.content) }))
    }

    @Test("Objects and copies are right, whatever the shape and the budget", arguments: [1, 2, 3] as [UInt64])
    func random(seed: UInt64) throws {
        let fixture = try PackFixture()
        let (writer, expected) = randomPack(300, seed: seed)
        try writer.write(to: fixture)
        let store = fixture.store()
        for budget in [MemoryBudget(), MemoryBudget(stackBytes: 0), MemoryBudget(stackBytes: 20_000, largeObject: 900)]
        {
            let walk = try ForestRecorder.walk(store, budget: budget)
            #expect(walk.objects.mapValues(\.bytes) == expected)
            #expect(walk.wrongCopies == 0)
            #expect(walk.failures.isEmpty)
        }
        var reader = ObjectReader(store)
        for (id, content) in expected {
            _ = try reader.read(id)
            #expect(reader.withContent { $0.indices.map { _ in 0 }.count } == content.count)
        }
    }

    @Test("Workers share a store, a forest and a budget")
    func workers() throws {
        let fixture = try PackFixture()
        let (writer, expected) = randomPack(300, seed: 4)
        try writer.write(to: fixture)
        let store = fixture.store()
        let pack = try #require(store.packs.first)
        let forest = try PackForest(pack)
        let budget = MemoryBudget(stackBytes: 10_000, largeObject: 900)
        let found = Mutex<[ObjectID: [UInt8]]>([:])
        DispatchQueue.concurrentPerform(iterations: 4) { worker in
            var recorder = ForestRecorder()
            var walker = ForestWalker(store, pack: pack, forest: forest, budget: budget)
            for root in forest.roots where root % 4 == worker { walker.walk(root: root, visitor: &recorder) }
            let objects = recorder.objects.mapValues(\.bytes)
            found.withLock { $0.merge(objects) { first, _ in first } }
        }
        #expect(found.withLock { $0 } == expected)
    }

    @Test("The forest tells parents, children, kinds and sizes")
    func forest() throws {
        let fixture = try PackFixture()
        let (writer, _) = randomPack(200, seed: 9)
        try writer.write(to: fixture)
        let pack = try #require(fixture.store().packs.first)
        let forest = try PackForest(pack)
        #expect(forest.count == 200)
        var reached = forest.roots
        var next = 0
        while next < reached.count {
            let position = reached[next]
            next += 1
            #expect(forest.kind(of: position) == .blob)
            #expect((forest.size(of: position) == nil) == (forest.parent(of: position) != nil))
            let children = Array(forest.children(of: position))
            #expect(children == children.sorted())
            #expect(children.allSatisfy { forest.parent(of: $0) == position })
            reached += children
        }
        #expect(reached.sorted() == Array(0..<200))
    }

    @Test("A base outside of the pack is read from wherever it is")
    func externalBase() throws {
        let fixture = try PackFixture()
        let base = Array("the base, which is a loose object".utf8)
        try fixture.git("hash-object", "-w", "--stdin", input: base)
        let (delta, result) = DeltaWriter.replacingFirst(of: base, with: Array("not ".utf8))
        let (second, last) = DeltaWriter.replacingFirst(of: result, with: Array("N".utf8))
        var writer = PackWriter()
        writer.add(delta: delta, to: PackWriter.name(.blob, base), name: PackWriter.name(1))
        writer.add(delta: second, to: PackWriter.name(1), name: PackWriter.name(2))
        try writer.write(to: fixture)
        var other = PackWriter()
        other.add(delta: second, to: PackWriter.name(1), name: PackWriter.name(3))
        try other.write(to: fixture, "pack-2")
        let walk = try ForestRecorder.walk(fixture.store())
        #expect(walk.objects[PackWriter.name(1)] == PackRecord(kind: .blob, bytes: result))
        #expect(walk.objects[PackWriter.name(2)] == PackRecord(kind: .blob, bytes: last))
        #expect(walk.objects[PackWriter.name(3)] == PackRecord(kind: .blob, bytes: last))
        #expect(walk.failures.isEmpty && walk.wrongCopies == 0)
    }

    @Test("Packs that are each other's base are no endless way")
    func circleAcrossPacks() throws {
        let fixture = try PackFixture()
        let delta = DeltaWriter.replacingFirst(of: [1, 2, 3], with: [4]).delta
        for (stem, own, base) in [("pack-1", 1, 2), ("pack-2", 2, 1)] {
            var writer = PackWriter()
            writer.add(delta: delta, to: PackWriter.name(base), name: PackWriter.name(own))
            try writer.write(to: fixture, stem)
        }
        let walk = try ForestRecorder.walk(fixture.store())
        #expect(walk.failures.count == 2 && walk.objects.isEmpty)
    }

    @Test("Large blobs come as streams, unless others are made from them")
    func streams() throws {
        let fixture = try PackFixture()
        var numbers = PackNumbers(5)
        let alone = numbers.bytes(200_000)
        let parent = numbers.bytes(200_001)
        var writer = PackWriter()
        writer.add(alone)
        let root = writer.add(parent)
        let (delta, child) = DeltaWriter.replacingFirst(of: parent, with: [1])
        writer.add(delta: delta, at: root, name: PackWriter.name(1))
        writer.add(alone, kind: .commit)
        try writer.write(to: fixture)
        let store = fixture.store()
        let walk = try ForestRecorder.walk(store, budget: MemoryBudget(streamingThreshold: 100_000))
        #expect(walk.streamed == [PackWriter.name(.blob, alone)])
        #expect(walk.objects[PackWriter.name(.blob, alone)]?.bytes == alone)
        #expect(walk.objects[PackWriter.name(1)]?.bytes == child)
        let small = try ForestRecorder.walk(store, budget: MemoryBudget(objectBytes: 200_000))
        #expect(small.streamed == [PackWriter.name(.blob, parent)])
        #expect(small.failures[PackWriter.name(1)] == .tooLarge(size: 200_001))
    }

    @Test("More packs than may be open are opened again when they are needed")
    func manyPacks() throws {
        let fixture = try PackFixture()
        for number in 0..<70 {
            var writer = PackWriter()
            writer.add(Array("object of pack \(number)".utf8))
            try writer.write(to: fixture, "pack-\(1000 + number)")
        }
        let store = fixture.store()
        #expect(store.packs.count == 70)
        #expect(try ForestRecorder.walk(store).objects.count == 70)
        // The first ones are closed by now: one is gone, and another one has its name.
        try fixture.remove("objects/pack/pack-1000.pack")
        try fixture.write("objects/pack/pack-1001.pack", try fixture.read("objects/pack/pack-1002.pack"))
        for pack in store.packs[..<2] {
            #expect(throws: ObjectError.unreadable(.vanished)) { _ = try PackForest(pack) }
        }
    }
}
