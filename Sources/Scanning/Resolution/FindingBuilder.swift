import Blobs
import Findings
import Rules
import Scoring

/// Makes findings of the matches that survive: the first place where text and hashes cost anything.
struct FindingBuilder {
    let rules: CompiledRuleSet
    let provenance: Provenance

    /// When the run began, in seconds since 1970.
    let now: Int

    /// All matches around, in order of place.
    let matches: [PendingMatch]

    /// A composite lifts its primary part to its own score, as far as the part is fit to be paired.
    func score(of match: PendingMatch, join: CompositeJoiner.Join?) -> Float {
        guard let join else { return match.judgement.score }
        let composite = Float(rules.rules.composites[join.composite].confidence)
        return max(match.judgement.score, min(composite, match.judgement.pairedScore))
    }

    /// - Parameter ordinal: counts the findings of the blob that share a rule and a line.
    func finding(
        _ index: Int, join: CompositeJoiner.Join?, score: Float, ordinal: (RuleSummary, Place.Line) -> Int
    ) -> Finding {
        let match = matches[index]
        let proof = rules.traits[Int(match.rule.rawValue)].proof
        let facts = CredentialFacts.facts(proof: proof, secret: match.secretText, match: match.matchText, now: now)
        var (rule, severity) = (rules.summary(of: match.rule), rules.traits[Int(match.rule.rawValue)].severity)
        var related: [Finding.Related] = []
        var (reason, details) = (facts.reason, facts.details)
        if let join {
            let composite = rules.summary(ofComposite: join.composite)
            (rule, severity) = (composite.rule, composite.rule.severity)
            for partner in join.partners {
                let other = self.related(partner.match, role: composite.roles[partner.role])
                related.append(other.related)
                details += other.details.filter { detail in !details.contains { $0.name == detail.name } }
            }
            reason += ", beside " + related.map { "its \($0.role)" }.joined(separator: " and ")
        }
        if let comment = match.allowed, !comment.counts { reason += "; its \(comment.mark) gives no reason" }
        let line = Place.Line(masked: maskedExcerpt(index))
        if let limit = match.judgement.severityLimit { severity = min(severity, limit) }
        return Finding(
            rule: rule, severity: severity, verdict: match.judgement.verdict, score: score,
            provenance: provenance(of: match), location: location(of: match),
            secret: Secret(CredentialFacts.normalised(proof: proof, secret: match.secretText)),
            prefixLength: match.prefixLength, reason: reason, details: details, related: related,
            publicKey: CredentialFacts.publicKey(proof: proof, secret: match.secretText, match: match.matchText),
            line: line, ordinal: ordinal(rule, line)
        )
        .suppressed(by: match.allowed.flatMap(Self.suppression))
    }

    private static func suppression(_ comment: AllowComment) -> Suppression? {
        guard comment.counts else { return nil }
        let reason = comment.reason.isEmpty ? nil : String(decoding: comment.reason, as: UTF8.self)
        return Suppression(kind: .inline, mark: comment.mark, reason: reason)
    }

    /// The note of a public half; `nil` if it cannot be read.
    func publicHalf(_ index: Int) -> PublicHalf? {
        PublicHalfFacts(match: matches[index].matchText).map { facts in
            PublicHalf(
                digest: facts.digest, kind: facts.kind, name: facts.name, expires: facts.expires,
                path: provenance.path, line: matches[index].start.line)
        }
    }

    private func related(_ index: Int, role: String) -> (related: Finding.Related, details: [Finding.Detail]) {
        let match = matches[index]
        let proof = rules.traits[Int(match.rule.rawValue)].proof
        let related = Finding.Related(
            role: role, rule: rules.summary(of: match.rule), location: location(of: match),
            secret: Secret(CredentialFacts.normalised(proof: proof, secret: match.secretText)),
            prefixLength: match.prefixLength)
        let facts = CredentialFacts.facts(proof: proof, secret: match.secretText, match: match.matchText, now: now)
        return (related, facts.details)
    }

    private func provenance(of match: PendingMatch) -> Provenance {
        match.view.encodings.reduce(provenance) { $0.appending(.decoded($1)) }
    }

    private func location(of match: PendingMatch) -> Location {
        Location(bytes: match.bytes, start: match.start, end: match.end)
    }

    /// The excerpt of the match's line, which shows its own secret as `*`, with the secrets of its neighbours replaced.
    private func maskedExcerpt(_ index: Int) -> [UInt8] {
        let match = matches[index]
        var masker = Masker(sparesWords: false)
        for other in matches[..<index].reversed() {
            // Ordered by start: a longer match further up may be missed, at most a part of it can be in the excerpt.
            if other.end.line < match.start.line { break }
            if match.start.column - other.end.column > SegmentContext.excerpt { break }
            Self.insert(other, into: &masker)
        }
        for other in matches[(index + 1)...] {
            if other.start.line > match.end.line { break }
            if other.start.column - match.end.column > SegmentContext.excerpt { break }
            Self.insert(other, into: &masker)
        }
        return masker.mask(matches[index].excerpt)
    }

    /// Masks a match as it reads, and as it is spelt.
    private static func insert(_ match: PendingMatch, into masker: inout Masker) {
        masker.insert(Secret(match.secretText))
        if let spelling = match.spelling { masker.insert(Secret(spelling)) }
    }
}
