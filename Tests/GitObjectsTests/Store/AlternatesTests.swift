import Blobs
import Foundation
import Inputs
import Testing

@testable import GitObjects

@Suite("Objects that are borrowed from other stores")
struct AlternatesTests {
    private func blob(_ text: String, in fixture: PackFixture) throws -> ObjectID {
        let bytes = Array(text.utf8)
        try fixture.git("hash-object", "-w", "--stdin", input: bytes)
        return PackWriter.name(.blob, bytes, fixture.format)
    }

    private func borrow(_ fixture: PackFixture, _ lines: [String]) throws {
        try fixture.write("objects/info/alternates", Array(lines.joined(separator: "\n").utf8))
    }

    @Test("A shared clone", arguments: ObjectFormat.allCases)
    func sharedClone(format: ObjectFormat) throws {
        let fixture = try PackFixture(format)
        try fixture.fill(versions: 5)
        try fixture.git("gc", "-q")
        let loose = try blob("a loose one", in: fixture)
        let expected = try fixture.everyObject()
        try fixture.git("clone", "-q", "--bare", "--shared", ".", "clone.git")
        let store = ObjectStore(
            directories: [RawPath(fixture.path + "/clone.git/objects")], format: format, handles: DirectoryHandles())
        #expect(store.problems.isEmpty)
        #expect(store.folderPaths.count == 2)
        #expect(expected.keys.allSatisfy(store.contains))
        #expect(store.locate(loose) == .loose(folder: 1))
        var reader = ObjectReader(store)
        #expect(try reader.read(loose) == .blob)
    }

    @Test("Relative, quoted, commented and empty lines")
    func lines() throws {
        let (main, one, two) = (try PackFixture(), try PackFixture(), try PackFixture())
        let inOne = try blob("one", in: one)
        let inTwo = try blob("two", in: two)
        let relative = "../../" + URL(filePath: one.path).lastPathComponent + "/objects"
        let quoted = "\"" + two.objects.replacing("/objects", with: "/\\157bjects") + "\""
        try borrow(main, ["# a comment", "", relative, quoted, ""])
        let store = main.store()
        #expect(store.problems.isEmpty)
        #expect(store.contains(inOne) && store.contains(inTwo))
    }

    @Test("A circle is noted, and each store is read once")
    func circle() throws {
        let (one, two) = (try PackFixture(), try PackFixture())
        let inTwo = try blob("two", in: two)
        try borrow(one, [two.objects])
        try borrow(two, [one.objects])
        let store = one.store()
        #expect(store.problems.map(\.reason) == [.alternatesLoop])
        #expect(store.folderPaths.count == 2 && store.contains(inTwo))
    }

    @Test("Two ways to one store are no circle")
    func twoWays() throws {
        let (one, two, three) = (try PackFixture(), try PackFixture(), try PackFixture())
        try borrow(one, [two.objects, three.objects])
        try borrow(two, [three.objects])
        #expect(one.store().problems.isEmpty)
        #expect(one.store().folderPaths.count == 3)
    }

    @Test("What is no store, or not there, is noted")
    func noStore() throws {
        let fixture = try PackFixture()
        try borrow(fixture, ["/etc", "../../..", fixture.path + "/nothing", "/etc/passwd", "\"/broken"])
        let reasons = fixture.store().problems.map(\.reason)
        #expect(reasons.count == 5)
        #expect(Set(reasons).isSubset(of: [.noStore, .symbolicLink, .unreadable(.vanished)]))
    }

    @Test("A chain ends after five links, as it does in git")
    func chain() throws {
        let fixtures = try (0..<8).map { _ in try PackFixture() }
        for (fixture, next) in zip(fixtures, fixtures.dropFirst()) { try borrow(fixture, [next.objects]) }
        let store = fixtures[0].store()
        #expect(store.folderPaths.count == 6)
        #expect(store.problems.map(\.reason) == [.alternatesTooDeep(limit: 5)])
    }

    @Test("Ten thousand lines end at 64 stores, and at twice as many faults")
    func manyLines() throws {
        let fixture = try PackFixture()
        for number in 0..<100 {
            try FileManager.default.createDirectory(
                atPath: fixture.path + "/many/\(number)/info", withIntermediateDirectories: true)
        }
        try borrow(fixture, (0..<10_000).map { "../many/\($0)" })
        let store = fixture.store()
        #expect(store.folderPaths.count == 64)
        #expect(store.problems.map(\.reason) == [.tooManyAlternates(limit: 64)])
        try borrow(fixture, (0..<10_000).map { "/nothing/\($0)" })
        #expect(fixture.store().problems.count == 129)
    }

    @Test("Links in a store are not followed")
    func links() throws {
        let (main, other) = (try PackFixture(), try PackFixture())
        let id = try blob("elsewhere", in: other)
        let fan = String(id.hexadecimal.prefix(2))
        try FileManager.default.createSymbolicLink(
            atPath: main.objects + "/\(fan)", withDestinationPath: other.objects + "/\(fan)")
        let store = main.store()
        #expect(store.problems.map(\.reason) == [.symbolicLink])
        #expect(!store.contains(id))
        #expect(store.forEachLooseObject { _ in Issue.record("followed") }.isEmpty)
        try main.remove("objects/\(fan)")
        try FileManager.default.createDirectory(
            atPath: main.objects + "/\(fan)", withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(
            atPath: main.objects + "/\(fan)/\(id.hexadecimal.dropFirst(2))",
            withDestinationPath: other.objects + "/\(fan)/\(id.hexadecimal.dropFirst(2))")
        #expect(main.store().forEachLooseObject { _ in Issue.record("followed") }.map(\.reason) == [.symbolicLink])
        #expect(!main.store().contains(id))
    }

    @Test("An object of two stores is given once; a quarantine is a store too")
    func twice() throws {
        let (main, other) = (try PackFixture(), try PackFixture())
        for fixture in [main, other] { _ = try blob("both", in: fixture) }
        _ = try blob("mine", in: main)
        _ = try blob("theirs", in: other)
        let store = ObjectStore(
            directories: [RawPath(main.objects), RawPath(other.objects), RawPath(main.objects)], format: .sha1,
            handles: DirectoryHandles())
        #expect(store.folderPaths.count == 2 && store.problems.isEmpty)
        var ids: [ObjectID] = []
        #expect(store.forEachLooseObject { ids.append($0.id) }.isEmpty)
        #expect(ids.count == 3 && Set(ids).count == 3)
    }
}
