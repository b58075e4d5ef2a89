import Blobs

/// The multiparts and messages that are open, outermost first.
struct LevelStack {
    /// Levels at most; what is nested deeper is given as it is.
    static let limit = 100

    /// The longest boundary that is taken for one. RFC 2046 allows 70 bytes.
    static let longestBoundary = 1000

    private(set) var levels: [MailLevel] = []

    /// The messages that are open, outermost first, and for each those around it.
    private(set) var messages: [(message: MailMessage, enclosing: [MailMessage])] = []

    /// A bit for each length that an open boundary has, modulo 64.
    private var lengths: UInt64 = 0

    var isFull: Bool { levels.count >= Self.limit }
    var isEmpty: Bool { levels.isEmpty }
    var hasMultipart: Bool { lengths != 0 }
    var last: MailLevel? { levels.last }

    /// The innermost message.
    var message: MailMessage { messages.last?.message ?? MailMessage() }
    var enclosing: [MailMessage] { messages.last?.enclosing ?? [] }

    mutating func push(_ level: MailLevel) {
        levels.append(level)
        if level.isMultipart { lengths |= 1 << UInt64(level.boundary.count & 63) }
    }

    mutating func push(message: MailMessage, outside: [MailMessage]) {
        let enclosing = messages.last.map { $0.enclosing + [$0.message] } ?? outside
        messages.append((message, enclosing))
    }

    mutating func replaceMessage(_ message: MailMessage) {
        guard let last = messages.popLast() else { return }
        messages.append((message, last.enclosing))
    }

    /// Closes levels, so that so many stay.
    mutating func cut(to count: Int) {
        guard levels.count > count else { return }
        while levels.count > count {
            if let level = levels.popLast(), !level.isMultipart, messages.count > 1 { messages.removeLast() }
        }
        lengths = 0
        for level in levels where level.isMultipart { lengths |= 1 << UInt64(level.boundary.count & 63) }
    }

    mutating func countChild() -> Int {
        guard let index = levels.indices.last else { return 1 }
        levels[index].childCount += 1
        return levels[index].childCount
    }

    /// The innermost multipart of which a line is a boundary.
    ///
    /// - Parameter line: from behind the two hyphens to the end, without blanks and line breaks there.
    /// - Complexity: O(n) in the length of the line, and O(1) for the open boundaries.
    func match(_ bytes: Span<UInt8>, _ line: Range<Int>) -> (level: Int, closes: Bool)? {
        guard lengths != 0, line.count <= Self.longestBoundary + 2, !line.isEmpty else { return nil }
        let count = line.count
        let whole = lengths >> UInt64(count & 63) & 1 == 1
        let closing =
            count > 2 && bytes[line.upperBound - 1] == 0x2D && bytes[line.upperBound - 2] == 0x2D
            && lengths >> UInt64((count - 2) & 63) & 1 == 1
        guard whole || closing else { return nil }
        let shorter = line.lowerBound..<line.lowerBound + max(0, count - 2)
        let shortHash = BoundaryHash.of(bytes, shorter)
        var longHash = shortHash
        for index in shorter.upperBound..<line.upperBound { longHash = BoundaryHash.adding(bytes[index], to: longHash) }
        for index in levels.indices.reversed() {
            if whole, levels[index].hash == longHash, isEqual(bytes, line, levels[index].boundary) {
                return (index, false)
            }
            if closing, levels[index].hash == shortHash, isEqual(bytes, shorter, levels[index].boundary) {
                return (index, true)
            }
        }
        return nil
    }

    private func isEqual(_ bytes: Span<UInt8>, _ range: Range<Int>, _ boundary: [UInt8]) -> Bool {
        guard range.count == boundary.count, !boundary.isEmpty else { return false }
        for index in 0..<boundary.count where bytes[range.lowerBound + index] != boundary[index] { return false }
        return true
    }
}
