import PCRE2
import Rules

/// The rejecters of one worker, each made when its rule has its first candidate.
struct RuleRejecters: ~Copyable {
    private static let none: Int32 = -1
    private static let notMade: Int32 = -2

    private let rules: CompiledRuleSet
    private var rejecters: [Rejecter] = []

    /// For each rule the position of its rejecter, or one of the above.
    private var positions: [Int32]

    init(_ rules: CompiledRuleSet) {
        self.rules = rules
        positions = Array(repeating: Self.notMade, count: rules.traits.count)
    }

    /// False only if no match of the rule begins at `offset`: see `Rejecter.mayMatch`. True for rules without rejecter.
    mutating func mayMatch(_ rule: RuleIndex, _ text: Span<UInt8>, window: Range<Int>, at offset: Int) -> Bool {
        var position = positions[Int(rule.rawValue)]
        if position == Self.notMade {
            position = make(rule)
            positions[Int(rule.rawValue)] = position
        }
        return position < 0 || rejecters[Int(position)].mayMatch(text, window: window, at: offset)
    }

    private mutating func make(_ rule: RuleIndex) -> Int32 {
        guard let rejecter = rules.makeRejecter(rule) else { return Self.none }
        rejecters.append(rejecter)
        return Int32(rejecters.count - 1)
    }
}
