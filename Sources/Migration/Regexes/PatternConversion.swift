import PCRE2
import Rules

/// The pattern of another scanner, and what a rule of ours needs beside it: anchors, reach, the group of the secret.
struct PatternConversion {
    /// PCRE2 source.
    let source: String
    let node: RegexNode
    let pattern: Pattern
    let anchors: [Anchor]
    let startsAtAnchor: Bool
    let reach: Reach
    /// With as much in front of the anchor as a match may have: for anchors in the middle of each other's matches.
    let wideReach: Reach
    /// Whether a group, called `RegexSource.secretName`, holds the secret.
    let hasSecretGroup: Bool
    /// Whether the anchor stands in front of the group that holds the secret: it is a name, and not a part of it.
    let isNamed: Bool
    /// What is not quite as it was, for the notes.
    private(set) var remarks: [String]

    /// A lookaround of one byte, and a line feed before the end of the text.
    private static let margin = 2

    /// - Parameter keywords: texts of which one stands in every file with a match, in any case.
    /// - Throws: `RegexError` if the pattern is not understood, or has nothing that could be an anchor.
    init(
        _ text: String, dialect: RegexDialect, group: SecretGroup, keywords: [String] = []
    ) throws(RegexError) {
        let parsed = try RegexParser.parse(text, dialect: dialect)
        let marked = try SecretMarker(parsed.node, group: group)
        var tree = marked.node
        if !marked.isWholeMatch { tree = Self.withoutIdleLead(tree) }
        let lead = RequiredTexts(of: tree).best.map { $0.startsMatch ? 0 : $0.item } ?? 0
        let bounded = try Self.bounded(tree, lead: lead)
        (node, source, pattern) = (bounded.node, bounded.source, bounded.pattern)
        let longest = node.maximumLength() ?? RepeatBounds.longestMatch
        hasSecretGroup = !marked.isWholeMatch
        remarks = parsed.remarks + marked.remarks
        if bounded.isTight { remarks.append("endless repeats have low bounds: longer secrets are cut or missed") }

        let found = Self.anchors(of: node, source: source, keywords: keywords)
        guard let found else {
            throw RegexError("the pattern requires no text of \(Anchor.shortestLiteral) bytes, which an anchor needs")
        }
        anchors = found.anchors
        let place = node.items.firstIndex(where: \.hasSecret)
        isNamed = hasSecretGroup && place.map { $0 > found.item } ?? false
        startsAtAnchor = found.before == 0
        let shortest = anchors.map(\.minimumLength).min() ?? 0
        let after = min(max(0, longest - shortest) + Self.margin, Reach.maximum)
        reach = Reach(before: min((found.before ?? longest) + Self.margin, Reach.maximum), after: after)
        wideReach = startsAtAnchor ? reach : Reach(before: min(longest + Self.margin, Reach.maximum), after: after)
    }

    /// Of what stands in front of an anchor each byte is tried as a start.
    private static let longestBefore = 4_096

    private typealias Bounded = (node: RegexNode, source: String, pattern: Pattern, isTight: Bool)

    /// The tree with the highest bounds that the reach and PCRE2 allow.
    private static func bounded(_ tree: RegexNode, lead: Int) throws(RegexError) -> Bounded {
        for shift in RepeatBounds.shifts {
            guard let node = RepeatBounds.bounded(tree, shift: shift, lead: lead),
                RequiredTexts(of: node).best?.before ?? 0 <= longestBefore
            else { continue }
            let source = RegexSource.text(of: node)
            do {
                let pattern = try Pattern(source, jit: .never)
                guard !pattern.canMatchEmpty else { throw RegexError("the pattern can match the empty text") }
                return (node, source, pattern, shift >= RepeatBounds.tightShift)
            } catch let error as RegexError {
                throw error
            } catch PatternError.tooLarge {
                continue
            } catch {
                throw RegexError("\(error)")
            }
        }
        throw RegexError("matches may be longer than \(RepeatBounds.longestMatch) bytes, or the pattern is too large")
    }

    /// Without what may stand in front of a match and need not, as long as the secret lies behind it: the match then
    /// begins at its anchor.
    private static func withoutIdleLead(_ node: RegexNode) -> RegexNode {
        var items = node.items
        var position = 0
        while position < items.count {
            if case .mode = items[position] {
                position += 1
            } else if case .repeated(let item, minimum: 0, _, _) = items[position], !item.hasCapture {
                items.remove(at: position)
            } else {
                break
            }
        }
        return position < items.count ? .sequence(items) : node
    }

    private static func anchors(
        of node: RegexNode, source: String, keywords: [String]
    ) -> (anchors: [Anchor], before: Int?, item: Int)? {
        if let best = RequiredTexts(of: node).best { return (best.anchors, best.before, best.item) }
        if !keywords.isEmpty, let facts = PatternFacts(source: source) {
            let texts = keywords.map { Array($0.lowercased().utf8) }
            if texts.allSatisfy({ $0.count >= Anchor.shortestLiteral }),
                !facts.canAvoid(texts.map { PatternFacts.Literal($0, ignoresCase: true) }, atStart: false)
            {
                return (texts.map { .literal($0, ignoresCase: true) }, nil, 0)
            }
        }
        return RequiredRun(of: node).map { ([$0.anchor], max($0.before, 1), Int.max) }
    }
}

extension RegexNode {
    /// Whether a group of the tree holds the secret.
    fileprivate var hasSecret: Bool { captures.contains { $0.name == RegexSource.secretName } }
}
