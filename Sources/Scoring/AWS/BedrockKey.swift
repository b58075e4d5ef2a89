/// An Amazon Bedrock API key: "API keys" in the Amazon Bedrock User Guide.
///
/// Long-term keys are `ABSK` and base64 of `BedrockAPIKey-<suffix>-at-<account>:<secret>`. Short-term keys are
/// `bedrock-api-key-` and base64 of a presigned URL of `bedrock.amazonaws.com` for the action `CallWithBearerToken`.
enum BedrockKey {
    /// The user that the key belongs to, in this account.
    case longTerm(account: ArraySlice<UInt8>)
    case shortTerm(PresignedURL)

    /// `nil` if `text` does not decode to either form.
    init?(_ text: Span<UInt8>, _ range: Range<Int>) {
        let value = SpelledText.undone(text, range)
        let bytes = value.span
        if bytes.starts(with: "ABSK", at: 0) {
            self.init(longTerm: Base64.decode(bytes, 4..<value.count))
        } else if bytes.starts(with: "bedrock-api-key-", at: 0) {
            self.init(shortTerm: Base64.decode(bytes, 16..<value.count))
        } else {
            return nil
        }
    }

    private init?(longTerm decoded: [UInt8]?) {
        guard let decoded, decoded.span.starts(with: "BedrockAPIKey-", at: 0),
            let colon = decoded.firstIndex(of: UInt8(ascii: ":")), decoded.count - colon > Self.shortestSecret
        else { return nil }
        // `-at-` and twelve digits end the user's name.
        let account = decoded[..<colon].suffix(12)
        guard UTCTime.number(account) != nil, decoded.span.starts(with: "-at-", at: account.startIndex - 4),
            decoded[colon...].allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        self = .longTerm(account: account)
    }

    private init?(shortTerm decoded: [UInt8]?) {
        guard let decoded, decoded.span.starts(with: "bedrock", at: 0), let url = PresignedURL(decoded) else {
            return nil
        }
        self = .shortTerm(url)
    }

    /// Published keys have 44 characters of base64 behind the colon.
    private static let shortestSecret = 32
}
