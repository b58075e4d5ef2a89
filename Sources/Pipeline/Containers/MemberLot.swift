import Blobs
import Containers
import Scanning

/// Members of containers whose bytes are all at hand, and which begin as nothing that can be opened.
struct MemberLot: Sendable {
    struct Member: Sendable {
        let place: BlobPlace

        /// The part of a mail message that it is, or lies in.
        let origin: MailOrigin?

        /// Where its bytes are among those of the lot.
        let range: Range<Int>
    }

    /// What the members have come to.
    struct Outcome: Sendable {
        var report = BlobReport()

        /// How many of them were not examined to their end.
        var skipped = 0

        mutating func merge(_ other: Outcome) {
            report.absorb(other.report)
            skipped += other.skipped
        }
    }

    /// Bytes of the largest member: one that fills a lot by itself.
    static let largestMember = 4 << 20

    /// Bytes and members from which on a lot is full: enough that handing it over costs next to nothing.
    private static let fullSize = 256 * 1024
    private static let fullCount = 256

    private(set) var members: [Member] = []
    private(set) var bytes: [UInt8] = []

    var isFull: Bool { bytes.count >= Self.fullSize || members.count >= Self.fullCount }

    /// Forgets the members, and keeps the memory.
    mutating func removeAll() {
        members.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    mutating func append(_ content: MemoryBytes, at place: BlobPlace, origin: MailOrigin?) {
        let start = bytes.count
        content.append(to: &bytes)
        members.append(Member(place: place, origin: origin, range: start..<bytes.count))
    }
}
