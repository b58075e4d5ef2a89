import Rules

/// How far from a change in a blob a rule's verdict can depend on it: what may be taken over from one version of a
/// file to the next follows from that.
///
/// Most rules look at a few bytes in front of their anchors and some more behind them. They are **near**: what they say
/// of an anchor holds in every version in which the bytes around it are unchanged. Some read further, a few of them
/// keys of many kilobytes. They are **far**: each of their candidates, which are fewer, is looked at by itself.
///
/// There are two margins. Literals need a narrow one. Runs of bytes, and names, of which the value behind them says
/// whether they count, need a **wide** one: a run must be there as a whole.
struct VersionReach: Sendable {
    /// Bytes in front of an anchor, and from its first byte on, that must be unchanged.
    struct Margin: Hashable, Sendable {
        var before = 0
        var after = 0

        /// Whether rules that need so much are near by this one.
        func covers(_ other: Margin) -> Bool { other.before <= before && other.after <= after }

        mutating func grow(to other: Margin) {
            before = max(before, other.before)
            after = max(after, other.after)
        }
    }

    /// Rules that need no more than this are near, in bytes.
    private static let nearest = (narrow: Margin(before: 32, after: 160), wide: Margin(before: 32, after: 640))

    /// One more byte tells whether a run goes on, and one whether a window begins or ends where the blob does.
    static let border = 2

    private(set) var narrow = Margin()
    private(set) var wide = Margin()

    /// For each rule, whether it is far for anchors of either kind.
    private var isFar: [(narrow: Bool, wide: Bool)] = []

    /// For each rule, whether its literals are names.
    private let isName: [Bool]

    init(_ rules: RuleSet, _ traits: [RuleTraits]) {
        isName = traits.map(\.needsValueRun)
        for (rule, traits) in zip(rules.indices, traits) {
            let longest = rules.longestAnchor(of: rule)
            let own = Margin(
                before: traits.reach.before + Self.border, after: traits.reach.after + longest + Self.border)
            // Whether a name counts cannot wait for later, so names are always near.
            let far = (
                narrow: !Self.nearest.narrow.covers(own),
                wide: !Self.nearest.wide.covers(own) && !traits.needsValueRun
            )
            if !far.narrow { narrow.grow(to: own) }
            if !far.wide, Self.hasWideAnchor(rules.anchors(of: rule), traits) { wide.grow(to: own) }
            wide.grow(to: Margin(before: Self.border, after: longest + Self.border))
            isFar.append(far)
        }
        wide.grow(to: Margin(before: SeamFinder.before, after: EncodedRun.long + Self.border))
        narrow.grow(to: Margin(before: Self.border, after: SeamFinder.behindPrefix + Self.border))
        // What is searched for literals is searched for the others too.
        wide.grow(to: narrow)
    }

    /// Whether an anchor needs the wide margin.
    func isWide(_ rule: RuleIndex, isLiteral: Bool) -> Bool { !isLiteral || isName[Int(rule.rawValue)] }

    func isFar(_ candidate: Candidate) -> Bool { isFar(candidate.rule, isLiteral: candidate.isLiteral) }

    func isFar(_ rule: RuleIndex, isLiteral: Bool) -> Bool {
        let far = isFar[Int(rule.rawValue)]
        return isWide(rule, isLiteral: isLiteral) ? far.wide : far.narrow
    }

    private static func hasWideAnchor(_ anchors: [Anchor], _ traits: RuleTraits) -> Bool {
        traits.needsValueRun || anchors.contains { if case .classRun = $0 { true } else { false } }
    }
}
