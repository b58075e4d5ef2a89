import Checksums

/// What a routable token of GitLab says about itself: `PREFIX-PAYLOAD.VV.LLCCCCCCC`.
///
/// `VV` is a version, `LL` the length of the payload in base 36, `CCCCCCC` the CRC-32 of all in front of it. The
/// payload is base64url of 16 random bytes, lines such as `o:1`, whose values are in base 36, and their length.
/// `lib/authn/token_field/generator/routable_token.rb` and `decoders/v1/routable_payload.rb` of GitLab.
struct GitLabRouting {
    /// Bytes behind the payload.
    static let tailLength = 13
    private static let randomBytes = 16
    private static let dot = UInt8(ascii: ".")

    /// The lines of the payload in their order: a letter, and a number.
    let entries: [(key: UInt8, value: UInt32)]

    /// True if the end of `token` is that of a routable token: a dot, a version, a dot and nine digits.
    static func isRoutable(_ token: Span<UInt8>) -> Bool {
        let end = token.count - tailLength
        return end > 0 && token[end] == dot && token[end + 3] == dot
    }

    /// `nil` if the payload is none. The check is not looked at.
    init?(_ token: Span<UInt8>) {
        let end = token.count - Self.tailLength
        guard Self.isRoutable(token), let length = Base36.number(token.extracting(end + 4..<end + 6)),
            length <= end
        else { return nil }
        var text: [UInt8] = []
        for index in end - Int(length)..<end { text.append(token[index]) }
        guard let payload = Base64.decodeEither(text[...]), let count = payload.last,
            payload.count == Self.randomBytes + Int(count) + 1
        else { return nil }
        entries = payload.dropFirst(Self.randomBytes).dropLast().split(separator: UInt8(ascii: "\n")).compactMap {
            line in
            guard line.count > 2, let key = line.first, line[line.startIndex + 1] == UInt8(ascii: ":"),
                let value = Base36.number(Array(line.dropFirst(2)).span)
            else { return nil }
            return (key, value)
        }
    }
}
