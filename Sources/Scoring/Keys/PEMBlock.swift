/// A private key's armour, read out of whatever text it was pasted into: RFC 7468, RFC 1421 and RFC 9580, section 6.
///
/// The same key stands in files, in JSON with `\n` escapes, in string literals joined with `+`, behind `> ` in mail
/// and behind `#` or `//` in comments. What counts is the base64; the rest is told apart like this:
///
///     find "-----BEGIN " label "-----"; remember what stands before "-----END" on its line, if only "+" or "/"
///     repeat
///         at the start of a line: skip blanks, `>`, `#`, `*`, `|`, and as many `+` or `/` as the footer has
///         `Name:` before any base64: a header, skip its line
///         a quote: a joint if only blanks, `+`, `.`, `,`, `\` and line ends come before the next quote; skip both
///         "=" after a line end in PGP armour: the checksum
///         base64: six more bits        "-----": the end        anything else: the end, too early
struct PEMBlock {
    /// Why the body ends where it does.
    enum End {
        case footer
        /// The text ends before the footer, or the string literal does.
        case text
        /// Something that is neither base64 nor armour, such as `...`.
        case foreignByte
    }

    /// The most bytes of text that are read.
    static let longestText = 65_536

    /// What the header names, such as `RSA PRIVATE KEY`.
    let label: [UInt8]

    /// The decoded bytes, up to the first fault.
    let body: [UInt8]
    let end: End

    /// The base64 is complete: its length and its padding agree.
    let isWholeBase64: Bool

    /// A header `Proc-Type: 4,ENCRYPTED` says that the body is ciphertext.
    let isCiphertext: Bool

    /// The cipher that a header `DEK-Info` names.
    let cipher: [UInt8]?

    /// The CRC-24 that PGP armour states.
    let checksum: UInt32?

    /// `nil` without a header line, or when not a single character of base64 follows it.
    ///
    /// Complexity: O(n). Nothing is allocated before the first character of base64 is found.
    init?(_ text: Span<UInt8>, _ range: Range<Int>) {
        let range = range.lowerBound..<min(range.upperBound, range.lowerBound + Self.longestText)
        guard let start = text.firstIndex(of: "-----BEGIN ", in: range), let label = Self.label(text, start, range)
        else { return nil }
        var reader = PEMBodyReader(text, label.upperBound + 5..<range.upperBound)
        guard reader.findBody(text) else { return nil }
        reader.readBody(text)
        self.label = (label.lowerBound..<label.upperBound).map { text[$0] }
        body = reader.decoder.bytes
        end = reader.end
        isWholeBase64 = reader.isWholeBase64
        isCiphertext = reader.isCiphertext
        cipher = reader.cipher.map { range in range.map { text[$0] } }
        checksum = reader.checksum
    }

    /// The armour as tools write it: header line, lines of 64 characters, footer line.
    var canonical: [UInt8] {
        var text = Array("-----BEGIN ".utf8) + label + Array("-----\n".utf8)
        text += Base64.encode(body, column: 64)
        text += Array("-----END ".utf8) + label + Array("-----\n".utf8)
        return text
    }

    func isLabelled(_ label: String) -> Bool {
        self.label.span.holds(label, at: 0..<self.label.count)
    }

    private static let longestLabel = 64

    private static func label(_ text: Span<UInt8>, _ start: Int, _ range: Range<Int>) -> Range<Int>? {
        let first = start + 11
        let limit = min(range.upperBound, first + longestLabel)
        guard first < limit, let dashes = text.firstIndex(of: "-----", in: first..<limit) else { return nil }
        return first..<dashes
    }
}
