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
    private let rules: CompiledRuleSet
    private var matcher: Matcher
    private var compiled: [CompiledRule?]
    private var budget: RuleBudget
    private var entropy = ByteEntropy()
    private var hits: [AnchorHit] = []

    /// The matches of the last call of `match`, in no particular order. One match may be there several times.
    private(set) var matches: [RawMatch] = []

    /// The rules that did not examine all of the current blob, the first failure of each.
    private(set) var failures: [RuleFailure] = []

    init(_ rules: CompiledRuleSet, jit: JITPolicy, clock: @escaping RuleBudget.Clock) throws(PatternError) {
        self.rules = rules
        matcher = try Matcher(jit: jit)
        compiled = Array(repeating: nil, count: rules.traits.count)
        budget = RuleBudget(ruleCount: rules.traits.count, clock: clock)
    }

    /// Forgets the blob before.
    mutating func beginBlob() {
        budget.reset()
        failures.removeAll(keepingCapacity: true)
    }

    /// Finds the matches whose anchors start in `core`.
    ///
    /// - Parameters:
    ///   - text: `core` with as many bytes around it as the rules reach, or up to the ends of the blob.
    ///   - origin: the offset of `text` in its blob, for failures only.
    mutating func match(_ text: Span<UInt8>, core: Range<Int>, origin: Int) {
        matches.removeAll(keepingCapacity: true)
        budget.see(bytes: core.count)
        hits.removeAll(keepingCapacity: true)
        rules.anchors.searchLiterals(text, starts: core, into: &hits)
        for index in hits.indices {
            let hit = hits[index]
            for rule in rules.anchors.rules(ofLiteral: hit.index) {
                examine(text, hit: hit, rule: rule, isLiteral: true, origin: origin)
            }
        }
        hits.removeAll(keepingCapacity: true)
        rules.anchors.searchRuns(text, starts: core, into: &hits)
        for index in hits.indices {
            let hit = hits[index]
            for rule in rules.anchors.rules(ofRun: hit.index) {
                examine(text, hit: hit, rule: rule, isLiteral: false, origin: origin)
            }
        }
    }

    private mutating func examine(
        _ text: Span<UInt8>, hit: AnchorHit, rule: RuleIndex, isLiteral: Bool, origin: Int
    ) {
        guard !budget.isExhausted(rule), let compiledRule = compiledRule(rule, offset: origin + hit.offset) else {
            return
        }
        let traits = rules.traits[Int(rule.rawValue)]
        let anchor = hit.offset..<hit.offset + hit.length
        let bounds = traits.reach.window(around: anchor, in: text.count)
        let window = text.extracting(bounds)
        let anchorInWindow = anchor.lowerBound - bounds.lowerBound..<anchor.upperBound - bounds.lowerBound
        let started = budget.begin(rule)
        let found = search(
            window, for: compiledRule.pattern, over: anchorInWindow, startsAtAnchor: traits.startsAtAnchor,
            isAtStart: bounds.lowerBound == 0)
        let isOverTime = budget.end(rule, started: started)
        switch found {
        case .noMatch: break
        case .notExamined(let cause):
            budget.fail(rule)
            fail(rule, reason: .ruleLimit, cause: cause.description, offset: origin + anchor.lowerBound)
        case .match:
            record(
                window, at: bounds.lowerBound, compiledRule: compiledRule, rule: rule, traits: traits,
                prefix: isLiteral ? anchorInWindow : nil, origin: origin)
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
    private mutating func search(
        _ window: Span<UInt8>, for pattern: Pattern, over anchor: Range<Int>, startsAtAnchor: Bool, isAtStart: Bool
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
        _ window: Span<UInt8>, at windowOffset: Int, compiledRule: CompiledRule, rule: RuleIndex,
        traits: RuleTraits, prefix: Range<Int>?, origin: Int
    ) {
        guard let match = matcher.range(ofGroup: 0), let secret = matcher.range(ofGroup: traits.secretGroup),
            !secret.isEmpty
        else { return }
        let value = window.extracting(secret)
        if traits.minimumEntropy > 0, entropy.bitsPerByte(of: value) < traits.minimumEntropy { return }
        for allowed in compiledRule.allowPatterns {
            switch matcher.firstMatch(of: allowed, in: value) {
            case .match: return
            case .noMatch: continue
            case .notExamined(let cause):
                // Not known to be allowed: it stays, and the report says why.
                fail(
                    rule, reason: .ruleLimit, cause: "allow pattern: \(cause)",
                    offset: origin + windowOffset + secret.lowerBound)
            }
        }
        let judgement = Judge.judge(
            proof: traits.proof, window: window, match: match, secret: secret, confidence: Float(traits.confidence))
        guard isWorthKeeping(judgement, rule: rule) else { return }
        let startsWithPrefix = prefix.map { $0.lowerBound == secret.lowerBound && $0.upperBound <= secret.upperBound }
        matches.append(
            RawMatch(
                rule: rule, match: match.shifted(by: windowOffset), secret: secret.shifted(by: windowOffset),
                prefixLength: startsWithPrefix == true ? prefix?.count ?? 0 : 0, judgement: judgement))
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
    /// The range moved by `distance`.
    func shifted(by distance: Int) -> Range<Int> {
        lowerBound + distance..<upperBound + distance
    }
}
