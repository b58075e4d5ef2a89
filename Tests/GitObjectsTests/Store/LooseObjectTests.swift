import Blobs
import Inputs
import Testing

@testable import GitObjects

@Suite("Loose objects")
struct LooseObjectTests {
    private func write(_ bytes: [UInt8], as id: ObjectID, in fixture: PackFixture) throws {
        try fixture.write("objects/\(id.hexadecimal.prefix(2))/\(id.hexadecimal.dropFirst(2))", bytes)
    }

    private func only(_ fixture: PackFixture) throws -> (ObjectStore, LooseObject) {
        let store = fixture.store()
        var found: [LooseObject] = []
        #expect(store.forEachLooseObject { found.append($0) }.isEmpty)
        #expect(found.count == 1)
        return (store, try #require(found.first))
    }

    private func readAll(_ source: inout InflatingSource, piece: Int = 7_777) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: piece)
        while true {
            var span = buffer.mutableSpan
            let count = try source.read(into: &span, at: bytes.count)
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    @Test("What git wrote is read whole and in pieces", arguments: ObjectFormat.allCases)
    func real(format: ObjectFormat) throws {
        let fixture = try PackFixture(format)
        try fixture.fill(versions: 4)
        try fixture.git("hash-object", "-w", "--stdin")
        try fixture.git("hash-object", "-w", "--stdin", input: [UInt8](repeating: 65, count: 1_000_000))
        var numbers = PackNumbers(2)
        try fixture.git("hash-object", "-w", "--stdin", input: numbers.bytes(200_000))
        let expected = try fixture.everyObject()
        let store = fixture.store()
        var reader = ObjectReader(store)
        var objects: [LooseObject] = []
        #expect(store.forEachLooseObject { objects.append($0) }.isEmpty)
        #expect(objects.count == expected.count)
        for object in objects {
            let record = try #require(expected[object.id])
            #expect(try reader.read(object) == record.kind)
            #expect(reader.withContent { packBytes($0) } == record.bytes)
            #expect(try reader.kind(of: object.id) == record.kind)
            #expect(try reader.readSalvaging(object) == SalvagedObject(kind: record.kind, problem: nil))
            var source = try reader.open(loose: object)
            #expect(source.kind == record.kind && source.size == record.bytes.count)
            #expect(try readAll(&source) == record.bytes)
            #expect(source.problem == nil)
            #expect(store.locate(object.id) == .loose(folder: 0))
        }
    }

    @Test("A wrong name is told, and the content is there nevertheless")
    func wrongName() throws {
        let fixture = try PackFixture()
        let text = Array("content of another object".utf8)
        try write(PackWriter.deflate(Array("blob \(text.count)\0".utf8) + text), as: PackWriter.name(1), in: fixture)
        let (store, object) = try only(fixture)
        var reader = ObjectReader(store)
        #expect(throws: ObjectError.self) { _ = try reader.read(object.id) }
        #expect(reader.withContent { $0.count } == 0)
        let salvaged = try reader.readSalvaging(object)
        #expect(salvaged.kind == .blob && salvaged.problem != nil)
        #expect(reader.withContent { packBytes($0) } == text)
        var source = try reader.open(loose: object)
        #expect(try readAll(&source) == text)
        #expect(source.problem != nil)
    }

    @Test("A wrong size is told", arguments: [-1, 1])
    func wrongSize(error: Int) throws {
        let fixture = try PackFixture()
        let text = Array("some content".utf8)
        let bytes = Array("blob \(text.count + error)\0".utf8) + text
        var hasher = ObjectHasher(.sha1)
        hasher.update(bytes.span)
        try write(PackWriter.deflate(bytes), as: hasher.finish(), in: fixture)
        let (store, object) = try only(fixture)
        var reader = ObjectReader(store)
        #expect(throws: ObjectError.self) { _ = try reader.read(object) }
        #expect(try reader.readSalvaging(object).problem != nil)
        #expect(reader.withContent { $0.count } == text.count)
        var source = try reader.open(loose: object)
        #expect(try readAll(&source).count == text.count + min(error, 0))
        #expect(source.problem != nil)
    }

    @Test("A cut or changed stream yields what stands before the fault")
    func brokenStream() throws {
        let fixture = try PackFixture()
        var numbers = PackNumbers(4)
        let text = numbers.bytes(50_000)
        let id = PackWriter.name(.blob, text)
        let stream = PackWriter.deflate(Array("blob \(text.count)\0".utf8) + text)
        try write(Array(stream.dropLast(10_000)), as: id, in: fixture)
        let (store, object) = try only(fixture)
        var reader = ObjectReader(store)
        let salvaged = try reader.readSalvaging(object)
        #expect(salvaged.kind == .blob && salvaged.problem != nil)
        let content = reader.withContent { packBytes($0) }
        #expect(content.count > 30_000 && content.elementsEqual(text.prefix(content.count)))
        var source = try reader.open(loose: object)
        #expect(throws: ByteSourceError.self) { _ = try readAll(&source) }
        for _ in 0..<60 {
            var changed = stream
            changed[numbers.below(stream.count)] ^= UInt8(1 + numbers.below(255))
            try write(changed, as: id, in: fixture)
            #expect(throws: ObjectError.self) { _ = try reader.read(object) }
            #expect(try reader.readSalvaging(object).problem != nil)
        }
    }

    @Test(
        "What has no header is no object, and its bytes are there nevertheless",
        arguments: [
            "", "blob", "blob ", "blob 3", "blob \0", "blob 03\0abc", "blob -1\0", "blub 3\0abc", "blob 3 \0abc",
        ])
    func noHeader(text: String) throws {
        let fixture = try PackFixture()
        try write(PackWriter.deflate(Array(text.utf8)), as: PackWriter.name(1), in: fixture)
        let (store, object) = try only(fixture)
        var reader = ObjectReader(store)
        #expect(throws: ObjectError.self) { _ = try reader.read(object) }
        #expect(throws: ObjectError.self) { _ = try reader.kind(of: object) }
        #expect(throws: ObjectError.self) { _ = try reader.open(loose: object) }
        let salvaged = try reader.readSalvaging(object)
        #expect(salvaged.kind == nil && salvaged.problem != nil)
        #expect(reader.withContent { $0.count } == text.utf8.count)
    }

    @Test("Sizes that cannot be take no memory, and large ones are refused")
    func sizes() throws {
        let fixture = try PackFixture()
        try write(PackWriter.deflate(Array("blob 8589934592\0abc".utf8)), as: PackWriter.name(1), in: fixture)
        let (store, object) = try only(fixture)
        var reader = ObjectReader(store)
        #expect(try reader.readSalvaging(object).problem != nil)
        #expect(reader.withContent { $0.count } == 3)
        #expect(throws: ObjectError.self) { _ = try reader.open(loose: object) }
        let text = [UInt8](repeating: 1, count: 100_000)
        try write(PackWriter.deflate(Array("blob 100000\0".utf8) + text), as: PackWriter.name(1), in: fixture)
        var small = ObjectReader(store, limit: 99_999)
        #expect(throws: ObjectError.tooLarge(size: 100_000)) { _ = try small.read(object) }
    }

    @Test("Files that are named otherwise are no objects, and an empty file is a broken one")
    func otherNames() throws {
        let fixture = try PackFixture()
        try fixture.write("objects/ab/tmp_obj_x", [1])
        try fixture.write("objects/ab/\(String(repeating: "A", count: 38))", [1])
        try fixture.write("objects/ab/\(String(repeating: "c", count: 39))", [1])
        try fixture.write("objects/ab/\(String(repeating: "c", count: 38))", [])
        let (store, object) = try only(fixture)
        var reader = ObjectReader(store)
        #expect(throws: ObjectError.self) { _ = try reader.read(object) }
        #expect(try reader.readSalvaging(object).problem != nil)
        #expect(reader.withContent { $0.count } == 0)
        try fixture.remove("objects/ab")
        #expect(throws: ObjectError.missing) { _ = try reader.read(object) }
        #expect(throws: ObjectError.missing) { _ = try reader.read(PackWriter.name(5)) }
    }

    @Test("A broken copy in a pack does not hide a good one elsewhere")
    func secondCopy() throws {
        let fixture = try PackFixture()
        let text = Array("an object that is there twice".utf8)
        try fixture.git("hash-object", "-w", "--stdin", input: text)
        var writer = PackWriter()
        writer.add(text, declaring: 5)
        try writer.write(to: fixture)
        var reader = ObjectReader(fixture.store())
        #expect(try reader.read(PackWriter.name(.blob, text)) == .blob)
        #expect(reader.withContent { $0.count } == text.count)
    }
}
