/// Gives the places of ranges of one text, asked for in ascending order, relative to where it began.
struct Locator {
    /// What lies between the start and the place that was reached.
    private var way = TextStretch()

    /// The index of that place in the text.
    private var position: Int

    /// - Parameter position: the index in the text of the start of all ways.
    init(at position: Int) {
        self.position = position
    }

    /// - Precondition: `range` does not start before the range asked for last.
    mutating func places(of range: Range<Int>, in text: Span<UInt8>) -> (start: RelativePlace, end: RelativePlace) {
        // A match may take in a byte order mark, which the way begins behind of.
        let start = max(position, range.lowerBound)
        way.append(TextStretch(text.extracting(position..<start)))
        position = start
        let end = max(start, range.upperBound)
        var wayToEnd = way
        wayToEnd.append(TextStretch(text.extracting(start..<end)))
        return (
            RelativePlace(way: way, isBeforeFeed: Self.isFeed(start, in: text)),
            RelativePlace(way: wayToEnd, isBeforeFeed: Self.isFeed(end, in: text))
        )
    }

    private static func isFeed(_ index: Int, in text: Span<UInt8>) -> Bool {
        index < text.count && text[index] == LineEndCounter.feed
    }
}
