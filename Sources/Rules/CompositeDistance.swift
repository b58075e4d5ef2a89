/// How near the parts of a composite must stand to its primary part.
public struct CompositeDistance: Hashable, Sendable {
    /// The largest allowed value of `bytes` and of `lines`.
    public static let maximum = 65_536

    /// The most bytes that may lie between two matches: from the end of the earlier to the start of the later.
    /// Matches that overlap are 0 bytes apart.
    public let bytes: Int
    /// The most line breaks that may lie between them; `nil` if only bytes count.
    public let lines: Int?

    /// - Precondition: `bytes`, and `lines` if there, lie in `0...CompositeDistance.maximum`.
    public init(bytes: Int, lines: Int? = nil) {
        precondition((0...Self.maximum).contains(bytes), "distance in bytes out of range")
        if let lines {
            precondition((0...Self.maximum).contains(lines), "distance in lines out of range")
        }
        self.bytes = bytes
        self.lines = lines
    }

    /// The bytes that lie between two matches; 0 if they touch or overlap.
    public static func gap(between left: Range<Int>, and right: Range<Int>) -> Int {
        max(0, max(left.lowerBound, right.lowerBound) - min(left.upperBound, right.upperBound))
    }
}
