import Findings

/// An access policy token of Grafana Cloud: `glc_` and JSON in base64, with organisation `o`, name `n`, key `k` and in
/// `m` the region `r`.
///
/// | token | verdict | score |
/// |---|---|---|
/// | its JSON has an organisation and a key | proven | 0.96 |
/// | it does not parse, or has neither (cut off, or a placeholder) | plausible | 0.3 |
struct GrafanaCloudToken: TellingCredential {
    private let payload: JSONValue?

    init?(_ text: [UInt8]) {
        guard text.hasPrefix("glc_") else { return nil }
        let payload = Base64.decodeEither(text[4...]).flatMap { JSONReader.object($0[...]) }
        self.payload = payload?["o"]?.words != nil && payload?["k"]?.text != nil ? payload : nil
    }

    var judgement: Judgement {
        payload == nil ? Judgement(verdict: .plausible, score: 0.3) : Judgement(verdict: .proven, score: 0.96)
    }

    var reason: String {
        payload == nil
            ? "begins as an access policy token of Grafana Cloud"
            : "decodes as an access policy token of Grafana Cloud"
    }

    var details: DetailList {
        var details = DetailList()
        details.add("organization", payload?["o"]?.words)
        details.add("name", payload?["n"]?.words)
        details.add("region", payload?["m"]?["r"]?.words)
        return details
    }
}
