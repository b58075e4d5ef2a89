import Blobs
import Testing

@testable import Containers

@Suite struct HostileTests {
    static let content = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) }

    @Test func anEncryptedMemberIsSaid() {
        var zip = Zip()
        zip.add(Array("open".utf8), [1])
        zip.add(Array("closed".utf8), Self.content, flags: 1)
        let listing = Listing.of(.zip, zip.archive)
        #expect(listing.members.map(\.isEncrypted) == [false, true])
        #expect(listing.contents["open"] == [1])
        #expect(listing.failures["closed"] == .container(.encrypted))
    }

    @Test func aWrongChecksumIsSaidAndTheBytesAreKept() throws {
        var zip = Zip()
        zip.add(Array("a".utf8), Self.content, checksum: 1)
        zip.add(Array("b".utf8), [2])
        let listing = Listing.of(.zip, zip.archive)
        #expect(listing.contents["a"] == Self.content && listing.contents["b"] == [2])
        guard case .container(.damaged) = listing.failures["a"] else {
            Issue.record("\(listing.failures)")
            return
        }
        #expect(listing.failures["b"] == nil)
    }

    @Test func anUnknownMethodIsSaid() {
        var zip = Zip()
        zip.add(Array("a".utf8), Self.content, method: 77)
        guard case .container(.unsupported) = Listing.of(.zip, zip.archive).failures["a"] else {
            Issue.record("not said")
            return
        }
    }

    @Test func withoutADirectoryMembersAreStillFound() {
        var zip = Zip()
        zip.add(Array("a".utf8), Self.content)
        zip.add(Array("b".utf8), [2])
        let listing = Listing.of(.zip, zip.body)
        #expect(listing.contents["a"] == Self.content && listing.contents["b"] == [2])
        guard case .truncated = listing.error else {
            Issue.record("\(String(describing: listing.error))")
            return
        }
    }

    /// Whatever is cut off, what stands in front is read, and the cut is told.
    @Test func everyCutOfATarIsTold() {
        let bytes = Tar.member("a", Self.content) + Tar.member("b", Self.content)
        for length in stride(from: 600, to: bytes.count, by: 611) {
            let listing = Listing.of(.tar, Array(bytes[..<length]))
            let isTold = listing.error != nil || !listing.failures.isEmpty
            let whole = Tar.member("a", Self.content).count
            #expect(isTold || length == whole, "\(length)")
            if length >= whole { #expect(listing.contents["a"] == Self.content) }
        }
    }

    @Test func everyCutOfAGzipIsTold() {
        let bytes = Gzip.file(Self.content)
        for length in stride(from: 20, to: bytes.count - 8, by: 97) {
            let listing = Listing.of(.gzip, Array(bytes[..<length]))
            let told = listing.failures["data"] ?? listing.error.map { .container($0) }
            guard case .container(.truncated) = told else {
                Issue.record("\(length): \(String(describing: told))")
                return
            }
            #expect(Self.content.starts(with: listing.contents["data"] ?? []))
        }
    }

    /// Bytes that are changed at random end in an error or in members, never in anything else.
    @Test func noiseIsSurvived() {
        var random = SystemRandomNumberGenerator()
        let members = [("a", Self.content), ("b", [1, 2, 3])]
        let files: [(ContainerKind, [UInt8])] = [
            (.zip, Zip.archive(members)), (.tar, Tar.archive(members)), (.gzip, Gzip.file(Self.content)),
        ]
        for (kind, bytes) in files {
            for _ in 0..<60 {
                var changed = bytes
                for _ in 0..<Int.random(in: 1...20, using: &random) {
                    changed[Int.random(in: changed.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
                }
                let limits = ContainerLimits(expandedBytes: 1 << 20)
                #expect(Listing.of(kind, changed, limits: limits).members.count < 1000)
            }
        }
    }

    /// Bytes of other formats, or none, are no container of any kind.
    @Test(arguments: ContainerKind.allCases) func garbageIsNoContainer(_ kind: ContainerKind) {
        for bytes in [[], [0], Self.content, [UInt8](repeating: 0, count: 70_000)] {
            let listing = Listing.of(kind, bytes)
            #expect(listing.members.count <= 1, "\(kind)")
        }
    }

    @Test func aSourceThatFailsIsTold() {
        final class Failing: ContainerSource {
            let size: Int? = 100_000
            let canSeek = false
            let failure: SourceFailure? = .system(5, offset: 0)
            func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ByteSourceError) -> Int {
                throw ByteSourceError(offset: offset, errorNumber: 5)
            }
        }
        for kind in [ContainerKind.zip, .tar, .gzip] {
            let listing = Listing(kind, Failing())
            #expect(listing.error == .source || listing.failures["data"] == .container(.source))
        }
    }
}
