import LiteralSearch
import Rules
import Synchronization

/// All anchors of a rule set, and the rules that stand behind each.
final class AnchorIndex: Sendable {
    /// The literals that count wherever they stand.
    let literals: LiteralIndex

    private let runs: AnchorSearcher<ClassRunSearcher, NaiveClassRunSearcher>
    private let rulesOfRuns: [[RuleIndex]]

    private let rules: RuleSet

    /// The rules of which the literals count in front of a value only, and the index of these literals once somebody
    /// has needed it.
    private let namedRules: [RuleIndex]
    private let nameIndex = Mutex<LiteralIndex?>(nil)
    private let prefilter: Prefilter

    /// How far in front of a value a name may begin, in bytes; 0 if no rule asks for values.
    let valueDistance: Int

    /// The number among the runs of those that may be values, or long pieces of tokens.
    private let valueRun: Int

    /// The number among the runs of the first kind of those that may be encoded text; the other kinds follow.
    private let firstEncodedRun: Int

    /// Whether a class run may take in a zero byte.
    let runsMayHoldZero: Bool

    /// - Parameter traits: those of all rules, in their order.
    init(_ rules: RuleSet, traits: [RuleTraits], prefilter: Prefilter) {
        var literals = LiteralList()
        var namedRules: [RuleIndex] = []
        var runs: [ClassRun: [RuleIndex]] = [:]
        var runOrder: [ClassRun] = []
        var distance = 0
        for (rule, traits) in zip(rules.indices, traits) {
            if traits.needsValueRun {
                distance = max(distance, traits.reach.after - RuleTraits.valueRun.seen)
                namedRules.append(rule)
                continue
            }
            for anchor in rules.anchors(of: rule) {
                switch anchor {
                case .literal(let bytes, let ignoresCase):
                    literals.add(Literal(bytes, ignoresCase: ignoresCase), of: rule)
                case .classRun(let byteClass, let length):
                    let run = ClassRun(ByteSet(byteClass), length: length)
                    if runs[run] == nil { runOrder.append(run) }
                    runs[run, default: []].append(rule)
                }
            }
        }
        valueRun = runOrder.count
        valueDistance = distance
        runOrder.append(
            ClassRun(ByteSet(ByteClass.alphanumeric), length: RuleTraits.valueRun.shortest...Int(UInt32.max)))
        firstEncodedRun = runOrder.count
        runOrder += EncodedRun.Kind.allCases.map(EncodedRun.classRun)
        if let kernel = prefilter.kernel {
            self.runs = .fast(ClassRunSearcher(runOrder, kernel: kernel))
        } else {
            self.runs = .naive(NaiveClassRunSearcher(runOrder))
        }
        self.literals = LiteralIndex(literals, prefilter: prefilter)
        self.prefilter = prefilter
        self.rules = rules
        self.namedRules = namedRules
        rulesOfRuns = runOrder.prefix(firstEncodedRun).map { runs[$0] ?? [] }
        runsMayHoldZero = runOrder.contains { $0.members.contains(0) }
    }

    /// The index of the literals that count in front of values only. Made once, when first asked for.
    func names() -> LiteralIndex {
        nameIndex.withLock { index in
            if let index { return index }
            var names = LiteralList()
            for rule in namedRules {
                for case .literal(let bytes, let ignoresCase) in rules.anchors(of: rule) {
                    names.add(Literal(bytes, ignoresCase: ignoresCase), of: rule)
                }
            }
            let made = LiteralIndex(names, prefilter: prefilter)
            index = made
            return made
        }
    }

    /// Whether a class run may be the value of a named rule, or a long piece of a token.
    func isValue(_ hit: ClassRunHit) -> Bool { hit.index == valueRun }

    /// What a class run is if it may be encoded text; `nil` for others.
    func encodedRun(_ hit: ClassRunHit) -> EncodedRun? {
        guard hit.index >= firstEncodedRun else { return nil }
        return EncodedRun.Kind(rawValue: hit.index - firstEncodedRun).map { EncodedRun(kind: $0, range: hit.range) }
    }

    /// Appends every class run that starts in `starts`.
    func searchRuns(_ text: Span<UInt8>, starts: Range<Int>, into hits: inout ClassRunHits) {
        switch runs {
        case .fast(let searcher): searcher.search(text, starts: starts, into: &hits)
        case .naive(let searcher): searcher.search(text, starts: starts, into: &hits)
        }
    }

    func rules(ofRun index: Int) -> [RuleIndex] { rulesOfRuns[index] }
}

extension ByteSet {
    fileprivate init(_ byteClass: ByteClass) { self.init((0...UInt8.max).filter(byteClass.contains)) }
}
