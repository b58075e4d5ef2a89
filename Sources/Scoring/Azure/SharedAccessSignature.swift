import Findings

/// A shared access signature of Azure: the parameters of a URL for Storage ("Create a service SAS", "Create an account
/// SAS"), or the value of an `Authorization` header for Service Bus, Event Hubs and IoT Hub.
///
/// | signature | verdict | score | severity at most |
/// |---|---|---|---|
/// | version, expiry and 32 bytes of signature | proven | 0.93 | the rule's |
/// | the same, and it only reads | proven | 0.93 | medium |
/// | for Service Bus and its kin: resource, expiry and 32 bytes of signature | proven | 0.93 | the rule's |
/// | its expiry is kept in a stored policy, or is odd | plausible | 0.7 | the rule's |
/// | the signature is not base64 of 32 bytes, or neither version nor resource stand beside it | impossible | | |
struct SharedAccessSignature: TellingCredential {
    static let extent = CredentialExtent.match
    static let percent = SpelledByte.Percent.kept

    private let query: URLQuery
    private let isOfStorage: Bool
    let expiresAt: UTCTime?

    init?(_ text: [UInt8]) {
        // In a header or a connection string, the parameters stand behind this word and one more byte.
        let word = "SharedAccessSignature"
        let start = text.span.firstIndex(of: word, in: 0..<text.count).map { $0 + word.utf8.count + 1 } ?? 0
        query = URLQuery(Array(text.dropFirst(start)))
        guard let signature = query["sig"], Base64.decode(signature.span, 0..<signature.count)?.count == 32 else {
            return nil
        }
        isOfStorage = query["sv"] != nil
        guard isOfStorage || query["sr"] != nil else { return nil }
        expiresAt = query["se"].flatMap { end in
            UTCTime(extended: end) ?? UTCTime.number(end[...]).flatMap { UTCTime(seconds: $0) }
        }
    }

    private var isWhole: Bool {
        expiresAt != nil && (isOfStorage ? query["sv"].flatMap { UTCTime(extended: $0) } != nil : query["sr"] != nil)
    }

    /// Letters of "Permissions": `r` reads, `l` lists.
    private var onlyReads: Bool {
        guard isOfStorage, let permissions = query["sp"], !permissions.isEmpty else { return false }
        return permissions.allSatisfy { $0 == UInt8(ascii: "r") || $0 == UInt8(ascii: "l") }
    }

    var judgement: Judgement {
        isWhole
            ? Judgement(verdict: .proven, score: 0.93, severityLimit: onlyReads ? .medium : nil)
            : Judgement(verdict: .plausible, score: 0.7, severityLimit: onlyReads ? .medium : nil)
    }

    var reason: String {
        isWhole
            ? "is a shared access signature of Azure whose parts fit together"
            : "has the signature of a shared access signature of Azure"
    }

    var details: DetailList {
        var details = DetailList()
        details.add("version", query["sv"])
        details.add("permissions", query["sp"])
        details.add("services", query["ss"])
        details.add("resource", query["sr"])
        details.add("policy", query["si"] ?? query["skn"])
        details.add("starts", query["st"])
        return details
    }
}
