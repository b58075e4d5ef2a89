import Blobs
import Findings
import Rules

/// The matches of one blob on their way to findings: overlaps resolved, parts joined, places hashed.
///
/// It holds matches only as long as later ones could change what becomes of them, so that a blob of any size needs
/// bounded memory beyond its findings.
struct MatchLedger {
    private struct OrdinalKey: Hashable {
        let rule: String
        let line: Place.Line
    }

    /// Matches are settled in lots of at least this many, so that sorting and joining cost little.
    private static let lot = 4096

    private let rules: CompiledRuleSet
    private let threshold: Confidence
    private let reportsImpossible: Bool
    private let now: Int

    /// How far the ends of two matches can be apart if one can change what becomes of the other, the length of the
    /// matches between them left out: twice the widest composite (a partner's own choice of partner), and the text that
    /// goes into the place hash.
    private let spacing: Int

    private var pending: [PendingMatch] = []
    private var ordinals: [OrdinalKey: Int] = [:]

    init(_ rules: CompiledRuleSet, threshold: Confidence, reportsImpossible: Bool, now: Int) {
        self.rules = rules
        self.threshold = threshold
        self.reportsImpossible = reportsImpossible
        self.now = now
        let widest = rules.rules.composites.map(\.distance.bytes).max() ?? 0
        spacing = 2 * widest + 4 * (SegmentContext.excerpt + 1)
    }

    mutating func add(_ match: PendingMatch) {
        pending.append(match)
    }

    /// Hands on every match that no later one can change.
    ///
    /// - Parameters:
    ///   - frontier: no match still to come begins before this offset; `nil` at the end of the blob.
    ///   - provenance: where the blob comes from; asked for only when something is handed on.
    mutating func settle(before frontier: Int?, of provenance: () -> Provenance, into report: inout BlobReport) {
        guard frontier == nil ? !pending.isEmpty : pending.count >= Self.lot else { return }
        pending.sort(by: PendingMatch.isOrderedBefore)
        dropRepeats()
        let survives = OverlapResolver.survivors(of: pending)
        let joiner = CompositeJoiner(pending, survives: survives, composites: rules.rules.composites)
        let end = settledEnd(before: frontier)
        let builder = FindingBuilder(rules: rules, provenance: provenance(), now: now, matches: pending)
        for index in pending.indices where pending[index].bytes.upperBound <= end && !pending[index].isSettled {
            pending[index].isSettled = true
            noteSpelling(index, into: &report)
            guard survives[index] else {
                guard pending[index].judgement.disposition != .publicHalf else { continue }
                report.unreported.append(Secret(pending[index].secretText))
                continue
            }
            emit(index, joiner: joiner, builder: builder, into: &report)
        }
        forget(before: end)
        if frontier == nil { ordinals.removeAll(keepingCapacity: true) }
    }

    /// Keeps one of those that are the same: two segments may both have found what crosses a seam of each.
    private mutating func dropRepeats() {
        guard zip(pending, pending.dropFirst()).contains(where: { $0.isRepeat(of: $1) }) else { return }
        var kept: [PendingMatch] = []
        for match in pending {
            guard let last = kept.last, match.isRepeat(of: last) else {
                kept.append(match)
                continue
            }
            // What has been handed on must not be again.
            if match.isSettled { kept[kept.count - 1] = match }
        }
        pending = kept
    }

    /// A secret that is spelt in another encoding is masked in that spelling too, whatever becomes of it.
    private func noteSpelling(_ index: Int, into report: inout BlobReport) {
        guard let spelling = pending[index].spelling, pending[index].judgement.disposition != .publicHalf else {
            return
        }
        report.unreported.append(Secret(spelling))
    }

    private mutating func emit(
        _ index: Int, joiner: CompositeJoiner, builder: FindingBuilder, into report: inout BlobReport
    ) {
        let match = pending[index]
        let join = joiner.joins[index]
        if join == nil, isTold(index, asPartnerIn: joiner, by: builder) {
            // Told as the other half of its composite; still to be masked by itself.
            report.unreported.append(Secret(match.secretText))
            return
        }
        if match.judgement.verdict == .impossible, !reportsImpossible {
            report.dropped.impossible += 1
            report.unreported.append(Secret(match.secretText))
            return
        }
        let disposition = disposition(of: index, join: join)
        guard disposition != .publicHalf else {
            if let half = builder.publicHalf(index) { report.publicHalves.insert(half) }
            return
        }
        guard disposition == .report else {
            let example = DropCounts.Example(
                path: builder.provenance.path, line: match.start.line, column: match.start.column,
                rule: rules.rules.id(of: match.rule))
            report.dropped.recognise(disposition, at: example)
            return
        }
        let score = builder.score(of: match, join: join)
        guard match.judgement.verdict == .impossible || score >= Confidence.low.floor else {
            report.unreported.append(Secret(match.secretText))
            return
        }
        let finding = builder.finding(index, join: join, score: score) { rule, line in
            let key = OrdinalKey(rule: rule.id, line: line)
            defer { ordinals[key, default: 0] += 1 }
            return ordinals[key, default: 0]
        }
        if finding.secret.reveal() != match.secretText { report.unreported.append(Secret(match.secretText)) }
        if match.judgement.verdict == .impossible || score >= threshold.floor {
            report.findings.append(finding)
        } else {
            report.dropped.belowConfidence += 1
            report.unreported.append(finding.secret)
        }
    }

    /// Whether the match is the other half of a composite that is reported, so that it need not be told by itself.
    private func isTold(_ index: Int, asPartnerIn joiner: CompositeJoiner, by builder: FindingBuilder) -> Bool {
        joiner.primaries[index].contains { primary in
            guard let join = joiner.joins[primary] else { return false }
            return builder.score(of: pending[primary], join: join) >= threshold.floor
                || disposition(of: primary, join: join) != .report
        }
    }

    /// What becomes of a match: a canary's id makes the secret beside it a canary too.
    private func disposition(of index: Int, join: CompositeJoiner.Join?) -> Disposition {
        let partners = join?.partners ?? []
        if partners.contains(where: { pending[$0.match].judgement.disposition == .canary }) { return .canary }
        return pending[index].judgement.disposition
    }

    /// How far a match can influence another now, in bytes of the blob.
    private var influence: Int {
        spacing + (pending.lazy.map(\.bytes.count).max() ?? 0)
    }

    /// The end of the last group of overlapping matches that lies far enough before the frontier.
    private func settledEnd(before frontier: Int?) -> Int {
        guard let frontier else { return .max }
        return lastGroupEnd(atOrBefore: frontier - influence)
    }

    /// Drops settled groups that are too far back to matter to what is not settled yet.
    private mutating func forget(before end: Int) {
        guard end != .max else {
            pending.removeAll(keepingCapacity: true)
            return
        }
        // A long match that is not settled yet may have begun well before `end`.
        let firstOpen = pending.first { !$0.isSettled }?.bytes.lowerBound ?? end
        let limit = lastGroupEnd(atOrBefore: min(end, firstOpen) - influence)
        pending.removeAll { $0.bytes.upperBound <= limit }
    }

    private func lastGroupEnd(atOrBefore limit: Int) -> Int {
        var settled = Int.min
        var groupEnd = Int.min
        for match in pending {
            if match.bytes.lowerBound >= groupEnd, groupEnd <= limit { settled = max(settled, groupEnd) }
            if match.bytes.lowerBound >= limit { return settled }
            groupEnd = max(groupEnd, match.bytes.upperBound)
        }
        return groupEnd <= limit ? max(settled, groupEnd) : settled
    }
}
