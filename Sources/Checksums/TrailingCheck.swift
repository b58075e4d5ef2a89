/// A check at the end of a token: the CRC-32 of what stands in front of it.
public struct TrailingCheck: Hashable, Sendable {
    /// Where the text that is summed starts.
    enum Start: Hashable, Sendable {
        case beginning
        /// Behind the first `_` of the token.
        case behindUnderscore
        /// Behind a prefix of this many bytes.
        case behindPrefix(Int)
    }

    let start: Start
    let spelling: CheckSpelling

    /// The byte between the text that is summed and the check, if there is one.
    let separator: UInt8?

    init(start: Start, spelling: CheckSpelling, separator: UInt8? = nil) {
        self.start = start
        self.spelling = spelling
        self.separator = separator
    }

    /// True if `token` ends with the check of the rest.
    ///
    /// - Complexity: O(*n*), without allocation.
    public func holds(_ token: Span<UInt8>) -> Bool {
        let checkStart = token.count - spelling.width
        let end = separator == nil ? checkStart : checkStart - 1
        guard end > 0, let start = firstSummed(token), start < end, separator == nil || separator == token[end],
            let check = spelling.check(token.extracting(checkStart..<token.count))
        else { return false }
        return CRC32.checksum(of: token.extracting(start..<end)) == check
    }

    /// Returns `body` with its check; `nil` if it has no prefix where this check needs one.
    func completed(_ body: [UInt8]) -> [UInt8]? {
        guard let start = firstSummed(body.span), start < body.count else { return nil }
        let check = CRC32.checksum(of: body.span.extracting(start..<body.count))
        return body + (separator.map { [$0] } ?? []) + spelling.digits(check)
    }

    private func firstSummed(_ token: Span<UInt8>) -> Int? {
        switch start {
        case .beginning: 0
        case .behindUnderscore: token.indices.first { token[$0] == UInt8(ascii: "_") }.map { $0 + 1 }
        case .behindPrefix(let length): length <= token.count ? length : nil
        }
    }
}

extension TrailingCheck {
    /// GitHub's formula: "Behind GitHub's new authentication token formats" (GitHub blog, 5 April 2021). npm's too:
    /// "Announcing npm's new access token format" (23 September 2021).
    public static let github = TrailingCheck(start: .behindUnderscore, spelling: .base62)

    /// GitLab's routable tokens: `lib/authn/token_field/generator/routable_token.rb` of GitLab.
    public static let gitlab = TrailingCheck(start: .beginning, spelling: .base36)

    /// Grafana's service account tokens: `pkg/components/satokengen/tokengen.go` of grafana/grafana.
    public static let grafana = TrailingCheck(
        start: .beginning, spelling: .littleEndianHex, separator: UInt8(ascii: "_"))

    /// Atlassian's tokens and Bitbucket's app passwords. Atlassian documents no formula.
    public static let atlassian = TrailingCheck(start: .beginning, spelling: .upperHex)

    /// Confluent Cloud's API secrets: "API secret format" in "Use API Keys to Authenticate to Confluent Cloud".
    public static let confluent = TrailingCheck(start: .behindPrefix(4), spelling: .littleEndianBase64)

    /// Zuplo's API keys, `zpka_RANDOM_CHECKSUM`: "API key format" in Zuplo's documentation, which names no formula.
    public static let zuplo = TrailingCheck(start: .behindUnderscore, spelling: .hex, separator: UInt8(ascii: "_"))

    /// Private Packagist's tokens: "How to calculate the checksum" in "Composer Authentication".
    public static let packagist = TrailingCheck(start: .beginning, spelling: .hex)
}
