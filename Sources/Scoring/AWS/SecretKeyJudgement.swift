/// What is thought of one candidate for an AWS secret access key: a plain value.
public struct SecretKeyJudgement: Hashable, Sendable {
    /// The least of the six statistics on their common scale, 0 being the limit beside a
    /// keyword and 64 the limit alone. `Int32.min` if the surroundings rule the candidate out.
    public let margin: Int32

    /// What is held against the candidate where it stands alone; `nil` if it passes.
    public let objection: SecretKeyObjection?

    /// Whether the candidate passes beside a keyword or a key id: 99.97 % of random keys do.
    public let passesBesideKeyword: Bool

    /// Whether only the surroundings speak against the candidate, and only where it stands alone.
    private let isWeaklyRefused: Bool

    /// Whether the candidate passes without any context: 99.4 % of random keys do.
    public var passesAlone: Bool { objection == nil }

    /// The chance, 0…1, that the 40 bytes are random, if 1 in 1,000 such candidates is a key.
    public var scoreAlone: Float { isWeaklyRefused ? 0 : score(SecretKeyTables.scoreAlone) }

    /// The chance, 0…1, that the 40 bytes are random, if every second candidate beside a keyword is a key.
    public var scoreBesideKeyword: Float { score(SecretKeyTables.scoreBesideKeyword) }

    /// A judgement from the statistics; `weakObjection` counts only if they find nothing.
    init(margin: Int32, objection: SecretKeyObjection, weakObjection: SecretKeyObjection?) {
        self.margin = margin
        self.objection = margin < 64 ? objection : weakObjection
        passesBesideKeyword = margin >= 0
        isWeaklyRefused = weakObjection != nil
    }

    /// A judgement from the surroundings, whatever the bytes are.
    init(refusedFor objection: SecretKeyObjection) {
        margin = .min
        self.objection = objection
        passesBesideKeyword = false
        isWeaklyRefused = false
    }

    /// Between the knots of the table, which stand at the margins −64, −32, … 192, in straight lines.
    private func score(_ knots: [Float]) -> Float {
        guard margin > .min else { return 0 }
        let place = Int(max(-64, min(192, margin))) + 64
        let knot = min(place / 32, knots.count - 2)
        return knots[knot] + (knots[knot + 1] - knots[knot]) * Float(place - 32 * knot) / 32
    }
}
