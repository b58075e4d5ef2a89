/// Why 40 bytes are held to be no AWS secret access key, for `explain` and for the tests.
public enum SecretKeyObjection: UInt8, Hashable, Sendable, CaseIterable {
    /// Not 40 bytes of `A-Z a-z 0-9 + /`.
    case malformed

    // What stands around the candidate.

    /// The byte before or after belongs to the same run, so this is a slice of something longer.
    case partOfLongerRun

    /// `=` follows: the end of padded base64, or a name that is given a value.
    case paddedBase64

    /// The first bytes belong to an escape such as `\n` or `%2F` that begins before the candidate.
    case escapeSequence

    /// The last line of a wrapped block of base64: a certificate, an attachment, a signature.
    case wrappedBase64

    /// `-`, `_` or `.` joins the candidate to a longer token: base64url, a file name, a message id.
    case joinedToken

    /// One of the encoded words of a folded mail header.
    case encodedWord

    /// The part of a message id before `@`.
    case messageIdentifier

    // What the 40 bytes are.

    /// Hexadecimal digits of one case, such as a SHA-1.
    case hexDigest

    /// Decimal digits.
    case decimalDigits

    /// Words or names between slashes.
    case path

    /// Names of code: capital letters or digits among the words.
    case identifier

    /// Letters of one case in the order of a language.
    case words

    /// Base64 of text, of UTF-16, of hexadecimal or of base64.
    case encodedText

    /// The same bytes again at a fixed distance.
    case repetition

    /// Too few different symbols.
    case lowEntropy

    /// Upper case, lower case, digits, `+` and `/` in shares that a random key does not have.
    case unevenClasses

    /// Too seldom a change from one class of characters to another.
    case longClassRuns
}
