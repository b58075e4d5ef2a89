/// The numbers of a rule that the scanner needs for each candidate: a plain value, read without allocation.
public struct RuleTraits: Hashable, Sendable {
    public var severity: Severity
    public var reach: Reach
    /// The match begins exactly where the anchor begins, so one position is tried and no other.
    public var startsAtAnchor: Bool
    /// The capture group that holds the secret; 0 is the whole match.
    public var secretGroup: Int
    /// Bits per byte that the secret must have at least (`ByteEntropy`); 0 asks for nothing. At most 8.
    ///
    /// Kept to a thousandth, as `confidence` is.
    public var minimumEntropy: Double
    /// The score, 0 to 1, of a match about which no proof says anything.
    public var confidence: Double
    public var proof: Proof
    /// A literal anchor counts only in front of a run of letters and digits that may be the value: such a run is
    /// needed for a match, and begins within the reach.
    public var needsValueRun: Bool

    /// Such a run has at least `shortest` letters and digits, and a digit among its first `seen`.
    public static let valueRun = (shortest: 12, seen: 40)

    public init(
        severity: Severity,
        reach: Reach,
        startsAtAnchor: Bool = false,
        secretGroup: Int = 0,
        minimumEntropy: Double = 0,
        confidence: Double,
        proof: Proof = .none,
        needsValueRun: Bool = false
    ) {
        self.severity = severity
        self.reach = reach
        self.startsAtAnchor = startsAtAnchor
        self.secretGroup = secretGroup
        self.minimumEntropy = minimumEntropy
        self.confidence = confidence
        self.proof = proof
        self.needsValueRun = needsValueRun
    }
}
