import Blobs
import Findings
import Rules
import Scoring

/// A match that owns what it needs, waiting until everything that could change it has been seen.
struct PendingMatch {
    let rule: RuleIndex

    /// The secret's bytes in the innermost undecoded unit, half-open.
    let bytes: Range<Int>
    let start: Location.Point
    let end: Location.Point

    /// The secret as it stands in the (decoded) text.
    let secretText: [UInt8]

    /// What the whole pattern took.
    let matchText: [UInt8]

    /// The secret's line around it, see `LineExcerpt`.
    let excerpt: [UInt8]
    let prefixLength: Int
    let judgement: Judgement

    /// The text that it was found in.
    let view: TextView

    /// Whether it has been handed on, and stays only because it may matter to others.
    var isSettled = false

    /// The order of a blob: by place, then by rule, then by text.
    static func isOrderedBefore(_ left: PendingMatch, _ right: PendingMatch) -> Bool {
        (left.bytes.lowerBound, left.bytes.upperBound, left.rule, left.view.rank, -left.prefixLength)
            < (right.bytes.lowerBound, right.bytes.upperBound, right.rule, right.view.rank, -right.prefixLength)
    }

    /// Which of two matches that overlap says more about the bytes that they share.
    func outranks(_ other: PendingMatch) -> Bool {
        if rank != other.rank { return rank > other.rank }
        if judgement.score != other.judgement.score { return judgement.score > other.judgement.score }
        if judgement.pairedScore != other.judgement.pairedScore {
            return judgement.pairedScore > other.judgement.pairedScore
        }
        if view.rank != other.view.rank { return view.rank < other.view.rank }
        return PendingMatch.isOrderedBefore(self, other)
    }

    private var rank: Int {
        if judgement.disposition != .report { return 2 }
        switch judgement.verdict {
        case .proven: return 2
        case .plausible: return 1
        case .impossible: return 0
        }
    }
}
