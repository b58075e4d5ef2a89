/// An encoding that a text was decoded from, as reports name it.
public enum Encoding: String, Hashable, Sendable, CaseIterable {
    // Code units wider than a byte: those of `TextEncoding`.
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case utf32LittleEndian = "utf-32le"
    case utf32BigEndian = "utf-32be"

    /// RFC 4648, section 4.
    case base64

    /// RFC 4648, section 5.
    case base64URL = "base64url"

    /// Two hexadecimal digits for each byte: RFC 4648, section 8.
    case hexadecimal = "hex"

    /// `%41`: RFC 3986, section 2.1.
    case percent

    /// `\x41`, `\u0041` or `\u{41}` in a string of a programming language, or of JSON (RFC 8259, section 7).
    case backslash

    /// `&#65;`, `&#x41;` and the names of signs: the HTML standard, section 13.1.4.
    case htmlEntities = "html"

    /// `=41` and soft line breaks: RFC 2045, section 6.7.
    case quotedPrintable = "quoted-printable"

    /// String literals that follow each other, or a line that is continued: a token in pieces.
    case joined

    /// Signs without width, and signs that look like those of ASCII: Unicode Technical Standard 39.
    case confusables

    /// RFC 1952, within bytes that were decoded.
    case gzip

    /// RFC 1950, the same.
    case zlib

    public init(_ encoding: TextEncoding) {
        switch encoding {
        case .utf16LittleEndian: self = .utf16LittleEndian
        case .utf16BigEndian: self = .utf16BigEndian
        case .utf32LittleEndian: self = .utf32LittleEndian
        case .utf32BigEndian: self = .utf32BigEndian
        }
    }
}
