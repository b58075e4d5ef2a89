import Findings

/// A session id or access token of Salesforce: the organisation's id, `!`, and the session's secret.
///
/// An id has 15 characters: a prefix of three (`00D` for organisations), the instance, a reserved `0`, and a number in
/// base 62 ("ID Field Type" in the Object Reference). No check exists.
///
/// | token | verdict | score |
/// |---|---|---|
/// | any | plausible | 0.92 |
/// | a placeholder | plausible | 0.1 |
struct SalesforceSession: TellingCredential {
    private let organization: ArraySlice<UInt8>
    private let secret: ArraySlice<UInt8>

    init?(_ text: [UInt8]) {
        let parts = text.split(separator: UInt8(ascii: "!"), maxSplits: 1)
        guard parts.count == 2, parts[0].count == 15 || parts[0].count == 18 else { return nil }
        (organization, secret) = (parts[0], parts[1])
    }

    var judgement: Judgement {
        Judgement(verdict: .plausible, score: Placeholder.isOne(secret) || Placeholder.isOne(organization) ? 0.1 : 0.92)
    }

    var reason: String { "has the organisation and the secret of a Salesforce session" }

    var details: DetailList {
        var details = DetailList()
        details.add("organization", organization)
        return details
    }
}
