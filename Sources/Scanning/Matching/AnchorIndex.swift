import LiteralSearch
import Rules

/// All anchors of a rule set, searched for in one go, and the rules that stand behind each.
final class AnchorIndex: Sendable {
    private let prefilter: Prefilter
    private let literals: LiteralSearcher
    private let naiveLiterals: NaiveLiteralSearcher
    private let runs: ClassRunSearcher
    private let naiveRuns: NaiveClassRunSearcher

    /// The rules behind each literal, and behind each class run.
    private let rulesOfLiterals: [[RuleIndex]]
    private let rulesOfRuns: [[RuleIndex]]

    /// Bytes of the longest anchor.
    let longestAnchor: Int

    /// Whether a class run may take in a zero byte.
    let runsMayHoldZero: Bool

    init(_ rules: RuleSet, prefilter: Prefilter) {
        var literals: [Literal: [RuleIndex]] = [:]
        var runs: [ClassRun: [RuleIndex]] = [:]
        var literalOrder: [Literal] = []
        var runOrder: [ClassRun] = []
        var longest = 0
        for rule in rules.indices {
            for anchor in rules.anchors(of: rule) {
                longest = max(longest, anchor.maximumLength)
                switch anchor {
                case .literal(let bytes, let ignoresCase):
                    let literal = Literal(bytes, ignoresCase: ignoresCase)
                    if literals[literal] == nil { literalOrder.append(literal) }
                    literals[literal, default: []].append(rule)
                case .classRun(let byteClass, let length):
                    let run = ClassRun(ByteSet((0...UInt8.max).filter(byteClass.contains)), length: length)
                    if runs[run] == nil { runOrder.append(run) }
                    runs[run, default: []].append(rule)
                }
            }
        }
        self.prefilter = prefilter
        self.literals = LiteralSearcher(literalOrder)
        naiveLiterals = NaiveLiteralSearcher(literalOrder)
        self.runs = ClassRunSearcher(runOrder)
        naiveRuns = NaiveClassRunSearcher(runOrder)
        rulesOfLiterals = literalOrder.map { literals[$0] ?? [] }
        rulesOfRuns = runOrder.map { runs[$0] ?? [] }
        longestAnchor = longest
        runsMayHoldZero = runOrder.contains { $0.members.contains(0) }
    }

    /// Appends every literal that starts in `starts`.
    func searchLiterals(_ text: Span<UInt8>, starts: Range<Int>, into hits: inout [AnchorHit]) {
        switch prefilter {
        case .fast: literals.search(text, starts: starts, into: &hits)
        case .naive: naiveLiterals.search(text, starts: starts, into: &hits)
        }
    }

    /// Appends every class run that starts in `starts`.
    func searchRuns(_ text: Span<UInt8>, starts: Range<Int>, into hits: inout [AnchorHit]) {
        switch prefilter {
        case .fast: runs.search(text, starts: starts, into: &hits)
        case .naive: naiveRuns.search(text, starts: starts, into: &hits)
        }
    }

    func rules(ofLiteral index: UInt32) -> [RuleIndex] { rulesOfLiterals[Int(index)] }
    func rules(ofRun index: UInt32) -> [RuleIndex] { rulesOfRuns[Int(index)] }
}
