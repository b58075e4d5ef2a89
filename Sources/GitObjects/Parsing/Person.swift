/// Who wrote a commit or a tag, and when: `Name <address> seconds zone`.
///
/// Histories hold every kind of broken line, and a line is never refused: what is not there is empty, or 0.
public struct Person: Hashable, Sendable {
    /// In no particular encoding, as it is stored, without the spaces around it.
    public let name: [UInt8]

    /// What stands between `<` and `>`.
    public let email: [UInt8]

    /// Seconds since 1970, UTC. 0 also when there is no time, or none that fits.
    public let seconds: Int

    /// Minutes east of UTC.
    public let timezoneMinutes: Int

    public init(name: [UInt8], email: [UInt8], seconds: Int, timezoneMinutes: Int) {
        self.name = name
        self.email = email
        self.seconds = seconds
        self.timezoneMinutes = timezoneMinutes
    }

    /// What stands for a header that is missing.
    static let unknown = Person(name: [], email: [], seconds: 0, timezoneMinutes: 0)

    /// - Parameter range: the bytes of the header's value. It is inside of the content.
    ///
    /// Complexity: O(n) in the length of the range.
    init(_ content: Span<UInt8>, in range: Range<Int>) {
        let open = range.first { content[$0] == UInt8(ascii: "<") } ?? range.upperBound
        let close = (open..<range.upperBound).first { content[$0] == UInt8(ascii: ">") } ?? range.upperBound
        // An address may hold a `>` too many: the time is behind the last one.
        let last = (close..<range.upperBound).last { content[$0] == UInt8(ascii: ">") } ?? range.upperBound
        name = Self.trimmed(content, range.lowerBound..<open)
        email = Self.trimmed(content, min(open + 1, close)..<close)
        (seconds, timezoneMinutes) = Self.time(content, min(last + 1, range.upperBound)..<range.upperBound)
    }

    private static func trimmed(_ content: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
        guard let first = range.first(where: { content[$0] > UInt8(ascii: " ") }),
            let last = range.last(where: { content[$0] > UInt8(ascii: " ") })
        else { return [] }
        return (first...last).map { content[$0] }
    }

    static func time(_ content: Span<UInt8>, _ range: Range<Int>) -> (seconds: Int, minutes: Int) {
        var position = range.lowerBound
        guard let seconds = number(content, from: &position, to: range.upperBound) else { return (0, 0) }
        // Hours and minutes in one decimal number. A larger one is no zone.
        guard let zone = number(content, from: &position, to: range.upperBound), abs(zone) < 100_000 else {
            return (seconds, 0)
        }
        return (seconds, zone / 100 * 60 + zone % 100)
    }

    /// A decimal number with or without a sign, behind spaces; `nil` when there is none, or it does not fit.
    private static func number(_ content: Span<UInt8>, from position: inout Int, to end: Int) -> Int? {
        while position < end, content[position] == UInt8(ascii: " ") { position += 1 }
        var isNegative = false
        if position < end, content[position] == UInt8(ascii: "-") || content[position] == UInt8(ascii: "+") {
            isNegative = content[position] == UInt8(ascii: "-")
            position += 1
        }
        var value = 0
        let start = position
        while position < end, case let digit = content[position] &- UInt8(ascii: "0"), digit < 10 {
            let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, isTooLargeNow) = tens.addingReportingOverflow(Int(digit))
            guard !isTooLarge, !isTooLargeNow else { return nil }
            value = sum
            position += 1
        }
        guard position > start else { return nil }
        return isNegative ? -value : value
    }
}
