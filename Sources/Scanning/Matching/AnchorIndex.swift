import LiteralSearch
import Rules

/// All anchors of a rule set, searched for in one go, and the rules that stand behind each.
final class AnchorIndex: Sendable {
    private let literals: AnchorSearcher<LiteralSearcher, NaiveLiteralSearcher>
    private let runs: AnchorSearcher<ClassRunSearcher, NaiveClassRunSearcher>

    /// The rules behind all literals, and where those of a literal begin; one more entry than literals.
    private let rulesOfLiterals: [RuleIndex]
    private let firstRuleOfLiteral: [UInt32]
    private let lengthOfLiteral: [UInt16]

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
        if let kernel = prefilter.kernel {
            self.literals = .fast(LiteralSearcher(literalOrder, kernel: kernel))
            self.runs = .fast(ClassRunSearcher(runOrder, kernel: kernel))
        } else {
            self.literals = .naive(NaiveLiteralSearcher(literalOrder))
            self.runs = .naive(NaiveClassRunSearcher(runOrder))
        }
        let groups = literalOrder.map { literals[$0] ?? [] }
        rulesOfLiterals = Array(groups.joined())
        firstRuleOfLiteral = groups.reduce(into: [0]) { $0.append($0[$0.count - 1] + UInt32($1.count)) }
        lengthOfLiteral = literalOrder.map { UInt16($0.bytes.count) }
        rulesOfRuns = runOrder.map { runs[$0] ?? [] }
        longestAnchor = longest
        runsMayHoldZero = runOrder.contains { $0.members.contains(0) }
    }

    /// Replaces `hits` by those of literals that start in `starts`: see `LiteralSearcher.search`.
    func searchLiterals(
        _ text: Span<UInt8>, starts: Range<Int>, from position: inout Int, into hits: inout LiteralHits
    ) -> Bool {
        switch literals {
        case .fast(let searcher): searcher.search(text, starts: starts, from: &position, into: &hits)
        case .naive(let searcher): searcher.search(text, starts: starts, from: &position, into: &hits)
        }
    }

    /// Appends every class run that starts in `starts`.
    func searchRuns(_ text: Span<UInt8>, starts: Range<Int>, into hits: inout ClassRunHits) {
        switch runs {
        case .fast(let searcher): searcher.search(text, starts: starts, into: &hits)
        case .naive(let searcher): searcher.search(text, starts: starts, into: &hits)
        }
    }

    /// Where a literal that was found lies in its text, half-open.
    func range(of hit: LiteralHit) -> Range<Int> {
        hit.offset..<hit.offset + Int(lengthOfLiteral[Int(hit.index)])
    }

    /// The positions in `rule(at:)` of the rules behind a literal.
    func rules(ofLiteral index: UInt32) -> Range<Int> {
        Int(firstRuleOfLiteral[Int(index)])..<Int(firstRuleOfLiteral[Int(index) + 1])
    }

    func rule(at position: Int) -> RuleIndex { rulesOfLiterals[position] }

    func rules(ofRun index: Int) -> [RuleIndex] { rulesOfRuns[index] }
}
