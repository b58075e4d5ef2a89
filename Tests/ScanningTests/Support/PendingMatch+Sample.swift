import Findings
import Rules
import Scoring

@testable import Scanning

extension PendingMatch {
    /// A match of which a test says only what it is about.
    static func sample(
        _ bytes: Range<Int>, rule: UInt16 = 0, verdict: Verdict = .plausible, score: Float = 0.5, paired: Float? = nil,
        disposition: Disposition = .report, view: TextView = .bytes, line: Int = 1, endLine: Int? = nil
    ) -> PendingMatch {
        let found = FoundMatch(
            rule: RuleIndex(rule), bytes: bytes, secretText: [], spelling: nil, matchText: [], excerpt: [],
            allowed: nil,
            prefixLength: 0,
            judgement: Judgement(verdict: verdict, score: score, pairedScore: paired, disposition: disposition),
            specificity: 3, view: view)
        return PendingMatch(
            found,
            start: Location.Point(line: line, column: bytes.lowerBound + 1, utf16Column: bytes.lowerBound + 1),
            end: Location.Point(line: endLine ?? line, column: bytes.upperBound + 1, utf16Column: bytes.upperBound + 1))
    }
}
