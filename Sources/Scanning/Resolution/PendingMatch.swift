import Findings
import Rules
import Scoring

/// A match that knows its lines, waiting until everything that could change it has been seen.
struct PendingMatch {
    private let found: FoundMatch
    let start: Location.Point
    let end: Location.Point

    /// Whether it has been handed on, and stays only because it may matter to others.
    var isSettled = false

    init(_ found: FoundMatch, start: Location.Point, end: Location.Point) {
        self.found = found
        self.start = start
        self.end = end
    }

    var rule: RuleIndex { found.rule }
    var bytes: Range<Int> { found.bytes }
    var secretText: [UInt8] { found.secretText }
    var spelling: [UInt8]? { found.spelling }
    var matchText: [UInt8] { found.matchText }
    var excerpt: [UInt8] { found.excerpt }
    var allowed: AllowComment? { found.allowed?.value }
    var prefixLength: Int { found.prefixLength }
    var judgement: Judgement { found.judgement }
    var view: TextView { found.view }

    /// The order of a blob: by place, then by rule, then by text.
    static func isOrderedBefore(_ left: PendingMatch, _ right: PendingMatch) -> Bool {
        (left.bytes.lowerBound, left.bytes.upperBound, left.rule, left.view.rank, -left.prefixLength)
            < (right.bytes.lowerBound, right.bytes.upperBound, right.rule, right.view.rank, -right.prefixLength)
    }

    /// Whether both are one match.
    func isRepeat(of other: PendingMatch) -> Bool {
        bytes == other.bytes && rule == other.rule && view == other.view && prefixLength == other.prefixLength
            && secretText == other.secretText && matchText == other.matchText
    }

    /// Which of two matches that overlap says more about the bytes that they share.
    func outranks(_ other: PendingMatch) -> Bool {
        if rank != other.rank { return rank > other.rank }
        if isLikely != other.isLikely { return isLikely }
        if found.specificity != other.found.specificity { return found.specificity > other.found.specificity }
        if judgement.score != other.judgement.score { return judgement.score > other.judgement.score }
        if judgement.pairedScore != other.judgement.pairedScore {
            return judgement.pairedScore > other.judgement.pairedScore
        }
        if view.rank != other.view.rank { return view.rank < other.view.rank }
        return PendingMatch.isOrderedBefore(self, other)
    }

    private var isLikely: Bool { judgement.score >= Confidence.medium.floor }

    private var rank: Int {
        if judgement.disposition != .report { return 2 }
        switch judgement.verdict {
        case .proven: return 2
        case .plausible: return 1
        case .impossible: return 0
        }
    }
}
