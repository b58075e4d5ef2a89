import Checksums

/// What a placeholder makes.
enum TemplateGenerator: Hashable, Sendable {
    case characters(TemplateAlphabet, count: ClosedRange<Int>)
    case uuid
    case word
    case pem(KeySample)
    /// A private key, a store of keys or a public key in a format of its own.
    case key(KeyFileSample)
    /// The bytes that the argument spells in hexadecimal.
    case bytes([Template.Piece])
    /// The argument itself: splits a text that must not stand in a file in one piece.
    case text([Template.Piece])
    /// RFC 4648, section 4, padded.
    case base64([Template.Piece])
    /// RFC 4648, section 5, not padded.
    case base64url([Template.Piece])
    /// Two hexadecimal digits for each byte.
    case hex([Template.Piece])
    /// As `base64` and `base64url`, of the bytes that the argument gives in hexadecimal digits.
    case base64OfHex([Template.Piece])
    case base64urlOfHex([Template.Piece])
    /// The content of a JSON string, with `\/` for `/`.
    case json([Template.Piece])
    /// RFC 3986, section 2.1: everything but unreserved characters as `%XX`.
    case percent([Template.Piece])
    /// The first text before each line of the second.
    case eachLine(prefix: String, [Template.Piece])

    /// The argument with the check digits of a family of tokens.
    case checked(CheckedFamily, [Template.Piece])

    /// The most characters of one placeholder.
    static let maximumCount = 16_384

    /// Generators whose argument is a template.
    static let transforms: [String: @Sendable ([Template.Piece]) -> TemplateGenerator] = [
        "text": { .text($0) },
        "base64-of": { .base64($0) },
        "base64url-of": { .base64url($0) },
        "hex-of": { .hex($0) },
        "base64-of-hex": { .base64OfHex($0) },
        "base64url-of-hex": { .base64urlOfHex($0) },
        "json-of": { .json($0) },
        "percent-of": { .percent($0) },
        "bytes-of": { .bytes($0) },
    ]

    static func isReserved(_ name: String) -> Bool {
        ["uuid", "word", "pem", "key", "each-line", "checked", "open", "close"].contains(name)
            || transforms[name] != nil || TemplateAlphabet(rawValue: name) != nil
    }
}
