/// GitLab's routable tokens: `PREFIX-PAYLOAD.01.LLCCCCCCC`.
///
/// `LL` is the length of the payload in base 36, `CCCCCCC` the CRC-32 of all in front of it. The payload is base64url
/// of 16 random bytes, lines such as `o:1`, and the length of these lines in one byte.
enum GitLabToken {
    private static let randomBytes = 16
    private static let dash = UInt8(ascii: "-")

    /// Returns the token whose prefix, random bytes and lines stand in `body`, such as `glpat-` + 16 bytes + `o:1`.
    static func completed(_ body: [UInt8]) -> [UInt8]? {
        guard let end = body.firstIndex(of: dash) else { return nil }
        let content = body[(end + 1)...]
        guard content.count > randomBytes, let length = UInt8(exactly: content.count - randomBytes) else { return nil }
        let payload = Base64.encode(content + [length], urlSafe: true)
        guard let count = UInt32(exactly: payload.count) else { return nil }
        let head = body[...end] + payload + Array(".01.".utf8) + Base36.digits(count, width: 2)
        return TrailingCheck.gitlab.completed(Array(head))
    }
}
