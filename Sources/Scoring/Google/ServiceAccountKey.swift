import Findings

/// The key file of a Google Cloud service account: a JSON object with the account and its private key ("Create and
/// delete service account keys", IAM documentation).
///
/// | object | verdict | score | severity at most |
/// |---|---|---|---|
/// | an account, and a key that parses | proven | 0.99 | the rule's |
/// | the key is cut off | plausible | 0.3 | the rule's |
/// | no key, a placeholder, or one that does not parse | impossible | | |
///
/// More than the key alone scores, so that one file is one finding.
struct ServiceAccountKey: TellingCredential {
    static let extent = CredentialExtent.match
    static let percent = SpelledByte.Percent.kept

    private let object: JSONValue?
    let reading: PrivateKeyReading

    init?(_ text: [UInt8]) {
        guard let block = PEMBlock(text.span, 0..<text.count) else { return nil }
        reading = PrivateKeyReading(block)
        if reading == .notAKey { return nil }
        object = JSONReader.object(text[...])
    }

    var judgement: Judgement {
        switch reading {
        case .whole: Judgement(verdict: .proven, score: 0.99)
        case .likely(_, let score): Judgement(verdict: .plausible, score: score)
        case .sealed, .fragment, .notAKey: Judgement(verdict: .plausible, score: 0.3)
        }
    }

    var reason: String {
        switch reading {
        case .whole: "is the key file of a service account, and its private key parses"
        case .likely: "is the key file of a service account, but the numbers of its private key do not all fit"
        case .sealed, .fragment, .notAKey: "is the key file of a service account, its private key cut off"
        }
    }

    var details: DetailList {
        var details = DetailList()
        details.add("project", object?["project_id"]?.text)
        details.add("account", object?["client_email"]?.text)
        details.add("key_id", object?["private_key_id"]?.text)
        if case .whole(let key) = reading {
            details.add("key_type", key.algorithm)
            details.add("bits", key.bits.map { String($0) })
        }
        return details
    }

    /// The key's armour in its canonical form, as for a key that stands by itself.
    static func normalised(_ secret: [UInt8]) -> [UInt8] {
        PEMBlock(secret.span, 0..<secret.count)?.canonical ?? secret
    }
}
