/// What the prefilter looks for on behalf of a rule.
///
/// A rule is tried only where one of its anchors is, so every match of a rule must contain an anchor.
public enum Anchor: Hashable, Sendable {
    /// The longest anchor that a rule may have, in bytes.
    public static let maximumLength = 1_024

    /// The fewest bytes of a literal: shorter ones are everywhere.
    public static let shortestLiteral = 3

    /// The fewest bytes of a class run.
    public static let shortestRun = 2

    /// These bytes. `ignoresCase` is about the ASCII letters only.
    case literal([UInt8], ignoresCase: Bool)

    /// A maximal run: as many neighbouring bytes of the class as there are,
    /// neither extensible to the left nor to the right. Its length in bytes lies in `length`.
    case classRun(ByteClass, length: ClosedRange<Int>)

    /// The fewest bytes that the anchor can cover.
    public var minimumLength: Int {
        switch self {
        case .literal(let bytes, _): bytes.count
        case .classRun(_, let length): length.lowerBound
        }
    }

    /// The most bytes that the anchor can cover.
    public var maximumLength: Int {
        switch self {
        case .literal(let bytes, _): bytes.count
        case .classRun(_, let length): length.upperBound
        }
    }
}
