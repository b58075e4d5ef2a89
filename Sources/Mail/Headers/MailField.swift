/// Header fields that are understood.
enum MailField: String, CaseIterable, Sendable {
    case from
    case sender
    case to
    case cc
    case bcc
    case subject
    case date
    case messageID = "message-id"
    case references
    case inReplyTo = "in-reply-to"
    case threadIndex = "thread-index"
    case resentTo = "resent-to"
    case resentCc = "resent-cc"
    case resentBcc = "resent-bcc"
    case resentFrom = "resent-from"
    case deliveredTo = "delivered-to"
    case originalTo = "x-original-to"
    case envelopeTo = "envelope-to"
    case otherEnvelopeTo = "x-envelope-to"
    case received
    case returnPath = "return-path"
    case listID = "list-id"
    case listPost = "list-post"
    case autoSubmitted = "auto-submitted"
    case forwardedFor = "x-forwarded-for"
    case forwardedTo = "x-forwarded-to"
    case spamFlag = "x-spam-flag"
    case mozillaStatus = "x-mozilla-status"
    case gmailLabels = "x-gmail-labels"
    case gmailThread = "x-gm-thrid"
    case appleLength = "x-apple-content-length"
    case contentType = "content-type"
    case contentEncoding = "content-transfer-encoding"
    case contentDisposition = "content-disposition"
    case mimeVersion = "mime-version"

    private static let byHash: [UInt64: MailField] = Dictionary(
        uniqueKeysWithValues: allCases.map { (HeaderSyntax.hash($0.rawValue), $0) })

    /// By the hash of its name.
    static func named(_ hash: UInt64) -> MailField? { byHash[hash] }

    /// Whether a line begins with a field that only mail has, or that every mail has.
    static func begins(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
        guard let end = HeaderSyntax.nameEnd(bytes, line) else { return false }
        if bytes.hasText("x-", at: line.lowerBound) || bytes.hasText("content-", at: line.lowerBound) { return true }
        let hash = HeaderSyntax.hash(bytes, line.lowerBound..<end)
        return byHash[hash] != nil || NoiseFields.hashes.contains(hash) || others.contains(hash)
    }

    private static let others: Set<UInt64> = Set(
        [
            "reply-to", "organization", "user-agent", "comments", "keywords", "importance", "priority", "newsgroups",
            "path", "xref", "approved", "apparently-to", "thread-topic", "precedence", "sensitivity",
            "return-receipt-to",
            "disposition-notification-to", "accept-language",
        ].map(HeaderSyntax.hash))
}
