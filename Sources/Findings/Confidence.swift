/// How sure a finding is, from low to high.
public enum Confidence: String, Hashable, Sendable, CaseIterable, Comparable {
    case low, medium, high

    /// The lowest score of this level.
    public var floor: Float {
        switch self {
        case .low: 0.2
        case .medium: 0.6
        case .high: 0.85
        }
    }

    /// The level of a score from 0 to 1, or `nil` below the floor of `low`.
    public init?(score: Float) {
        guard let level = Confidence.allCases.last(where: { score >= $0.floor }) else { return nil }
        self = level
    }

    public static func < (left: Confidence, right: Confidence) -> Bool {
        left.floor < right.floor
    }
}
