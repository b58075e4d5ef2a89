import Findings
import Scanning

/// The candidates that came to nothing, each with the gate where it stayed, in words.
struct CandidateGates {
    /// The latest gate first; of those that stayed at the first two, names only.
    let lines: [String]

    /// - Parameters:
    ///   - findings: what is told of the line.
    ///   - lineStart: the offset of the line in its file.
    init(_ candidates: [ExplainedCandidate], findings: [Finding], lineStart: Int) {
        var (rejected, unmatched): (Set<String>, Set<String>) = ([], [])
        var told: [String] = []
        var known: Set<String> = []
        for candidate in candidates {
            switch candidate.gate {
            case .rejected: rejected.insert(candidate.rule)
            case .noMatch: unmatched.insert(candidate.rule)
            default:
                guard let why = Self.why(candidate, findings) else { continue }
                let column = (candidate.secret ?? candidate.anchor).lowerBound - lineStart + 1
                let place = column > 0 ? ", column \(column)" : ""
                let text = "\(candidate.rule)\(place): \(why)"
                if known.insert(text).inserted { told.append(text) }
            }
        }
        var lines = told.isEmpty ? [] : [""] + told
        unmatched.subtract(findings.map(\.rule.id))
        rejected.subtract(unmatched.union(findings.map(\.rule.id)))
        if !unmatched.isEmpty {
            lines += ["", "The pattern does not match: " + LineExplanation.list(unmatched.sorted())]
        }
        if !rejected.isEmpty {
            lines += ["", "The bytes at the anchor cannot begin a match: " + LineExplanation.list(rejected.sorted())]
        }
        self.lines = lines
    }

    /// Why a candidate is no finding; `nil` if it is one.
    private static func why(_ candidate: ExplainedCandidate, _ findings: [Finding]) -> String? {
        switch candidate.gate {
        case .rejected, .noMatch: nil
        case .budget: "not examined: the rule has used up what it may cost in one file"
        case .notExamined(let cause): "not examined: \(cause)"
        case .entropy(let bits, let minimum):
            "matches, and is too regular: \(LineExplanation.rounded(bits)) bits per byte, "
                + "the rule asks for \(LineExplanation.rounded(minimum))"
        case .allowed: "matches, and a pattern of the rule says that it is no secret"
        case .unlikely(let verdict, let score):
            "matches, and is judged \(verdict.rawValue) with a score of \(LineExplanation.rounded(score)): too little "
                + "for any report, which begin at \(LineExplanation.rounded(Confidence.low.floor))"
        case .kept(_, _, let disposition): kept(candidate, disposition, findings)
        }
    }

    private static func kept(
        _ candidate: ExplainedCandidate, _ disposition: Disposition, _ findings: [Finding]
    ) -> String? {
        guard let secret = candidate.secret else { return nil }
        if findings.contains(where: { $0.rule.id == candidate.rule && $0.location.bytes == secret }) { return nil }
        switch disposition {
        case .documentationExample: return "matches, and is an example from documentation: counted, not reported"
        case .canary: return "matches, and is a canary: counted, not reported"
        case .publicHalf: return "matches: a public key, kept to be joined with its private key"
        case .report: break
        }
        if let pair = findings.first(where: { finding in
            finding.location.bytes == secret || finding.related.contains { $0.location.bytes == secret }
        }) {
            return "matches, and is told as part of \(pair.rule.id)"
        }
        if let better = findings.first(where: { $0.location.bytes.overlaps(secret) }) {
            return "matches, and \(better.rule.id) says more about the same bytes"
        }
        return "matches, and is told with its other half only, which is not near"
    }
}
