import Blobs
import Findings
import LiteralSearch
import PCRE2
import Rules
import Scoring

/// Finds and judges the matches of all rules in one text, anchor by anchor.
///
/// For each anchor hit: cut the rule's window out, search it with the rule's pattern, and judge what matched. The
/// pattern sees the window and nothing else, so the result is a pure function of the window's bytes.
struct TextMatcher: ~Copyable {
    /// Bytes of a blob in memory that are searched at once.
    private static let pieceSize = 1 << 20

    private let rules: CompiledRuleSet
    private let now: Int
    private var matcher: Matcher
    private var compiled: [CompiledRule?]
    private var budget: RuleBudget
    private var entropy = ByteEntropy()
    private var rejecters: RuleRejecters
    private var literalHits = LiteralHits()
    private var runHits = ClassRunHits()
    private var valueRuns = ValueRuns()
    private var knownAnchors: AnchorIndex?
    private var names: LiteralIndex?

    /// What holds for versions, once a version has been searched.
    private var knownReach: VersionReach?

    /// What the blob's path says, once somebody has asked.
    private var file: FileKind?

    /// Whether a value of the current blob was judged by the blob's path too.
    private(set) var isPathDependent = false

    /// Notes what becomes of candidates, where somebody has asked.
    var trail: CandidateTrail?

    /// The matches of the last call of `match`, in no particular order. One match may be there several times.
    private(set) var matches: [RawMatch] = []

    /// The candidates since the last call of `match` of rules that look far around their anchors, those left out that
    /// were rejected.
    private(set) var farCandidates: [Candidate] = []

    /// The runs of the last call of `match` that may hold encoded text, in no particular order.
    private(set) var encodedRuns: [EncodedRun] = []

    /// The seams beside what the last call of `match` met, in no particular order. One may be there several times.
    private(set) var seams: [Seam] = []

    /// The rules that did not examine all of the current blob, the first failure of each.
    private(set) var failures: [RuleFailure] = []

    /// For each rule, what it has cost in all blobs so far.
    private(set) var counts: [RuleCounts]

    /// - Parameter now: when the run began, in seconds since 1970.
    init(
        _ rules: CompiledRuleSet, jit: JITPolicy, now: Int, clock: @escaping RuleBudget.Clock
    ) throws(PatternError) {
        self.rules = rules
        self.now = now
        matcher = try Matcher(jit: jit)
        compiled = Array(repeating: nil, count: rules.traits.count)
        budget = RuleBudget(ruleCount: rules.traits.count, clock: clock)
        rejecters = RuleRejecters(rules)
        counts = Array(repeating: RuleCounts(), count: rules.traits.count)
    }

    /// Forgets the blob before.
    ///
    /// - Parameter ignoresPath: whether the blob's path must not matter.
    mutating func beginBlob(ignoresPath: Bool) {
        file = ignoresPath ? .unknown : nil
        isPathDependent = false
        budget.reset()
        failures.removeAll(keepingCapacity: true)
    }

    /// Finds the matches whose anchors start in `core`.
    ///
    /// - Parameters:
    ///   - text: `core` with as many bytes around it as the rules reach, or up to the ends of the blob.
    ///   - origin: the offset of `text` in its blob, for failures only.
    ///   - provenance: where the blob comes from; asked for only when a candidate is judged by its path too.
    mutating func match(_ text: Span<UInt8>, core: Range<Int>, origin: Int, provenance: () -> Provenance) {
        forgetMatches()
        budget.see(bytes: core.count)
        matchLiterals(of: anchors().literals, in: text, starts: core, origin: origin, provenance: provenance)
        matchRuns(in: text, core: core, origin: origin, provenance: provenance)
    }

    /// Does as `match` does, in several places of a blob that is all in memory.
    ///
    /// - Parameters:
    ///   - cores: where literals count that are no names; in order and apart.
    ///   - wideCores: where names and runs count, the same.
    mutating func match(
        _ text: Span<UInt8>, cores: [Range<Int>], wideCores: [Range<Int>], provenance: () -> Provenance
    ) {
        forgetMatches()
        let literals = anchors().literals
        // Piece by piece, so that what is remembered of hits does not grow with the blob.
        for core in cores.lazy.flatMap({ $0.pieces(of: Self.pieceSize) }) {
            budget.see(bytes: core.count)
            matchLiterals(of: literals, in: text, starts: core, origin: 0, provenance: provenance)
        }
        for core in wideCores.lazy.flatMap({ $0.pieces(of: Self.pieceSize) }) {
            matchRuns(in: text, core: core, origin: 0, provenance: provenance)
        }
    }

    /// Finds the matches of class runs that start in `core`, and those of names in front of values.
    private mutating func matchRuns(
        in text: Span<UInt8>, core: Range<Int>, origin: Int, provenance: () -> Provenance
    ) {
        let anchors = anchors()
        // Values of names in the core may begin behind it.
        let last = min(text.count, core.upperBound + anchors.valueDistance)
        runHits.removeAll()
        anchors.searchRuns(text, starts: core.lowerBound..<last, into: &runHits)
        valueRuns.removeAll()
        for index in runHits.found.indices {
            let hit = runHits.found[index]
            if anchors.isValue(hit) {
                if core.contains(hit.range.lowerBound) { SeamFinder.find(around: hit.range, in: text, into: &seams) }
                valueRuns.add(hit.range, in: text, distance: anchors.valueDistance, core: core)
                continue
            }
            guard core.contains(hit.range.lowerBound) else { continue }
            if let run = anchors.encodedRun(hit) {
                if EncodedRunProbe.mayHoldText(run, in: text) { encodedRuns.append(run) }
                continue
            }
            for rule in anchors.rules(ofRun: hit.index) {
                examine(
                    Candidate(rule: rule, anchor: hit.range, isLiteral: false), in: text, origin: origin,
                    provenance: provenance)
            }
        }
        valueRuns.finish()
        guard !valueRuns.stretches.isEmpty else { return }
        let names = names ?? anchors.names()
        self.names = names
        for index in valueRuns.stretches.indices {
            matchLiterals(
                of: names, in: text, starts: valueRuns.stretches[index], origin: origin, provenance: provenance)
        }
    }

    /// What of a blob holds for its versions too. From now on, candidates of far rules are kept.
    mutating func versionReach() -> VersionReach {
        if let knownReach { return knownReach }
        let reach = rules.versionReach()
        knownReach = reach
        return reach
    }

    /// Forgets what was found so far.
    mutating func forgetMatches() {
        matches.removeAll(keepingCapacity: true)
        farCandidates.removeAll(keepingCapacity: true)
        encodedRuns.removeAll(keepingCapacity: true)
        seams.removeAll(keepingCapacity: true)
    }

    /// The runs that may hold encoded text and start in a part of a text, in no particular order.
    mutating func encodedRuns(in text: Span<UInt8>, starts: Range<Int>) -> [EncodedRun] {
        let anchors = anchors()
        runHits.removeAll()
        anchors.searchRuns(text, starts: starts, into: &runHits)
        return runHits.found.compactMap(anchors.encodedRun).filter { EncodedRunProbe.mayHoldText($0, in: text) }
    }

    /// Notes that encoded text was not decoded, since that would cost too much.
    mutating func failDecoding(at offset: Int) {
        failures.note(
            RuleFailure(rule: nil, reason: .decoding, cause: "encoded text not decoded to its end", offset: offset))
    }

    /// Takes a match that is known already.
    mutating func add(_ match: RawMatch) {
        matches.append(match)
    }

    /// Takes over that the blob's path matters.
    mutating func takeOver(isPathDependent other: Bool) {
        isPathDependent = isPathDependent || other
    }

    /// Takes a candidate of a far rule of which it is known what it comes to.
    mutating func add(_ candidate: Candidate) {
        farCandidates.append(candidate)
    }

    /// The anchors of all rules, which are there once there is something to search.
    mutating func anchors() -> AnchorIndex {
        if let knownAnchors { return knownAnchors }
        let anchors = rules.anchors()
        knownAnchors = anchors
        return anchors
    }

    private mutating func matchLiterals(
        of literals: LiteralIndex, in text: Span<UInt8>, starts: Range<Int>, origin: Int,
        provenance: () -> Provenance
    ) {
        var position = starts.lowerBound
        while literals.search(text, starts: starts, from: &position, into: &literalHits) {
            for index in 0..<literalHits.count {
                let hit = literalHits[index]
                let anchor = literals.range(of: hit)
                for place in literals.rules(of: hit) {
                    examine(
                        Candidate(rule: literals.rule(at: place), anchor: anchor, isLiteral: true), in: text,
                        origin: origin, provenance: provenance)
                }
            }
        }
    }

    /// Takes a candidate as far as it gets: most are rejected by the bytes behind their anchor.
    mutating func examine(
        _ candidate: Candidate, in text: Span<UInt8>, origin: Int, provenance: () -> Provenance
    ) {
        let number = Int(candidate.rule.rawValue)
        counts[number].candidates += 1
        let bounds = rules.traits[number].reach.window(around: candidate.anchor, in: text.count)
        guard rejecters.mayMatch(candidate.rule, text, window: bounds, at: candidate.anchor.lowerBound) else {
            trail?.note(candidate, .rejected)
            noteSeam(behind: candidate, in: text)
            return
        }
        guard !budget.isExhausted(candidate.rule) else {
            trail?.note(candidate, .budget)
            return
        }
        if let knownReach, knownReach.isFar(candidate) { farCandidates.append(candidate) }
        search(candidate, in: text, window: bounds, origin: origin, provenance: provenance)
    }

    /// Notes where a credential of known shape begins that may go on in another piece.
    private mutating func noteSeam(behind candidate: Candidate, in text: Span<UInt8>) {
        guard candidate.isLiteral, rules.beginsWithPrefix[Int(candidate.rule.rawValue)],
            let seam = SeamFinder.find(behind: candidate.anchor, in: text)
        else { return }
        seams.append(seam)
    }

    /// Searches a candidate's window, and records what is found.
    private mutating func search(
        _ candidate: Candidate, in text: Span<UInt8>, window bounds: Range<Int>, origin: Int,
        provenance: () -> Provenance
    ) {
        let (rule, anchor) = (candidate.rule, candidate.anchor)
        guard let compiledRule = compiledRule(rule, offset: origin + anchor.lowerBound) else { return }
        let traits = rules.traits[Int(rule.rawValue)]
        let window = text.extracting(bounds)
        let anchorInWindow = anchor.shifted(by: -bounds.lowerBound)
        counts[Int(rule.rawValue)].searches += 1
        let started = budget.begin(rule)
        let found = firstMatch(
            in: window, of: compiledRule.pattern, over: anchorInWindow, startsAtAnchor: traits.startsAtAnchor,
            isAtStart: bounds.lowerBound == 0)
        let isOverTime = budget.end(rule, started: started)
        switch found {
        case .noMatch:
            trail?.note(candidate, .noMatch)
            noteSeam(behind: candidate, in: text)
        case .notExamined(let cause):
            trail?.note(candidate, .notExamined(cause.description))
            budget.fail(rule)
            fail(rule, reason: .ruleLimit, cause: cause.description, offset: origin + anchor.lowerBound)
        case .match:
            counts[Int(rule.rawValue)].matches += 1
            record(
                window, at: bounds.lowerBound, compiledRule: compiledRule, candidate: candidate, traits: traits,
                origin: origin, provenance: provenance)
        }
        if isOverTime {
            fail(
                rule, reason: .ruleBudget, cause: "time budget for this blob used up",
                offset: origin + anchor.lowerBound)
        }
    }

    /// Leaves the leftmost match that starts at or before the anchor and covers it in `matcher`.
    ///
    /// Where the window begins inside the blob, its first bytes are there for lookbehinds only: these would take the
    /// window's edge for the start of the text.
    private mutating func firstMatch(
        in window: Span<UInt8>, of pattern: Pattern, over anchor: Range<Int>, startsAtAnchor: Bool, isAtStart: Bool
    ) -> MatchOutcome {
        var start =
            startsAtAnchor ? anchor.lowerBound : isAtStart ? 0 : min(pattern.maximumLookbehind, anchor.lowerBound)
        while start <= anchor.lowerBound {
            let outcome = matcher.firstMatch(
                of: pattern, in: window, startingAt: start, lastStart: anchor.lowerBound, anchored: startsAtAnchor)
            guard outcome == .match, let match = matcher.range(ofGroup: 0) else { return outcome }
            if match.upperBound >= anchor.upperBound { return .match }
            if startsAtAnchor { return .noMatch }
            start = match.lowerBound + 1
        }
        return .noMatch
    }

    /// Judges the match in `matcher` and keeps it if there is any use for it.
    private mutating func record(
        _ window: Span<UInt8>, at windowOffset: Int, compiledRule: CompiledRule, candidate: Candidate,
        traits: RuleTraits, origin: Int, provenance: () -> Provenance
    ) {
        let rule = candidate.rule
        guard let match = matcher.range(ofGroup: 0), let secret = matcher.range(ofGroup: traits.secretGroup),
            !secret.isEmpty
        else { return }
        let value = window.extracting(secret)
        let place = secret.shifted(by: windowOffset)
        if traits.minimumEntropy > 0 {
            let bits = entropy.bitsPerByte(of: value)
            guard bits >= traits.minimumEntropy else {
                trail?.note(candidate, secret: place, .entropy(Float(bits), minimum: Float(traits.minimumEntropy)))
                return
            }
        }
        for allowed in compiledRule.allowPatterns {
            switch matcher.firstMatch(of: allowed, in: value) {
            case .match:
                trail?.note(candidate, secret: place, .allowed)
                return
            case .noMatch: continue
            case .notExamined(let cause):
                // Not known to be allowed: it stays, and the report says why.
                fail(
                    rule, reason: .ruleLimit, cause: "allow pattern: \(cause)",
                    offset: origin + windowOffset + secret.lowerBound)
            }
        }
        if traits.proof == .assignedValue { isPathDependent = true }
        let judgement = Judge.judge(
            proof: traits.proof, window: window, match: match, secret: secret, confidence: Float(traits.confidence),
            file: traits.proof == .assignedValue ? fileKind(provenance) : .unknown, now: now)
        guard isWorthKeeping(judgement, rule: rule) else {
            trail?.note(candidate, secret: place, .unlikely(judgement.verdict, score: judgement.score))
            return
        }
        counts[Int(rule.rawValue)].kept += 1
        trail?.note(candidate, secret: place, .kept(judgement.verdict, score: judgement.score, judgement.disposition))
        let startsWithPrefix =
            candidate.isLiteral && candidate.anchor.lowerBound == place.lowerBound
            && candidate.anchor.upperBound <= place.upperBound
        matches.append(
            RawMatch(
                rule: rule, anchor: candidate.anchor.lowerBound, isLiteral: candidate.isLiteral,
                match: match.shifted(by: windowOffset), secret: place,
                prefixLength: startsWithPrefix ? candidate.anchor.count : 0, judgement: judgement))
    }

    private mutating func fileKind(_ provenance: () -> Provenance) -> FileKind {
        if let file { return file }
        let kind = FileKind(path: provenance().path.bytes)
        file = kind
        return kind
    }

    private func isWorthKeeping(_ judgement: Judgement, rule: RuleIndex) -> Bool {
        let best = rules.isPart[Int(rule.rawValue)] ? judgement.pairedScore : judgement.score
        return judgement.verdict == .impossible || judgement.disposition != .report || best >= Confidence.low.floor
    }

    private mutating func compiledRule(_ rule: RuleIndex, offset: Int) -> CompiledRule? {
        if let known = compiled[Int(rule.rawValue)] { return known }
        do {
            let made = try rules.compiledRule(rule)
            compiled[Int(rule.rawValue)] = made
            return made
        } catch {
            // Built-in patterns were compiled at build time and users' at load: only memory can be short here.
            budget.exhaust(rule)
            fail(rule, reason: .memory, cause: error.description, offset: offset)
            return nil
        }
    }

    private mutating func fail(_ rule: RuleIndex, reason: SkipReason, cause: String, offset: Int) {
        failures.note(RuleFailure(rule: rule, reason: reason, cause: cause, offset: offset))
    }
}

extension Range<Int> {
    /// The range in pieces of at most `size`, in order.
    fileprivate func pieces(of size: Int) -> some Sequence<Range<Int>> {
        stride(from: lowerBound, to: upperBound, by: size).lazy.map { $0..<Swift.min($0 + size, upperBound) }
    }

    /// The range moved by `distance`.
    func shifted(by distance: Int) -> Range<Int> {
        lowerBound + distance..<upperBound + distance
    }
}
