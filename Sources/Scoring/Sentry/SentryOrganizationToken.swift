import Findings

/// An organisation token of Sentry: `sntrys_`, JSON in base64, `_` and a random end (getsentry/rfcs, 0091, "CI upload
/// tokens").
///
/// | token | verdict | score |
/// |---|---|---|
/// | its JSON names an organisation and when it was issued | proven | 0.97 |
/// | anything else | impossible | |
struct SentryOrganizationToken: TellingCredential {
    private let facts: JSONValue

    init?(_ text: [UInt8]) {
        let parts = text.split(separator: UInt8(ascii: "_"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].holds("sntrys"), parts[2].count >= 32,
            let json = Base64.decodeEither(parts[1]), let facts = JSONReader.object(json[...]),
            facts["org"]?.text != nil, facts["iat"]?.integer != nil
        else { return nil }
        self.facts = facts
    }

    var judgement: Judgement { Judgement(verdict: .proven, score: 0.97) }
    var reason: String { "decodes as an organisation token of Sentry" }

    var details: DetailList {
        var details = DetailList()
        details.add("organization", facts["org"]?.words)
        details.add("url", facts["url"]?.words)
        details.add("region_url", facts["region_url"]?.words)
        details.add("issued", JSONWebToken.time(facts["iat"]))
        return details
    }
}
