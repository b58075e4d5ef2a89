import Blobs
import Testing

@testable import Containers

@Suite struct ReaderTests {
    static let long = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
    static let members = [("a.txt", Array("first".utf8)), ("dir/b", long), ("empty", []), ("c", [7])]

    @Test(arguments: [1 << 16, 1, 4096]) func zipAndTarGiveTheirMembers(_ portion: Int) {
        // A read of a byte at a time is slow: the short ones will do.
        let members = portion == 1 ? [Self.members[0], Self.members[3]] : Self.members
        for (kind, bytes) in [(ContainerKind.zip, Zip.archive(members)), (.tar, Tar.archive(members))] {
            let listing = Listing.of(kind, bytes, portion: portion)
            #expect(listing.error == nil && listing.failures.isEmpty)
            #expect(listing.names == members.map(\.0))
            for (name, content) in members { #expect(listing.contents[name] == content) }
            #expect(listing.members.map(\.size) == members.map(\.1.count))
            #expect(listing.members.map(\.hasContent) == members.map { !$0.1.isEmpty })
        }
    }

    @Test func streamsGiveTheSame() {
        for (kind, bytes) in [(ContainerKind.zip, Zip.archive(Self.members)), (.tar, Tar.archive(Self.members))] {
            let listing = Listing.ofStream(kind, bytes)
            #expect(listing.error == nil && listing.names == Self.members.map(\.0))
            for (name, content) in Self.members { #expect(listing.contents[name] == content) }
        }
    }

    @Test func aCompressedFileHasOneMember() {
        let listing = Listing.of(.gzip, Gzip.file(Self.long), path: "folder/x.txt.gz")
        #expect(listing.names == ["x.txt"] && listing.contents["x.txt"] == Self.long && listing.error == nil)
        #expect(listing.members.first?.size == nil)
        // Whether it is a container again is for the caller to see.
        let nested = Listing.of(.gzip, Gzip.file(Gzip.file([1, 2])))
        #expect(nested.contents["data"] == Gzip.file([1, 2]))
        let two = Listing.of(.gzip, Gzip.file([1, 2]) + Gzip.file([3]))
        #expect(two.contents["data"] == [1, 2, 3])
    }

    @Test func linksAndFoldersHaveNoContent() {
        let bytes =
            Tar.header(name: "folder/", size: 0, type: "5") + Tar.header(name: "l", size: 0, type: "2", link: "../x")
            + Tar.header(name: "h", size: 0, type: "1", link: "/etc/x") + Tar.archive([("k", [1])])
        let listing = Listing.of(.tar, bytes)
        #expect(listing.names == ["folder/", "l", "h", "k"])
        #expect(listing.members.map(\.isFolder) == [true, false, false, false])
        #expect(
            listing.members.map { $0.linkTarget.map { String(decoding: $0, as: UTF8.self) } } == [
                nil, "../x", "/etc/x", nil,
            ])
        #expect(listing.members.map(\.hasContent) == [false, false, false, true])
    }

    /// Names are bytes: in UTF-8 where the archive says so, and as they stand elsewhere.
    @Test func namesAreKept() {
        let names: [([UInt8], Int)] = [
            (Array("../../up".utf8), 0), (Array("/etc/x".utf8), 0), (Array("C:x".utf8), 0),
            ([0xFF, 0x61], 0), ([0xFE, 0x61], 0), (Array("caf\u{E9}".utf8), 0x800), (Array("\u{65E5}".utf8), 0),
        ]
        var zip = Zip()
        for (name, flags) in names { zip.add(name, [1], flags: flags) }
        #expect(Listing.of(.zip, zip.archive).members.map(\.name.bytes) == names.map(\.0))
    }

    @Test func whatStandsBehindTheEndOfATarIsRead() {
        let listing = Listing.of(.tar, Tar.archive([("a", [1])]) + Tar.archive([("b", [2])]))
        #expect(listing.names == ["a", "b"])
    }

    @Test func aZipBehindOtherBytesIsRead() {
        let listing = Listing.of(.zip, Array("#!/bin/sh\nexit\n".utf8) + Self.long + Zip.archive([("k", [5])]))
        #expect(listing.names == ["k"] && listing.contents["k"] == [5])
    }

    /// A hole of a sparse member is stepped over, and reads as zeros.
    @Test func holesAreToldAndReadAsZeros() throws {
        let bytes = Zip.archive([("k", [1, 2, 3])])
        let reader = try ContainerReader(.zip, MemoryBytes(bytes, isWhole: true), path: RawPath("z"))
        let member = try #require(try reader.next())
        let content = MemberBytes(member, of: reader, budget: ContainerBudget(ContainerLimits(), fileSize: 10))
        #expect(content.nextData(from: 1) == 1 && content.size == 3)
        #expect(content.nextData(from: 3) == 3)
    }
}
