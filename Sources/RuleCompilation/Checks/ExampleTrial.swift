// What the scanner does with a candidate, done plainly. For a rule and one of its anchors at a..<b in a text:
//
//     window    reach.window(around: a..<b): the pattern sees these bytes and no others
//     search    starts_at_anchor: a match that starts at a
//               otherwise: the leftmost match that starts at or before a and ends at or after b. It starts no nearer
//               to the window's edge than the longest lookbehind, unless that edge is the start of the text:
//               so a lookbehind never takes the edge for the start of the text
//     secret    the group that the rule names; it must have taken part
//     decline   if the secret has too little entropy or an allow pattern matches in it
//
// The proof comes after that and is not tried here.

import PCRE2
import Rules

/// Tries rules on the texts of examples.
struct ExampleTrial: ~Copyable {
    /// What a rule says about one candidate.
    enum Verdict: Hashable {
        case found(match: Range<Int>, secret: Range<Int>)
        case declined(RuleProblemReason.ExampleFailure)
        case notExamined(MatchFailure)
        case outOfTime
    }

    /// How many starts one search tries, so that the deadline is looked at in between:
    /// the match limit holds for each start anew.
    private static let startsPerSearch = 16

    private var matcher: Matcher
    private var entropy = ByteEntropy()
    private let deadline: Deadline

    init(until deadline: Deadline) throws(PatternError) {
        matcher = try Matcher(jit: .never)
        self.deadline = deadline
    }

    /// Returns what `checked` says about each of its candidates in `text`, in the order of its anchors.
    /// Ends early at a search that was given up or came too late; that is then the last verdict.
    mutating func verdicts(of checked: borrowing CheckedRule, in text: [UInt8]) -> [Verdict] {
        var verdicts: [Verdict] = []
        for anchor in checked.rule.anchors {
            for place in AnchorSearch.occurrences(of: anchor, in: text) {
                let verdict = verdict(of: checked, at: place, in: text, reach: checked.rule.traits.reach)
                verdicts.append(verdict)
                if verdict.endsTrial { return verdicts }
            }
        }
        return verdicts
    }

    /// Returns whether more context would change what `checked` finds in `text`: its reach is too small then.
    mutating func needsMoreReach(_ checked: borrowing CheckedRule, in text: [UInt8]) -> Bool {
        let everything = Reach(before: Reach.maximum, after: Reach.maximum)
        for anchor in checked.rule.anchors {
            for place in AnchorSearch.occurrences(of: anchor, in: text) {
                let near = verdict(of: checked, at: place, in: text, reach: checked.rule.traits.reach)
                let far = verdict(of: checked, at: place, in: text, reach: everything)
                guard !near.endsTrial, !far.endsTrial else { return false }
                if near.secret != far.secret { return true }
            }
        }
        return false
    }

    /// Returns whether `pattern` matches anywhere in `text`.
    mutating func matches(_ pattern: Pattern, in text: [UInt8]) -> Bool {
        matcher.firstMatch(of: pattern, in: text.span) == .match
    }

    // MARK: One candidate

    private mutating func verdict(
        of checked: borrowing CheckedRule, at anchor: Range<Int>, in text: [UInt8], reach: Reach
    ) -> Verdict {
        let traits = checked.rule.traits
        let window = reach.window(around: anchor, in: text.count)
        let bytes = Array(text[window])
        let place = anchor.lowerBound - window.lowerBound..<anchor.upperBound - window.lowerBound
        let edge = window.lowerBound == 0 ? 0 : min(checked.pattern.maximumLookbehind, place.lowerBound)

        let first = traits.startsAtAnchor ? place.lowerBound : edge
        if let failure = search(checked.pattern, in: bytes, starts: first...place.lowerBound, covering: place) {
            guard traits.startsAtAnchor, failure == .declined(.patternDeclines) else { return failure }
            let elsewhere = search(checked.pattern, in: bytes, starts: edge...place.lowerBound, covering: place)
            return elsewhere == nil ? .declined(.matchStartsElsewhere) : failure
        }
        guard let match = matcher.range(ofGroup: 0), let secret = matcher.range(ofGroup: traits.secretGroup) else {
            return .declined(.noSecretGroup)
        }
        let secretBytes = Array(bytes[secret])
        if entropy.bitsPerByte(of: secretBytes.span) < traits.minimumEntropy { return .declined(.entropyTooLow) }
        for pattern in checked.allowPatterns {
            switch matcher.firstMatch(of: pattern, in: secretBytes.span) {
            case .match: return .declined(.allowed)
            case .noMatch: continue
            case .notExamined(let failure): return .notExamined(failure)
            }
        }
        return .found(
            match: match.lowerBound + window.lowerBound..<match.upperBound + window.lowerBound,
            secret: secret.lowerBound + window.lowerBound..<secret.upperBound + window.lowerBound)
    }

    /// Leaves the leftmost match that covers `anchor` in the matcher and returns `nil`, or returns why there is none.
    private mutating func search(
        _ pattern: Pattern, in bytes: [UInt8], starts: ClosedRange<Int>, covering anchor: Range<Int>
    ) -> Verdict? {
        var start = starts.lowerBound
        while start <= starts.upperBound {
            guard !deadline.hasPassed else { return .outOfTime }
            let last = min(start + Self.startsPerSearch - 1, starts.upperBound)
            switch matcher.firstMatch(of: pattern, in: bytes.span, startingAt: start, lastStart: last) {
            case .match:
                guard let match = matcher.range(ofGroup: 0) else { return .declined(.patternDeclines) }
                if match.upperBound >= anchor.upperBound { return nil }
                start = match.lowerBound + 1
            case .noMatch:
                start = last + 1
            case .notExamined(let failure):
                return .notExamined(failure)
            }
        }
        return .declined(.patternDeclines)
    }
}

extension ExampleTrial.Verdict {
    var secret: Range<Int>? {
        if case .found(_, let secret) = self { secret } else { nil }
    }

    fileprivate var endsTrial: Bool {
        switch self {
        case .found, .declined: false
        case .notExamined, .outOfTime: true
        }
    }
}
