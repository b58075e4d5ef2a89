import Findings
import Rules

/// A JSON Web Token in compact form: signed (RFC 7515), encrypted (RFC 7516), its claims as RFC 7519 names them.
///
/// | token | verdict | score | severity at most |
/// |---|---|---|---|
/// | header and claims decode, the signature has its algorithm's size | proven | 0.95 | the rule's |
/// | the same, signed with a published development secret | proven | 0.95 | low: anybody can sign |
/// | the same, `alg` is `none` | proven | 0.9 | medium |
/// | encrypted: five parts, header with `alg` and `enc` | proven | 0.9 | medium |
/// | header decodes, the signature has another size (cut off, or a placeholder) | plausible | 0.3 | medium |
/// | header decodes, the payload is no JSON object | plausible | 0.4 | medium |
/// | an ID token: says who somebody is, opens little | as above | | medium |
/// | Supabase's role `anon`: meant to be public | as above | | low |
/// | the header is no JSON object with `alg`, or parts are no base64url | impossible | | |
///
/// The samples of jwt.io and of the RFCs are documentation examples.
struct JSONWebToken: TellingCredential {
    enum Seal {
        case signed
        /// `alg` is `none`.
        case unsigned
        /// The signature has another size than its algorithm gives.
        case misfit
        case encrypted
    }

    let header: JSONValue

    /// `nil` if the payload is encrypted, or no JSON object.
    let claims: JSONValue?
    let seal: Seal

    /// The published secret that the token is signed with, if it is.
    let secret: DevelopmentSecrets.Entry?

    init?(_ text: [UInt8]) {
        let parts = text.split(separator: UInt8(ascii: "."), maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 3 || parts.count == 5, let header = Base64.decodeEither(parts[0]),
            let object = JSONReader.object(header[...]), let algorithm = object["alg"]?.text
        else { return nil }
        self.header = object
        if parts.count == 5 {
            guard object["enc"]?.text != nil, parts[2...].allSatisfy({ Base64.decodeEither($0) != nil }) else {
                return nil
            }
            (claims, seal, secret) = (nil, .encrypted, nil)
            return
        }
        guard let payload = Base64.decodeEither(parts[1]) else { return nil }
        claims = JSONReader.object(payload[...])
        let signature = parts[2].isEmpty ? [] : Base64.decodeEither(parts[2])
        guard let signature else { return nil }
        seal = Self.seal(algorithm: algorithm, signatureLength: signature.count)
        let signed = parts[0].startIndex..<parts[1].endIndex
        secret =
            seal == .signed && algorithm.elementsEqual("HS256".utf8)
            ? DevelopmentSecrets.signer(of: text[signed], signature: signature) : nil
    }

    /// The sizes that RFC 7518, section 3, RFC 8037 and RFC 8812 give.
    private static func seal(algorithm: [UInt8], signatureLength: Int) -> Seal {
        let fits: Bool
        switch String(decoding: algorithm, as: UTF8.self) {
        case "none": return .unsigned
        case "HS256": fits = signatureLength == 32
        case "HS384": fits = signatureLength == 48
        case "HS512": fits = signatureLength == 64
        case "ES256", "ES256K", "Ed25519": fits = signatureLength == 64
        case "ES384": fits = signatureLength == 96
        case "ES512": fits = signatureLength == 132
        case "EdDSA": fits = signatureLength == 64 || signatureLength == 114
        case "RS256", "RS384", "RS512", "PS256", "PS384", "PS512": fits = (128...1024).contains(signatureLength)
        default: fits = signatureLength >= 16
        }
        return fits ? .signed : .misfit
    }

    var judgement: Judgement {
        if isPublishedSample {
            return Judgement(verdict: .plausible, score: 0.9, disposition: .documentationExample)
        }
        switch seal {
        case .encrypted: return Judgement(verdict: .proven, score: 0.9, severityLimit: .medium)
        case .misfit: return Judgement(verdict: .plausible, score: 0.3, severityLimit: .medium)
        case .signed, .unsigned:
            guard let claims else { return Judgement(verdict: .plausible, score: 0.4, severityLimit: .medium) }
            if seal == .unsigned { return Judgement(verdict: .proven, score: 0.9, severityLimit: .medium) }
            let limit: Severity? =
                secret != nil || claims["role"]?.isText("anon") == true
                ? .low : WebTokenIssuer(header, claims).kind == .identity ? .medium : nil
            return Judgement(verdict: .proven, score: 0.95, severityLimit: limit)
        }
    }

    /// What jwt.io shows first, and what is signed with the key of RFC 7515, appendix A.1.
    private var isPublishedSample: Bool {
        if secret?.isOfStandard == true { return true }
        guard let claims, claims["sub"]?.isText("1234567890") == true else { return false }
        return claims["name"]?.isText("John Doe") == true
    }

    var expiresAt: UTCTime? { claims.flatMap { Self.time($0["exp"]) } }

    /// NumericDate of RFC 7519: seconds since 1970, possibly with a fraction.
    static func time(_ value: JSONValue?) -> UTCTime? {
        value?.integer.flatMap { UTCTime(seconds: $0) }
    }
}
