import Crypto

/// The check inside GitHub's fine-grained personal access tokens, `github_pat_` 22 `_` 59.
///
/// The eight characters before the last eight are the first eight of base32 of the SHA-256 of all that stands in front
/// of them. GitHub documents no formula.
public enum GitHubFineGrainedCheck {
    private static let width = 8

    public static func holds(_ token: Span<UInt8>) -> Bool {
        let start = token.count - 2 * width
        guard start > 0 else { return false }
        let expected = digits(of: token.extracting(0..<start))
        return expected.indices.allSatisfy { expected[$0] == token[start + $0] }
    }

    /// Returns `body` with the check in front of its last eight characters.
    static func completed(_ body: [UInt8]) -> [UInt8]? {
        guard body.count > width else { return nil }
        let start = body.count - width
        return body[..<start] + digits(of: body.span.extracting(0..<start)) + body[start...]
    }

    private static func digits(of text: Span<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        for index in text.indices { bytes.append(text[index]) }
        return Array(Base32.encode(Array(SHA256.hash(data: bytes))).prefix(width))
    }
}
