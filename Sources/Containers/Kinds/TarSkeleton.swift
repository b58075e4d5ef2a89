import Blobs

/// Tells in a tar archive, front to back, what members hold from what belongs to the archive alone: headers, their
/// extensions, what fills blocks up, and whatever stands behind the end.
///
/// Where in doubt, bytes belong to the archive: of a member behind an extended header, which may state another size, of
/// kinds other than plain files, and from a header on that is none.
public struct TarSkeleton {
    private enum Part {
        /// What stands where a header should, as far as it was seen.
        case header

        /// Bytes of a member, and what fills its last block up.
        case content(left: Int, filler: Int)

        /// Bytes that belong to the archive.
        case kept(left: Int)

        /// An extended header that holds for all members to come.
        case global(left: Int)
    }

    private static let blockSize = 512

    private var part = Part.header

    /// The header in hand, or the extended one.
    private var header: [UInt8] = []

    /// Whether the size of the next member is not to be relied on, or that of any.
    private var keepsNext = false
    private var keepsAll = false

    public init() {}

    /// Bytes that follow of the member in hand.
    public var contentLeft: Int {
        if case .content(let left, _) = part { left } else { 0 }
    }

    /// Goes over bytes of the member in hand, at most `contentLeft`.
    public mutating func skip(_ count: Int) {
        guard case .content(let left, let filler) = part else { return }
        part = left == count ? .kept(left: filler) : .content(left: left - count, filler: filler)
        endIfDone()
    }

    /// Takes the bytes that follow, and puts zeros in place of those of members.
    public mutating func clear(_ bytes: inout MutableSpan<UInt8>) {
        var place = 0
        while place < bytes.count {
            let rest = bytes.count - place
            switch part {
            case .header:
                let count = min(rest, Self.blockSize - header.count)
                header.append(copying: bytes.span.extracting(place..<place + count))
                place += count
                if header.count == Self.blockSize { endHeader() }
            case .content(let left, _):
                let count = min(rest, left)
                var content = bytes._mutatingExtracting(place..<place + count)
                content.update(repeating: 0)
                place += count
                skip(count)
            case .kept(let left):
                let count = min(rest, left)
                place += count
                part = .kept(left: left - count)
                endIfDone()
            case .global(let left):
                let count = min(rest, left)
                header.append(copying: bytes.span.extracting(place..<place + count))
                place += count
                part = .global(left: left - count)
                endIfDone()
            }
        }
    }

    /// The longest extended header that is looked into.
    private static let longestGlobal = 1 << 20

    private mutating func endHeader() {
        defer { header.removeAll(keepingCapacity: true) }
        guard TarHeader.isOne(header.span), let size = TarHeader.size(header.span) else { return }
        let filler = (Self.blockSize - size % Self.blockSize) % Self.blockSize
        switch header[156] {
        case 0, UInt8(ascii: "0"), UInt8(ascii: "7"):
            part = keepsNext || keepsAll ? .kept(left: size + filler) : .content(left: size, filler: filler)
            keepsNext = false
        case UInt8(ascii: "1")...UInt8(ascii: "6"):
            // Links, devices and folders.
            break
        case UInt8(ascii: "g") where size <= Self.longestGlobal:
            part = .global(left: size + filler)
        case UInt8(ascii: "g"):
            keepsAll = true
            part = .kept(left: size + filler)
        case UInt8(ascii: "L"), UInt8(ascii: "K"):
            part = .kept(left: size + filler)
        default:
            // An extended header, or a kind of member whose content may go on elsewhere.
            keepsNext = true
            part = .kept(left: size + filler)
        }
        endIfDone()
    }

    private mutating func endIfDone() {
        switch part {
        case .header: return
        case .content(left: 0, let filler) where filler > 0: part = .kept(left: filler)
        case .content(left: 0, _), .kept(left: 0): part = .header
        case .global(left: 0):
            keepsAll = keepsAll || header.firstRange(of: Array("size=".utf8)) != nil
            header.removeAll(keepingCapacity: true)
            part = .header
        case .content, .kept, .global: return
        }
    }
}
