/// The position of a rule in its `RuleSet`, from 0.
///
/// An index means nothing in another set: selecting or merging rules moves them.
public struct RuleIndex: Hashable, Comparable, Sendable {
    public let rawValue: UInt16

    public init(_ rawValue: UInt16) {
        self.rawValue = rawValue
    }

    public static func < (left: RuleIndex, right: RuleIndex) -> Bool {
        left.rawValue < right.rawValue
    }
}
