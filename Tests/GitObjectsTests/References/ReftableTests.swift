import Blobs
@testable import GitObjects
import Testing

@Suite("Tables of references")
struct ReftableTests {
    /// A repository whose references are in these tables, the oldest first.
    private func fixture(_ tables: [ReftableWriter], format: ObjectFormat = .sha1) throws -> GitFixture {
        let fixture = try GitFixture()
        try fixture.run(
            "mkdir -p r/.git/objects r/.git/refs r/.git/reftable && echo 'ref: refs/heads/.invalid' >r/.git/HEAD")
        try fixture.write(
            "r/.git/config",
            "[core]\nrepositoryformatversion=1\n[extensions]\nrefStorage=reftable\nobjectFormat=\(format.rawValue)\n")
        try fixture.write(
            "r/.git/reftable/tables.list", tables.indices.map { "table-\($0).ref\n" }.joined())
        for (index, table) in tables.enumerated() {
            try fixture.write("r/.git/reftable/table-\(index).ref", table.bytes())
        }
        return fixture
    }

    private static let tableLayouts: [(ObjectFormat, UInt8, Int, Int)] = [
        (.sha1, 1, 0, 16), (.sha1, 1, 512, 4), (.sha1, 2, 4096, 16), (.sha256, 2, 0, 1), (.sha256, 2, 700, 3),
    ]

    @Test("Both versions, both formats, aligned or not", arguments: tableLayouts)
    func layouts(format: ObjectFormat, version: UInt8, blockSize: Int, interval: Int) throws {
        var writer = ReftableWriter()
        writer.format = format
        writer.version = version
        writer.blockSize = blockSize
        writer.restartInterval = interval
        writer.references = [("HEAD", .symbolic("refs/heads/branch-7"))]
        for index in 0..<200 {
            writer.references.append(("refs/heads/branch-\(index)", .object(.filled(UInt8(index), format))))
        }
        writer.references.append(("refs/tags/v1", .tag(.filled(1, format), peeled: .filled(2, format))))
        for index in 0..<100 {
            writer.logs.append(
                ReftableWriter.Log(
                    name: "refs/heads/branch-\(index % 7)", update: UInt64(index),
                    change: (.null(format), .filled(UInt8(index), format), "change \(index)\n")))
        }
        let fixture = try fixture([writer], format: format)
        let repository = try fixture.repository()
        let list = ReferenceList(repository, handles: fixture.handles)
        #expect(list.problems.isEmpty)
        #expect(list.references.count == 202)
        #expect(list.resolve(utf8("HEAD")) == .filled(7, format))
        #expect(list.resolve(utf8("refs/heads/branch-199")) == .filled(199, format))
        #expect(list.reference(utf8("refs/tags/v1"))?.peeled == .filled(2, format))
        #expect(list.headName().map { text($0) } == "refs/heads/branch-7")

        let logs = Reflogs(repository, handles: fixture.handles)
        #expect(logs.problems.isEmpty)
        #expect(Set(logs.entries.map(\.new)) == Set((0..<100).map { ObjectID.filled($0, format) }))
        let first = try #require(logs.entries.first)
        #expect(text(first.reference) == "refs/heads/branch-0")
        #expect(text(first.message) == "change 98")
        #expect(text(first.who) == "Test Person <test@example.invalid>")
        #expect(first.seconds == 1_700_000_000)
    }

    @Test("Later tables override, and delete")
    func stack() throws {
        let change = (old: ObjectID.null(.sha1), new: ObjectID.filled(9), message: "")
        var old = ReftableWriter()
        old.references = [
            ("refs/a", .object(.filled(1))), ("refs/b", .object(.filled(2))), ("refs/c", .object(.filled(3))),
        ]
        old.logs = [3, 4].map { ReftableWriter.Log(name: "refs/stash", update: $0, change: change) }
        var new = ReftableWriter()
        new.references = [("refs/a", .deletion), ("refs/b", .object(.filled(4)))]
        // Only logs: no block of references in front of them.
        var logs = ReftableWriter()
        logs.logs = [ReftableWriter.Log(name: "refs/stash", update: 4, change: nil)]
        let fixture = try fixture([old, ReftableWriter(), new, logs])
        let repository = try fixture.repository()
        let list = ReferenceList(repository, handles: fixture.handles)
        #expect(list.references.map { text($0.name) } == ["refs/b", "refs/c"])
        #expect(list.resolve(utf8("refs/b")) == .filled(4))
        #expect(list.problems.isEmpty)
        #expect(Reflogs(repository, handles: fixture.handles).entries.count == 1)
    }

    @Test("FETCH_HEAD stays a file, and worktrees have stacks of their own")
    func files() throws {
        var writer = ReftableWriter()
        writer.references = [("HEAD", .object(.filled(1)))]
        let fixture = try fixture([writer])
        try fixture.write("r/.git/FETCH_HEAD", ObjectID.filled(2).hexadecimal + "\t\tbranch 'x' of y\n")
        try fixture.run(
            "cd r/.git && mkdir -p worktrees/w && cp -r reftable HEAD worktrees/w && echo /n/.git >worktrees/w/gitdir")
        let list = ReferenceList(try fixture.repository(), handles: fixture.handles)
        #expect(list.references.map { text($0.name) } == ["FETCH_HEAD", "HEAD", "worktrees/w/HEAD"])
        #expect(list.problems.isEmpty)
    }

    @Test("A table that is missing, or has a name of another folder, is a problem")
    func missing() throws {
        var writer = ReftableWriter()
        writer.references = [("refs/a", .object(.filled(1)))]
        let fixture = try fixture([writer])
        try fixture.write("r/.git/reftable/tables.list", "table-0.ref\nnone.ref\n../HEAD\n")
        let list = ReferenceList(try fixture.repository(), handles: fixture.handles)
        #expect(list.references.count == 1)
        #expect(list.problems.count == 2)
    }

    private var small: ReftableWriter {
        var writer = ReftableWriter()
        writer.references = [("HEAD", .symbolic("refs/a")), ("refs/a", .tag(.filled(1), peeled: .filled(2)))]
        writer.logs = [
            ReftableWriter.Log(name: "refs/a", update: 1, change: (.null(.sha1), .filled(1), "m")),
            ReftableWriter.Log(name: "refs/a", update: 2, change: nil),
        ]
        return writer
    }

    /// Reads all that can be read.
    private func readAll(_ bytes: [UInt8], _ format: ObjectFormat = .sha1) {
        guard let table = try? Reftable(bytes, format: format) else { return }
        var budget = 1 << 20
        try? table.references(budget: &budget) { _, _, _ in }
        try? table.logs(budget: &budget) { _, _ in }
    }

    @Test("Cut or changed anywhere, it is refused, or read as far as it goes")
    func hostile() {
        let bytes = small.bytes()
        for count in bytes.indices {
            #expect(throws: ReftableError.self) { try Reftable(Array(bytes[..<count]), format: .sha1) }
        }
        for index in bytes.indices {
            for value in [0, 1, 0x7F, 0x80, 0xFF, UInt8(ascii: "g"), UInt8(ascii: "r")] as [UInt8] {
                var broken = bytes
                broken[index] = value
                readAll(resealed(broken))
            }
        }
        #expect(throws: ReftableError.unsupported) { try Reftable(bytes, format: .sha256) }
        #expect(throws: ReftableError.wrongChecksum) { try Reftable(bytes.dropLast() + [0xAB], format: .sha1) }
    }

    @Test("Records that repeat a long name do not fill the memory")
    func repeatedNames() throws {
        var writer = small
        writer.references = (0..<200).map { (String(repeating: "n", count: 5000) + "\($0)", .deletion) }
        writer.blockSize = 1 << 16
        let table = try Reftable(writer.bytes(), format: .sha1)
        var budget = 100_000
        #expect(throws: ReftableError.tooLarge) { try table.references(budget: &budget) { _, _, _ in } }
        budget = 10
        #expect(throws: ReftableError.tooLarge) { try table.logs(budget: &budget) { _, _ in } }
    }

    /// With a footer that repeats the header, and its checksum.
    private func resealed(_ bytes: [UInt8]) -> [UInt8] {
        var sealed = bytes
        let footer = bytes.count - 68
        sealed.replaceSubrange(footer..<footer + 24, with: bytes[..<24])
        let checksum = ReftableWriter.checksum(Array(sealed[footer..<bytes.count - 4]))
        sealed.replaceSubrange((bytes.count - 4)..., with: ReftableWriter.number(UInt64(checksum), 4))
        return sealed
    }
}
