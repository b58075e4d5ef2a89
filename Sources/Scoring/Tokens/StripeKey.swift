import Findings

/// An API key or webhook secret of Stripe: "API keys" in Stripe's documentation. No check exists.
///
/// | key | verdict | score | severity at most |
/// |---|---|---|---|
/// | of live mode, or of a webhook | plausible | 0.93 | the rule's |
/// | of test mode: moves no money | plausible | 0.93 | low |
/// | its random part is a placeholder | plausible | 0.1 | |
///
/// The key with which Stripe's documentation calls its own test account is a documentation example.
struct StripeKey: TellingCredential {
    private static let kinds = [
        ("sk_", "secret key"), ("rk_", "restricted key"), ("whsec_", "webhook signing secret"),
    ]

    /// The random ends of keys that Stripe's documentation shows to everybody.
    private static let published = ["4eC39HqLyjWDarjtT1zdp7dc", "BQokikJOvBiI2HlWgH4olfQ2", "26PHem9AhJZvU623DfE1x4sd"]

    private let kind: String
    private let isTest: Bool
    private let body: ArraySlice<UInt8>

    init?(_ text: [UInt8]) {
        guard let kind = Self.kinds.first(where: { text.hasPrefix($0.0) }) else { return nil }
        let rest = text.dropFirst(kind.0.utf8.count)
        self.kind = kind.1
        isTest = rest.hasPrefix("test_")
        body = isTest || rest.hasPrefix("live_") ? rest.dropFirst(5) : rest
    }

    var judgement: Judgement {
        if isTest, Self.published.contains(where: { body.holds($0) }) {
            return Judgement(verdict: .plausible, score: 0.9, disposition: .documentationExample)
        }
        if Placeholder.isOne(body) { return Judgement(verdict: .plausible, score: 0.1) }
        return Judgement(verdict: .plausible, score: 0.93, severityLimit: isTest ? .low : nil)
    }

    var reason: String { "has the shape of a Stripe \(kind)" }

    var details: DetailList {
        var details = DetailList()
        details.add("kind", kind)
        if !kind.hasPrefix("webhook") { details.add("mode", isTest ? "test" : "live") }
        return details
    }
}
