import Findings

/// A signed URL of Google Cloud Storage: "Signed URLs" and "V2 signing process" in its documentation.
///
/// | URL | verdict | score | severity at most |
/// |---|---|---|---|
/// | signer, date, validity and signature agree | proven | 0.92 | low: it opens one object until it expires |
/// | a part is missing or odd | plausible | 0.6 | low |
/// | no signature of bytes | impossible | | |
struct SignedURL: TellingCredential {
    static let extent = CredentialExtent.match
    static let percent = SpelledByte.Percent.kept

    /// The most seconds that version 4 allows: seven days.
    private static let longestValidity = 604_800

    private let signer: [UInt8]
    private let issuedAt: UTCTime?
    let expiresAt: UTCTime?
    private let isConsistent: Bool

    init?(_ text: [UInt8]) {
        let query = URLQuery(text)
        if let signature = query["X-Goog-Signature"] {
            guard signature.isHexadecimal, signature.count >= 64 else { return nil }
            let scope = (query["X-Goog-Credential"] ?? []).split(separator: UInt8(ascii: "/"))
            let date = query["X-Goog-Date"] ?? []
            let validity = query["X-Goog-Expires"].flatMap { UTCTime.number($0[...]) } ?? 0
            signer = scope.first.map { Array($0) } ?? []
            issuedAt = UTCTime(basic: date[...])
            expiresAt = validity > 0 ? issuedAt?.advanced(bySeconds: validity) : nil
            isConsistent =
                scope.count == 5 && scope[4].holds("goog4_request") && date.starts(with: scope[1])
                && issuedAt != nil && (1...Self.longestValidity).contains(validity)
        } else {
            guard let signature = query["Signature"], let id = query["GoogleAccessId"],
                let bytes = Base64.decodeEither(signature[...])
            else { return nil }
            (signer, issuedAt) = (id, nil)
            expiresAt = query["Expires"].flatMap { UTCTime.number($0[...]) }.flatMap { UTCTime(seconds: $0) }
            isConsistent = expiresAt != nil && bytes.count >= 128 && id.contains(UInt8(ascii: "@"))
        }
    }

    var judgement: Judgement {
        isConsistent
            ? Judgement(verdict: .proven, score: 0.92, severityLimit: .low)
            : Judgement(verdict: .plausible, score: 0.6, severityLimit: .low)
    }

    var reason: String {
        isConsistent
            ? "is a signed URL of Google Cloud Storage whose parts fit together"
            : "has the signature of a signed URL of Google Cloud Storage"
    }

    var details: DetailList {
        var details = DetailList()
        details.add("signer", signer)
        details.add("issued", issuedAt)
        return details
    }
}
