import Scoring

/// A comment beside a secret which says that it may stay.
///
/// Keyhound's own marks are `keyhound:allow REASON` on a line of the secret and `keyhound:allow-next-line REASON` on
/// the line in front of it. Those of other tools are understood as their documentation has them. A mark is a word of
/// its own, in whatever syntax a comment has; what follows it on the line is the reason.
struct AllowComment: Hashable {
    /// How far from the secret a comment may be, in bytes on either side.
    static let distance = 512

    /// The longest reason that is kept, in bytes.
    private static let longestReason = 256

    /// Such as `keyhound:allow`.
    let mark: String
    let reason: [UInt8]

    /// Whether it counts: Keyhound's own must say why.
    var counts: Bool { !reason.isEmpty || !mark.hasPrefix("keyhound") }

    private struct Mark {
        let name: String
        let bytes: [UInt8]

        /// Whether it speaks of the line behind its own.
        let isForNextLine: Bool

        init(_ name: String, nextLine: Bool = false) {
            (self.name, bytes, isForNextLine) = (name, Array(name.utf8), nextLine)
        }
    }

    /// No mark is a prefix of one further down.
    private static let marks = [
        Mark("keyhound:allow-next-line", nextLine: true), Mark("keyhound:allow"),
        Mark("gitleaks:allow"), Mark("betterleaks:allow"), Mark("trufflehog:ignore"),
        Mark("kingfisher:allow"), Mark("kingfisher:ignore"),
        Mark("pragma: allowlist nextline secret", nextLine: true), Mark("pragma: allowlist secret"),
        Mark("pragma: whitelist secret"), Mark("ggignore"),
    ]

    /// The comment that speaks of the secret, the first one if there are several.
    ///
    /// - Complexity: O(1): no more than `distance` bytes on either side are looked at.
    static func find(around secret: Range<Int>, in text: Span<UInt8>) -> AllowComment? {
        let first = max(0, secret.lowerBound - distance)
        let last = min(text.count, secret.upperBound + distance)
        var lineStart = secret.lowerBound
        while lineStart > first, !text[lineStart - 1].isLineEnd { lineStart -= 1 }
        var lineEnd = secret.upperBound
        while lineEnd < last, !text[lineEnd].isLineEnd { lineEnd += 1 }
        if let comment = find(in: lineStart..<secret.lowerBound, of: text, isLineBefore: false) { return comment }
        if let comment = find(in: secret.upperBound..<lineEnd, of: text, isLineBefore: false) { return comment }
        guard let before = lineBefore(lineStart, first: first, in: text) else { return nil }
        return find(in: before, of: text, isLineBefore: true)
    }

    /// The line in front of the one that begins at `start`, as far as it is near enough.
    private static func lineBefore(_ start: Int, first: Int, in text: Span<UInt8>) -> Range<Int>? {
        guard start > first, text[start - 1].isLineEnd else { return nil }
        var end = start - 1
        if end > first, text[end] == LineEndCounter.feed, text[end - 1] == LineEndCounter.return { end -= 1 }
        var begin = end
        while begin > first, !text[begin - 1].isLineEnd { begin -= 1 }
        return begin..<end
    }

    private static func find(in range: Range<Int>, of text: Span<UInt8>, isLineBefore: Bool) -> AllowComment? {
        let isFirst = isFirst
        for position in range where isFirst[Int(text[position])] {
            for mark in marks where mark.isForNextLine == isLineBefore {
                let end = position + mark.bytes.count
                guard end <= range.upperBound, text.holds(mark.bytes, at: position),
                    position == 0 || !isWordByte(text[position - 1]),
                    end == text.count || !isWordByte(text[end])
                else { continue }
                return AllowComment(mark: mark.name, reason: reason(in: end..<range.upperBound, of: text))
            }
        }
        return nil
    }

    /// What stands behind a mark, up to the end of the comment, without the signs around it.
    private static func reason(in range: Range<Int>, of text: Span<UInt8>) -> [UInt8] {
        var (start, end) = (range.lowerBound, min(range.upperBound, range.lowerBound + longestReason))
        for position in range where position < end && ends.contains(where: { text.holds($0, at: position) }) {
            end = position
        }
        while start < end, text[start].isBlank || signs.contains(text[start]) { start += 1 }
        while end > start, text[end - 1].isBlank || closers.contains(text[end - 1]) { end -= 1 }
        return Array(text, range: start..<end)
    }

    private static let ends = ["*/", "-->", "#}", "%>", "--%>"].map { Array($0.utf8) }
    private static let signs = Array(":-=,;(*/#>".utf8)
    private static let closers = Array("*/->#}%\"'`,;".utf8)

    /// For each byte whether a mark begins with it: every byte around a match is looked at.
    private static let isFirst = marks.reduce(into: [Bool](repeating: false, count: 256)) { table, mark in
        table[Int(mark.bytes[0])] = true
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
}
