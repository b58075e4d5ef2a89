import Testing

@testable import Containers

@Suite struct TarSkeletonTests {
    private static let text = Array("content of a member, and no more".utf8)

    /// The bytes as they are left, taken in pieces of one size.
    private static func cleared(_ bytes: [UInt8], piece: Int) -> [UInt8] {
        var (skeleton, cleared) = (TarSkeleton(), bytes)
        for start in stride(from: 0, to: bytes.count, by: piece) {
            var span = cleared.mutableSpan
            var part = span._mutatingExtracting(start..<min(start + piece, bytes.count))
            skeleton.clear(&part)
        }
        return cleared
    }

    private static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

    @Test(arguments: [1, 7, 512, 513, 100_000]) func contentIsClearedHoweverItComes(piece: Int) {
        let long = [UInt8](repeating: 7, count: 5_000)
        let archive = Tar.archive([("a", Self.text), ("empty", []), ("b", long), ("c", [1])])
        let expected =
            Tar.header(name: "a", size: Self.text.count) + Self.zeros(512) + Tar.header(name: "empty", size: 0)
            + Tar.header(name: "b", size: 5_000) + Self.zeros(5_120) + Tar.header(name: "c", size: 1)
            + Self.zeros(512 + 1_024)
        #expect(Self.cleared(archive, piece: piece) == expected)
    }

    /// What fills the last block up may hold anything, and so may what stands behind the end.
    @Test func whatNoMemberHoldsIsKept() {
        var archive = Tar.archive([("a", Self.text)])
        for index in 512 + Self.text.count..<1_024 { archive[index] = UInt8(ascii: "f") }
        archive += Self.text
        let cleared = Self.cleared(archive, piece: 64)
        #expect(Array(cleared[512..<512 + Self.text.count]) == Self.zeros(Self.text.count))
        #expect(Array(cleared[(512 + Self.text.count)...]) == Array(archive[(512 + Self.text.count)...]))
    }

    /// A size that may be another than the header's, or a kind of member that is not known.
    @Test(arguments: ["x", "S", "V"] as [Character]) func inDoubtEverythingIsKept(type: Character) {
        let extended = Tar.header(name: "pax", size: 12, type: type) + Array("12 size=9000".utf8) + Self.zeros(500)
        let archive = extended + Tar.member("a", Self.text) + Tar.member("b", Self.text)
        let cleared = Self.cleared(archive, piece: 100)
        #expect(cleared.prefix(2_048) == archive.prefix(2_048))
        #expect(cleared.suffix(512) == Self.zeros(512)[...])
    }

    @Test func aGlobalSizeHoldsForAll() {
        func archive(_ record: String) -> [UInt8] {
            let global = Array(record.utf8)
            return Tar.header(name: "pax", size: global.count, type: "g") + global + Self.zeros(512 - global.count)
                + Tar.member("a", Self.text) + Tar.member("b", Self.text)
        }
        #expect(Self.cleared(archive("12 size=9000"), piece: 100) == archive("12 size=9000"))
        let comment = archive("16 comment=0a1b2c")
        #expect(Self.cleared(comment, piece: 100).prefix(1_536) == comment.prefix(1_536))
        #expect(Self.cleared(comment, piece: 100).suffix(512) == Self.zeros(512)[...])
    }

    @Test func whatIsNoHeaderIsKept() {
        let archive = Tar.member("a", Self.text) + [UInt8](repeating: 9, count: 700) + Tar.member("b", Self.text)
        #expect(Self.cleared(archive, piece: 700).dropFirst(1_024) == archive.dropFirst(1_024))
    }

    /// Contents are passed over, or not, and what is read around them is the same.
    @Test(arguments: [64, 1_000], [0, 2_000]) func aSourceHasHoles(room: Int, least: Int) throws {
        let archive = Tar.archive([("a", Self.text), ("b", [UInt8](repeating: 7, count: 5_000)), ("c", [])])
        let source = TarSkeletonBytes(MemoryBytes(archive, isWhole: true))
        var (read, passed, buffer) = (Self.zeros(archive.count), 0, Self.zeros(room))
        var offset = 0
        while true {
            let next = source.nextData(from: offset)
            if next - offset > least {
                passed += next - offset
                offset = next
            }
            var span = buffer.mutableSpan
            let count = try source.read(into: &span, at: offset)
            if count == 0 { break }
            read.replaceSubrange(offset..<offset + count, with: buffer[..<count])
            offset += count
        }
        #expect(offset == archive.count && passed > 3_000)
        #expect(read == Self.cleared(archive, piece: archive.count))
    }
}
