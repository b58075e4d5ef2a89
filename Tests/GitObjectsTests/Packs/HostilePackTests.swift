import Testing

@testable import GitObjects

/// RELIABILITY cases 36 and 38: whatever is wrong with a pack, the rest of it is read, and what is not is told.
@Suite("A pack that is not as it should be")
struct HostilePackTests {
    private let good = Array("a good object".utf8)

    private func isCorrupt(_ error: ObjectError?) -> Bool {
        if case .corrupt = error { true } else { false }
    }

    /// Puts a good object beside what `body` adds, and checks that it is read.
    private func walk(
        budget: MemoryBudget = MemoryBudget(), _ body: (inout PackWriter) -> Void
    ) throws -> (objects: [ObjectID: PackRecord], failures: [ObjectID: ObjectError]) {
        let fixture = try PackFixture()
        var writer = PackWriter()
        body(&writer)
        writer.add(good)
        try writer.write(to: fixture)
        let walk = try ForestRecorder.walk(fixture.store(), budget: budget)
        #expect(walk.objects[PackWriter.name(.blob, good)]?.bytes == good)
        #expect(walk.wrongCopies == 0)
        #expect(walk.order.count <= writer.entries.count)
        #expect(walk.objects.count + walk.failures.count == writer.entries.count)
        return (walk.objects, walk.failures)
    }

    @Test("A chain of 10,000 deltas, by distance and by name", arguments: [false, true])
    func deepChain(byName: Bool) throws {
        let fixture = try PackFixture()
        var writer = PackWriter()
        let content = Array(repeating: UInt8(ascii: "x"), count: 60)
        var offset = writer.add(content)
        var name = PackWriter.name(.blob, content)
        for number in 0..<10_000 {
            // Each result is as long as its base: the text in front pushes the end out.
            let text = Array("\(number)".utf8)
            var exact = DeltaWriter(base: 60, result: 60)
            exact.insert(text)
            exact.copy(0, 60 - text.count)
            let next = PackWriter.name(number)
            if byName {
                writer.add(delta: exact.bytes, to: name, name: next)
            } else {
                offset = writer.add(delta: exact.bytes, at: offset, name: next)
            }
            name = next
        }
        try writer.write(to: fixture)
        let store = fixture.store()
        let walk = try ForestRecorder.walk(store)
        #expect(walk.failures.isEmpty)
        #expect(walk.objects.count == 10_001)
        #expect(walk.wrongCopies == 0)
        var reader = ObjectReader(store)
        #expect(try reader.read(name) == .blob)
        #expect(reader.withContent { packBytes($0) } == walk.objects[name]?.bytes)
    }

    @Test("Deltas in a circle, and what hangs on it")
    func circle() throws {
        let names = (1...4).map { PackWriter.name($0) }
        let delta = DeltaWriter.replacingFirst(of: good, with: [1]).delta
        let fixture = try PackFixture()
        var writer = PackWriter()
        writer.add(delta: delta, to: names[1], name: names[0])
        writer.add(delta: delta, to: names[2], name: names[1])
        writer.add(delta: delta, to: names[0], name: names[2])
        writer.add(delta: delta, to: names[2], name: names[3])
        writer.add(good)
        try writer.write(to: fixture)
        let walk = try ForestRecorder.walk(fixture.store())
        #expect(Set(walk.failures.keys) == Set(names))
        #expect(walk.objects.count == 1)
        var reader = ObjectReader(fixture.store())
        for name in names { #expect(throws: ObjectError.self) { _ = try reader.read(name) } }
        for name in names { #expect(throws: ObjectError.self) { _ = try reader.kind(of: name) } }
    }

    @Test("Sizes of 8 GiB that a hundred bytes declare")
    func falseSizes() throws {
        let huge = 8 << 30
        let (whole, delta, result, base) = (
            PackWriter.name(1), PackWriter.name(2), PackWriter.name(3), PackWriter.name(4)
        )
        let good = self.good
        let (objects, failures) = try walk { writer in
            writer.add(good, name: whole, declaring: huge)
            let root = writer.add(good, kind: .commit, name: PackWriter.name(5))
            writer.add(delta: DeltaWriter(base: good.count, result: 4).bytes, at: root, name: delta, declaring: huge)
            var lying = DeltaWriter(base: good.count, result: huge)
            lying.copy(0, good.count)
            writer.add(delta: lying.bytes, at: root, name: result)
            writer.add(delta: DeltaWriter(base: huge, result: 0).bytes, at: root, name: base)
        }
        #expect(objects.count == 2)
        #expect([delta, result, base].allSatisfy { isCorrupt(failures[$0]) || failures[$0] == .tooLarge(size: huge) })
        #expect(isCorrupt(failures[whole]))
        #expect(isCorrupt(failures[result]))
    }

    @Test("A delta that really makes more than may be")
    func trulyLarge() throws {
        let good = self.good
        let (_, failures) = try walk(budget: MemoryBudget(objectBytes: 1 << 20)) { writer in
            let root = writer.add([UInt8](repeating: 7, count: 100_000))
            var large = DeltaWriter(base: 100_000, result: 3_000_000)
            for _ in 0..<30 { large.copy(0, 100_000) }
            let offset = writer.add(delta: large.bytes, at: root, name: PackWriter.name(1))
            let next = DeltaWriter.replacingFirst(of: good, with: [1]).delta
            writer.add(delta: next, at: offset, name: PackWriter.name(2))
        }
        #expect(failures[PackWriter.name(1)] == .tooLarge(size: 3_000_000))
        #expect(failures[PackWriter.name(2)] == .tooLarge(size: 3_000_000))
    }

    @Test("Entries of unknown kinds, with bases that are none, and with broken streams")
    func faultyEntries() throws {
        let good = self.good
        let delta = DeltaWriter.replacingFirst(of: good, with: [1]).delta
        let stream = PackWriter.deflate(good)
        let (objects, failures) = try walk { writer in
            writer.entry(0, good.count, [], stream, name: PackWriter.name(1))
            writer.entry(5, good.count, [], stream, name: PackWriter.name(2))
            writer.entry(6, delta.count, [0], PackWriter.deflate(delta), name: PackWriter.name(3))
            writer.entry(6, delta.count, PackWriter.distance(3), PackWriter.deflate(delta), name: PackWriter.name(4))
            writer.entry(
                6, delta.count, PackWriter.distance(1 << 40), PackWriter.deflate(delta), name: PackWriter.name(5))
            writer.entry(6, delta.count, [UInt8](repeating: 0xFF, count: 30), [], name: PackWriter.name(6))
            writer.entry(3, good.count, [], Array(stream.dropLast(5)), name: PackWriter.name(7))
            writer.entry(3, good.count, [], Array(stream.reversed()), name: PackWriter.name(8))
            writer.entry(3, good.count, [], [], name: PackWriter.name(9))
            writer.add(good, name: PackWriter.name(10), declaring: good.count + 1)
            writer.add(good, name: PackWriter.name(11), declaring: good.count - 1)
            writer.entry(3, 1 << 58, [], stream, name: PackWriter.name(12))
            writer.add(delta: delta, to: PackWriter.name(9999), name: PackWriter.name(13))
        }
        #expect(objects.count == 1)
        for number in 1...12 { #expect(isCorrupt(failures[PackWriter.name(number)]), "\(number)") }
        #expect(failures[PackWriter.name(13)] == .missing)
    }

    @Test("A pack that is cut", arguments: [11, 12, 40, 100, 300])
    func cut(length: Int) throws {
        let fixture = try PackFixture()
        var writer = PackWriter()
        for number in 0..<20 { writer.add(Array("object number \(number)".utf8)) }
        try writer.write(to: fixture)
        try fixture.write("objects/pack/pack-1.pack", Array(writer.pack().prefix(length)))
        let store = fixture.store()
        #expect(store.problems.count == 1)
        guard length >= 12 else { return #expect(store.packs.isEmpty) }
        let walk = try ForestRecorder.walk(store)
        #expect(walk.objects.count + walk.failures.count == 20)
        #expect(walk.failures.values.allSatisfy(isCorrupt))
        #expect(walk.objects.isEmpty == (length < 40))
    }

    @Test("An index that is cut anywhere, or has any byte changed")
    func faultyIndex() throws {
        let fixture = try PackFixture()
        var writer = PackWriter()
        for number in 0..<5 { writer.add(Array("object number \(number)".utf8)) }
        try writer.write(to: fixture)
        let index = writer.index()
        for length in stride(from: 0, to: index.count, by: 41) {
            try fixture.write("objects/pack/pack-1.idx", Array(index.prefix(length)))
            let store = fixture.store()
            #expect(store.packs.isEmpty && store.problems.count == 1)
        }
        for place in stride(from: 0, to: index.count, by: 7) {
            var changed = index
            changed[place] ^= 0x81
            try fixture.write("objects/pack/pack-1.idx", changed)
            let store = fixture.store()
            let walk = try ForestRecorder.walk(store)
            for pack in store.packs { #expect(walk.objects.count + walk.failures.count == pack.count) }
        }
    }

    @Test("An index with two names for one place")
    func sharedPlace() throws {
        let fixture = try PackFixture()
        var writer = PackWriter()
        for number in 0..<3 { writer.add(Array("object number \(number)".utf8)) }
        try writer.write(to: fixture)
        try fixture.write("objects/pack/pack-1.idx", writer.index { $0[0].offset = $0[1].offset })
        let walk = try ForestRecorder.walk(fixture.store())
        #expect(walk.objects.count == 2 && walk.failures.count == 1)
    }

    @Test("Packs with any bytes changed: nothing traps, and each object is read or fails")
    func changedBytes() throws {
        let fixture = try PackFixture()
        var writer = PackWriter()
        var numbers = PackNumbers(7)
        var content = numbers.bytes(400)
        var offset = writer.add(content)
        for number in 0..<12 {
            let (delta, result) = DeltaWriter.replacingFirst(of: content, with: numbers.bytes(3))
            let at = number % 3 == 2 ? 12 : offset
            if at == offset { content = result }
            let fits = at == offset ? delta : DeltaWriter(base: 400, result: 0).bytes
            offset = writer.add(delta: fits, at: at, name: PackWriter.name(number))
            if at == 12 { content = [] }
        }
        try writer.write(to: fixture)
        let pack = writer.pack()
        for _ in 0..<150 {
            var changed = pack
            for _ in 0...numbers.below(3) { changed[12 + numbers.below(pack.count - 32)] = UInt8(numbers.below(256)) }
            try fixture.write("objects/pack/pack-1.pack", changed)
            let store = fixture.store()
            let walk = try ForestRecorder.walk(store)
            #expect(walk.objects.count + walk.failures.count == writer.entries.count)
            var reader = ObjectReader(store, limit: 1 << 20)
            for entry in writer.entries { _ = try? reader.read(entry.name) }
        }
    }
}
