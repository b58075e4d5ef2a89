import Findings

/// An API key of Mailchimp: 32 hexadecimal digits and the account's data centre ("Quick start", API keys).
///
/// | key | verdict | score |
/// |---|---|---|
/// | any | plausible | 0.92 |
/// | a placeholder | plausible | 0.1 |
struct MailchimpKey: TellingCredential {
    private let digits: ArraySlice<UInt8>
    private let dataCentre: ArraySlice<UInt8>

    init?(_ text: [UInt8]) {
        let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 32, parts[0].isHexadecimal else { return nil }
        (digits, dataCentre) = (parts[0], parts[1])
    }

    var judgement: Judgement {
        Judgement(verdict: .plausible, score: Placeholder.isOne(digits) ? 0.1 : 0.92)
    }

    var reason: String { "has the digits and the data centre of a Mailchimp API key" }

    var details: DetailList {
        var details = DetailList()
        details.add("data_centre", dataCentre)
        return details
    }
}
