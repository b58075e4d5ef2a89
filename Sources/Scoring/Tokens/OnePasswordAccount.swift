import Findings

/// The token of a 1Password service account: `ops_` and JSON in base64url, with the account's address and e-mail, its
/// secret key, and the keys that unlock it ("Service accounts" in 1Password's developer documentation).
///
/// | token | verdict | score |
/// |---|---|---|
/// | its JSON has an address, an e-mail and a secret key | proven | 0.97 |
/// | it does not parse, or lacks one of them (cut off, or a placeholder) | plausible | 0.3 |
struct OnePasswordAccount: TellingCredential {
    private let payload: JSONValue?

    init?(_ text: [UInt8]) {
        guard text.hasPrefix("ops_") else { return nil }
        let payload = Base64.decodeEither(text[4...]).flatMap { JSONReader.object($0[...]) }
        let isWhole = ["signInAddress", "email", "secretKey"].allSatisfy { payload?[$0]?.text != nil }
        self.payload = isWhole ? payload : nil
    }

    var judgement: Judgement {
        payload == nil ? Judgement(verdict: .plausible, score: 0.3) : Judgement(verdict: .proven, score: 0.97)
    }

    var reason: String {
        payload == nil
            ? "begins as the token of a 1Password service account"
            : "decodes as the token of a 1Password service account"
    }

    var details: DetailList {
        var details = DetailList()
        details.add("account", payload?["signInAddress"]?.text)
        details.add("email", payload?["email"]?.text)
        return details
    }
}
