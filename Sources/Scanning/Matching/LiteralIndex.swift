import LiteralSearch
import Rules

/// The literals of some rules, searched for in one go, and the rules that stand behind each.
final class LiteralIndex: Sendable {
    private let searcher: AnchorSearcher<LiteralSearcher, NaiveLiteralSearcher>

    /// The rules behind all literals, and where those of a literal begin; one more entry than literals.
    private let allRules: [RuleIndex]
    private let firstRule: [UInt32]
    private let lengths: [UInt16]

    /// - Complexity: O(n) in the number of literals, some microseconds for each.
    init(_ literals: LiteralList, prefilter: Prefilter) {
        if let kernel = prefilter.kernel {
            searcher = .fast(LiteralSearcher(literals.order, kernel: kernel))
        } else {
            searcher = .naive(NaiveLiteralSearcher(literals.order))
        }
        allRules = Array(literals.rules.joined())
        firstRule = literals.rules.reduce(into: [0]) { $0.append($0[$0.count - 1] + UInt32($1.count)) }
        lengths = literals.order.map { UInt16($0.bytes.count) }
    }

    /// Replaces `hits` by those of literals that start in `starts`: see `LiteralSearcher.search`.
    func search(
        _ text: Span<UInt8>, starts: Range<Int>, from position: inout Int, into hits: inout LiteralHits
    ) -> Bool {
        switch searcher {
        case .fast(let searcher): searcher.search(text, starts: starts, from: &position, into: &hits)
        case .naive(let searcher): searcher.search(text, starts: starts, from: &position, into: &hits)
        }
    }

    /// Where a literal that was found lies in its text, half-open.
    func range(of hit: LiteralHit) -> Range<Int> {
        hit.offset..<hit.offset + Int(lengths[Int(hit.index)])
    }

    /// The positions in `rule(at:)` of the rules behind a literal.
    func rules(of hit: LiteralHit) -> Range<Int> {
        Int(firstRule[Int(hit.index)])..<Int(firstRule[Int(hit.index) + 1])
    }

    func rule(at position: Int) -> RuleIndex { allRules[position] }
}

/// Literals in the order in which they were met, each once, with their rules.
struct LiteralList: Sendable {
    private(set) var order: [Literal] = []

    /// The rules of each literal of `order`.
    private(set) var rules: [[RuleIndex]] = []
    private var positions: [Literal: Int] = [:]

    mutating func add(_ literal: Literal, of rule: RuleIndex) {
        let position = positions[literal, default: order.count]
        if position == order.count {
            positions[literal] = position
            order.append(literal)
            rules.append([rule])
        } else {
            rules[position].append(rule)
        }
    }
}
