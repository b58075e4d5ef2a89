import Findings

/// A private key in a kubeconfig file: `client-key-data` is base64 of PEM, and so is the certificate beside it
/// ("Organizing Cluster Access Using kubeconfig Files").
///
/// | key | verdict | score |
/// |---|---|---|
/// | decodes to a private key that parses | proven | 0.98 |
/// | decodes to the beginning of one | plausible | 0.3 |
/// | no base64, or no private key in it | impossible | |
///
/// It opens the cluster until its certificate expires.
struct KubernetesClientKey: TellingCredential {
    static let extent = CredentialExtent.match

    let reading: PrivateKeyReading
    private let certificate: Certificate?

    init?(_ text: [UInt8]) {
        guard let key = Self.value(of: "client-key-data", in: text), let pem = Base64.decodeEither(key),
            let block = PEMBlock(pem.span, 0..<pem.count)
        else { return nil }
        reading = PrivateKeyReading(block)
        if reading == .notAKey { return nil }
        certificate = Self.value(of: "client-certificate-data", in: text).flatMap { Base64.decodeEither($0) }
            .flatMap { PEMBlock($0.span, 0..<$0.count) }.flatMap { Certificate($0.body) }
    }

    /// The base64 behind `name`, a colon, blanks and quotes.
    private static func value(of name: String, in text: [UInt8]) -> ArraySlice<UInt8>? {
        guard let start = text.span.firstIndex(of: name, in: 0..<text.count) else { return nil }
        return text[(start + name.utf8.count)...]
            .drop { $0 == UInt8(ascii: ":") || $0.isQuote || $0.isBlank || $0.isLineEnd || $0 == UInt8(ascii: "|") }
            .prefix { Base64.value(of: $0) != nil || $0 == UInt8(ascii: "=") }
    }

    var expiresAt: UTCTime? { certificate?.expiresAt }

    var judgement: Judgement {
        switch reading {
        case .whole: Judgement(verdict: .proven, score: 0.98)
        case .likely(_, let score): Judgement(verdict: .plausible, score: score)
        case .sealed, .fragment, .notAKey: Judgement(verdict: .plausible, score: 0.3)
        }
    }

    var reason: String {
        switch reading {
        case .whole: "decodes to a private key that parses"
        case .likely: "decodes to a private key whose numbers do not all fit"
        case .sealed, .fragment, .notAKey: "decodes to the beginning of a private key"
        }
    }

    var details: DetailList {
        var details = DetailList()
        details.add("user", certificate?.commonName)
        details.add("groups", certificate.map { Array($0.organizations.joined(separator: [UInt8(ascii: " ")])) })
        if case .whole(let key) = reading {
            details.add("key_type", key.algorithm)
            details.add("bits", key.bits.map { String($0) })
        }
        return details
    }
}
