/// Finds links in a text that a mail gateway has rewritten, and gathers what they led to.
struct LinkFinder {
    /// The longest link that is looked at.
    private static let longest = 16 * 1024

    /// A place in a text: how much of `://` was seen, and the link behind it.
    private struct Track {
        var seen = 0
        var link: [UInt8] = []
        var isCandidate = false
    }

    /// One link a line.
    var found = ByteBuffer()
    private var main = Track()
    private var other = Track()

    mutating func reset() {
        found.removeAll()
        main = Track()
        other = Track()
    }

    /// Looks through the next bytes of one of two texts.
    ///
    /// - Complexity: O(n).
    mutating func find(_ bytes: Span<UInt8>, _ range: Range<Int>, inOther: Bool = false) {
        var track = inOther ? other : main
        if inOther { other = Track() } else { main = Track() }
        scan(bytes, range, &track)
        if inOther { other = track } else { main = track }
    }

    /// Ends the texts.
    mutating func finish() {
        for track in [main, other] {
            var track = track
            end(&track)
        }
    }

    private mutating func scan(_ bytes: Span<UInt8>, _ range: Range<Int>, _ track: inout Track) {
        var index = range.lowerBound
        while index < range.upperBound {
            if track.seen == 0 {
                index = bytes.firstIndex(of: 0x3A, in: index..<range.upperBound)
                guard index < range.upperBound else { return }
                track.seen = 1
                index += 1
                continue
            }
            let byte = bytes[index]
            if track.seen < 3 {
                guard byte == 0x2F else {
                    track.seen = 0
                    continue
                }
                track.seen += 1
                index += 1
                if track.seen == 3 {
                    track.link.removeAll(keepingCapacity: true)
                    track.isCandidate = false
                }
                continue
            }
            if byte <= 0x20 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x60 {
                end(&track)
                continue
            }
            track.link.append(byte)
            index += 1
            if !track.isCandidate, byte == 0x2F || byte == 0x3F || track.link.count > 128 {
                track.isCandidate = RewrittenLink.isHost(track.link)
                if !track.isCandidate { track.seen = 0 }
            }
            if track.link.count > Self.longest { track.seen = 0 }
        }
    }

    private mutating func end(_ track: inout Track) {
        if track.seen == 3, track.isCandidate, let target = RewrittenLink.target(of: track.link) {
            found.append(target)
            found.append(0x0A)
        }
        track.seen = 0
    }
}
