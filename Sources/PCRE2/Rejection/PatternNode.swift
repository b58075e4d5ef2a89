/// What a pattern matches, or more: the tree that `PatternParser` makes of a source.
///
/// `bytes` is exact. Everything else may match more than the pattern does: possessive, lazy and atomic repeats are
/// plain ones, groups have no number, and of a lookaround only what it says about one byte is left, unless it is a
/// lookahead that asks for more than all that stands behind it.
indirect enum PatternNode: Sendable, Hashable {
    case empty

    /// Any text at all, and whatever follows is not known: a reference to a group.
    case anything

    /// One byte of a set.
    case bytes(ByteMask)

    /// Matches no byte: the next one, or the end of the text, is as said.
    case ahead(EdgeCondition)

    /// Matches no byte: what follows begins as the node says, whatever else is said of it.
    case aheadText(PatternNode)

    /// Matches no byte: the one before, or the start of the text, is as said.
    case behind(EdgeCondition)

    /// Matches no byte: one of these texts, each two bytes or longer, or one byte as said, stands before.
    case behindText([[ByteMask]], orByte: EdgeCondition)

    case sequence([PatternNode])
    case choice([PatternNode])

    /// `maximum` is nil if there is none.
    case repeated(PatternNode, minimum: Int, maximum: Int?)
}

extension PatternNode {
    /// Lengths are not counted beyond this: no window is longer.
    static let longestLength = 1 << 24

    /// The fewest bytes that a match may have, or fewer.
    var minimumLength: Int {
        switch self {
        case .empty, .anything, .ahead, .aheadText, .behind, .behindText: 0
        case .bytes: 1
        case .sequence(let items):
            items.reduce(0) { min($0 + $1.minimumLength, Self.longestLength) }
        case .choice(let items):
            items.reduce(Self.longestLength) { min($0, $1.minimumLength) }
        case .repeated(let item, let minimum, _):
            minimum == 0 ? 0 : min(item.minimumLength * minimum, Self.longestLength)
        }
    }

    /// What stands at the start of a text that this node matches, if `next` stands behind it.
    func lead(before next: EdgeCondition) -> EdgeCondition {
        switch self {
        case .empty, .behind, .behindText: next
        case .anything: .anything
        case .bytes(let mask): EdgeCondition(bytes: mask, allowsEdge: false)
        case .ahead(let condition): next.intersection(condition)
        case .aheadText(let node): next.intersection(node.lead(before: .anything))
        case .sequence(let items): items.reversed().reduce(next) { $1.lead(before: $0) }
        case .choice(let items): items.reduce(.nothing) { $0.union($1.lead(before: next)) }
        case .repeated(_, _, maximum: 0): next
        // What follows an item that matches nothing may be the same item again.
        case .repeated(let item, minimum: 0, _): next.union(item.lead(before: .anything))
        case .repeated(let item, _, _): item.lead(before: .anything)
        }
    }

    /// What stands at the end of a text that this node matches, if `previous` stands before it.
    func trail(after previous: EdgeCondition) -> EdgeCondition {
        switch self {
        case .empty, .ahead, .aheadText, .behindText: previous
        case .anything: .anything
        case .bytes(let mask): EdgeCondition(bytes: mask, allowsEdge: false)
        case .behind(let condition): previous.intersection(condition)
        case .sequence(let items): items.reduce(previous) { $1.trail(after: $0) }
        case .choice(let items): items.reduce(.nothing) { $0.union($1.trail(after: previous)) }
        case .repeated(_, _, maximum: 0): previous
        case .repeated(let item, minimum: 0, _): previous.union(item.trail(after: .anything))
        case .repeated(let item, _, _): item.trail(after: .anything)
        }
    }

    /// Bytes each of which is a match by itself, wherever it stands. Others may be too.
    var certainBytes: ByteMask {
        switch self {
        case .bytes(let mask): mask
        case .choice(let items): items.reduce(.none) { $0.union($1.certainBytes) }
        case .repeated(let item, minimum: 1, _): item.certainBytes
        default: .none
        }
    }

    /// All texts that this node matches, byte by byte. Nil if that is too much to say.
    var fixedTexts: [[ByteMask]]? {
        switch self {
        case .empty, .ahead, .aheadText, .behind, .behindText: return [[]]
        case .bytes(let mask): return [[mask]]
        case .anything: return nil
        case .sequence(let items): return Self.product(items)
        case .choice(let items):
            var texts: [[ByteMask]] = []
            for item in items {
                guard let more = item.fixedTexts, texts.count + more.count <= Self.mostTexts else { return nil }
                texts += more
            }
            return texts
        case .repeated(let item, let minimum, let maximum):
            guard minimum == maximum, minimum <= Self.longestText else { return nil }
            return Self.product(Array(repeating: item, count: minimum))
        }
    }

    private static let mostTexts = 16
    private static let longestText = 16

    private static func product(_ items: [PatternNode]) -> [[ByteMask]]? {
        var texts: [[ByteMask]] = [[]]
        for item in items {
            guard let tails = item.fixedTexts, texts.count * tails.count <= mostTexts else { return nil }
            texts = texts.flatMap { text in tails.map { text + $0 } }
            guard texts.allSatisfy({ $0.count <= longestText }) else { return nil }
        }
        return texts
    }
}
