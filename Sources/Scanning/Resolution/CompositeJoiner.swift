import Blobs
import Findings
import Rules

/// Joins matches that stand near each other into composites, from the list of matches alone.
struct CompositeJoiner {
    /// A composite that a match is the primary part of.
    struct Join {
        /// The position of the composite in the rule set.
        let composite: Int

        /// The other parts, in the composite's order: which role, and which match.
        let partners: [(role: Int, match: Int)]
    }

    /// For each match, the composite that it is the primary part of; `nil` for most.
    private(set) var joins: [Join?]

    /// For each match, the primary matches that it is the other half of.
    private(set) var primaries: [[Int]]

    /// Joins the matches that survive.
    ///
    /// A primary match takes the nearest partner for each role, the earlier one where two are equally near. A partner
    /// can serve several primaries. Whoever plays a part must be fit to be reported as one.
    ///
    /// - Parameters:
    ///   - matches: in order of place.
    ///   - survives: whether each still counts.
    init(_ matches: [PendingMatch], survives: [Bool], composites: [CompositeTraits]) {
        joins = Array(repeating: nil, count: matches.count)
        primaries = Array(repeating: [], count: matches.count)
        for (position, composite) in composites.enumerated() {
            let players = composite.parts.map { rules in
                matches.indices.filter { Self.canPlay(matches[$0], survives: survives[$0], rules: rules) }
            }
            guard players.allSatisfy({ !$0.isEmpty }) else { continue }
            for primary in players[composite.primary] where joins[primary] == nil {
                join(primary, of: composite, at: position, players: players, matches: matches)
            }
        }
    }

    private mutating func join(
        _ primary: Int, of composite: CompositeTraits, at position: Int, players: [[Int]], matches: [PendingMatch]
    ) {
        var partners: [(role: Int, match: Int)] = []
        for role in composite.parts.indices where role != composite.primary {
            guard
                let partner = Self.nearest(
                    to: primary, among: players[role], matches: matches, distance: composite.distance)
            else { return }
            partners.append((role, partner))
        }
        joins[primary] = Join(composite: position, partners: partners)
        for partner in partners { primaries[partner.match].append(primary) }
    }

    private static func canPlay(_ match: PendingMatch, survives: Bool, rules: [RuleIndex]) -> Bool {
        survives && match.judgement.verdict != .impossible
            && match.judgement.disposition != .documentationExample
            && match.judgement.pairedScore >= Confidence.low.floor && rules.contains(match.rule)
    }

    /// Complexity: O(log n) and the number of candidates within the distance.
    private static func nearest(
        to primary: Int, among candidates: [Int], matches: [PendingMatch], distance: CompositeDistance
    ) -> Int? {
        let place = matches[primary].bytes
        var best: (gap: Int, match: Int)?
        func consider(_ candidate: Int) {
            let gap = CompositeDistance.gap(between: place, and: matches[candidate].bytes)
            guard candidate != primary, gap <= distance.bytes,
                isWithin(lines: distance.lines, matches[primary], matches[candidate])
            else { return }
            if best.map({ (gap, candidate) < ($0.gap, $0.match) }) ?? true { best = (gap, candidate) }
        }
        let split = candidates.partitioningIndex { matches[$0].bytes.lowerBound >= place.lowerBound }
        for candidate in candidates[split...] {
            if matches[candidate].bytes.lowerBound - place.upperBound > distance.bytes { break }
            consider(candidate)
        }
        // Ends are ordered like starts here: matches that survive do not overlap.
        for candidate in candidates[..<split].reversed() {
            if place.lowerBound - matches[candidate].bytes.upperBound > distance.bytes { break }
            consider(candidate)
        }
        return best?.match
    }

    private static func isWithin(lines: Int?, _ left: PendingMatch, _ right: PendingMatch) -> Bool {
        guard let lines else { return true }
        let (first, second) = left.start.line <= right.start.line ? (left, right) : (right, left)
        return second.start.line - first.end.line <= lines
    }
}
