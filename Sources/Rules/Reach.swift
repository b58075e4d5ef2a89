/// How far around an anchor a rule's verdict may depend on the bytes: the law of locality in numbers.
///
/// For an anchor at `start..<end` the scanner hands the pattern the window
/// `start - before ..< end + after`, clamped to the blob, and nothing else.
public struct Reach: Hashable, Sendable {
    /// The largest allowed value of `before` and of `after`, in bytes.
    public static let maximum = 65_536

    /// Bytes before the anchor's first byte.
    public let before: Int
    /// Bytes after the anchor's last byte.
    public let after: Int

    /// - Precondition: both lie in `0...Reach.maximum`.
    public init(before: Int, after: Int) {
        precondition((0...Self.maximum).contains(before), "reach before out of range")
        precondition((0...Self.maximum).contains(after), "reach after out of range")
        self.before = before
        self.after = after
    }

    /// The window around `anchor` in a blob of `count` bytes (byte offsets, half-open).
    ///
    /// - Precondition: `anchor` lies in `0..<count`.
    public func window(around anchor: Range<Int>, in count: Int) -> Range<Int> {
        precondition(anchor.lowerBound >= 0 && anchor.upperBound <= count, "anchor outside the blob")
        let lower = anchor.lowerBound > before ? anchor.lowerBound - before : 0
        let upper = count - anchor.upperBound > after ? anchor.upperBound + after : count
        return lower..<upper
    }
}
