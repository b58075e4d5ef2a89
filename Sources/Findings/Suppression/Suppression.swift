/// Why a finding does not count: somebody has judged it and let it be.
public struct Suppression: Hashable, Sendable {
    /// Who says so.
    public enum Kind: String, Hashable, Sendable, CaseIterable, Comparable {
        /// A comment beside the secret.
        case inline
        /// An entry of the baseline.
        case baseline

        public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    public let kind: Kind

    /// The comment's mark, such as `keyhound:allow`; `nil` for an entry of a baseline.
    public let mark: String?

    /// Why, in the words of whoever judged it. It stems from scanned content or from a file: not masked, not cut.
    public let reason: String?

    /// Who answers for it.
    public let owner: String?

    /// The last day on which it holds, such as `2027-01-31`.
    public let expires: String?

    public init(kind: Kind, mark: String? = nil, reason: String?, owner: String? = nil, expires: String? = nil) {
        self.kind = kind
        self.mark = mark
        self.reason = reason
        self.owner = owner
        self.expires = expires
    }
}
