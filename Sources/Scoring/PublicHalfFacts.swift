import Findings

/// What a certificate or a public key says about itself. Called for matches whose disposition is `publicHalf`.
public struct PublicHalfFacts {
    public let digest: PublicKeyDigest
    public let kind: PublicHalf.Kind

    /// Names of a certificate, or the comment of an SSH key.
    public let name: String?

    /// The end of a certificate in RFC 3339.
    public let expires: String?

    /// `nil` if `match`, which a rule's pattern took, cannot be read.
    ///
    /// Complexity: O(n), and a few allocations.
    public init?(match: [UInt8]) {
        guard let read = Self.read(match) else { return nil }
        self = read
    }

    private init(_ key: PublicKey, kind: PublicHalf.Kind = .key, name: String? = nil, expires: UTCTime? = nil) {
        digest = key.digest
        self.kind = kind
        self.name = name
        self.expires = expires?.rfc3339
    }

    private init?(_ certificate: Certificate?) {
        guard let certificate, let key = certificate.publicKey else { return nil }
        self.init(
            key, kind: certificate.isRequest ? .request : .certificate, name: certificate.name,
            expires: certificate.expiresAt)
    }

    private static func read(_ match: [UInt8]) -> PublicHalfFacts? {
        let text = match.span
        switch match.first {
        case UInt8(ascii: "-"): return PEMBlock(text, 0..<match.count).flatMap(armoured)
        case UInt8(ascii: "s"), UInt8(ascii: "e"): return line(match)
        case UInt8(ascii: "P"): return wireGuard(match)
        case 0x30:
            guard let extent = DERText.extent(match[...]), extent <= match.count else { return nil }
            return PublicHalfFacts(Certificate(match.prefix(extent)))
        default: return nil
        }
    }

    /// RFC 7468, sections 5, 7 and 13, and PKCS#1 as OpenSSL writes it.
    private static func armoured(_ block: PEMBlock) -> PublicHalfFacts? {
        guard block.end == .footer else { return nil }
        if block.isLabelled("PUBLIC KEY") {
            return DERText.parse(block.body[...]).flatMap(PublicKey.init(information:)).map { PublicHalfFacts($0) }
        }
        if block.isLabelled("RSA PUBLIC KEY") {
            return PublicKey.rsa(in: block.body[...]).map { PublicHalfFacts($0) }
        }
        if block.isLabelled("TRUSTED CERTIFICATE") {
            // OpenSSL writes what it trusts the certificate for behind it.
            guard let extent = DERText.extent(block.body[...]) else { return nil }
            return PublicHalfFacts(Certificate(block.body.prefix(extent)))
        }
        return PublicHalfFacts(Certificate(block.body))
    }

    /// One key in one line: type, base64, comment. sshd(8), "AUTHORIZED_KEYS FILE FORMAT".
    private static func line(_ match: [UInt8]) -> PublicHalfFacts? {
        let parts = match.split(maxSplits: 2) { $0.isBlank }
        guard parts.count >= 2, let blob = Base64.decode(match.span, parts[1].startIndex..<parts[1].endIndex),
            let half = SSHPublicKey(blob[...]), half.type.elementsEqual(parts[0]), let key = half.publicKey
        else { return nil }
        let comment = parts.count > 2 ? KeyText.shown(parts[2].prefix { !$0.isBlank }) : nil
        return PublicHalfFacts(key, name: comment)
    }

    /// `PublicKey = …` of WireGuard.
    private static func wireGuard(_ match: [UInt8]) -> PublicHalfFacts? {
        guard match.count > 44, let bytes = Base64.decode(match.span, match.count - 44..<match.count),
            let key = PublicKey.raw("X25519", bytes[...])
        else { return nil }
        return PublicHalfFacts(key)
    }
}
