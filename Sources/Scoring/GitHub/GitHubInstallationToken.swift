/// A stateless installation access token of a GitHub App: `ghs_APPID_JWT`.
///
/// "Notice about upcoming new format for GitHub App installation tokens" (GitHub changelog, 24 April 2026). What the
/// JSON Web Token says is GitHub's own affair; here it is asked only whether header and claims are objects of JSON.
struct GitHubInstallationToken {
    let appID: [UInt8]

    /// `nil` if the bytes in `range` are no such token.
    init?(_ text: Span<UInt8>, _ range: Range<Int>) {
        guard text.starts(with: "ghs_", at: range.lowerBound) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count)
        for index in range.dropFirst(4) { bytes.append(text[index]) }
        let parts = bytes.split(separator: UInt8(ascii: "_"), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, UTCTime.number(parts[0]) != nil else { return nil }
        let segments = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard segments.count == 3, Self.isObject(segments[0]), Self.isObject(segments[1]), !segments[2].isEmpty else {
            return nil
        }
        appID = Array(parts[0])
    }

    private static func isObject(_ segment: ArraySlice<UInt8>) -> Bool {
        guard let decoded = Base64.decodeEither(segment) else { return false }
        return decoded.span.starts(with: "{\"", at: 0) && decoded.last == UInt8(ascii: "}")
    }
}
