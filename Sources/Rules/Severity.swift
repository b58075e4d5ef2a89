/// How bad it is if the secret is real and someone else reads it.
///
/// Severity says nothing about how sure we are; that is the rule's confidence.
public enum Severity: String, CaseIterable, Comparable, Sendable {
    case low, medium, high, critical

    public static func < (left: Severity, right: Severity) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        case .critical: 3
        }
    }
}
