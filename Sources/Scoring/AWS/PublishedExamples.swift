/// Credentials that AWS publishes in its documentation: recognised, and not a leak.
///
/// AWS marks its examples. Ids end in `EXAMPLE`, with characters that base32 does not have where the mark needs them
/// (`AKIAI44QH8DHB` + `EXAMPLE`); secrets end in `EXAMPLEKEY`, or in `EXAMPLE`; session tokens hold `EXAMPLE`. A random
/// secret ends in the shorter mark once in 64^7, so no list of values is kept.
enum PublishedExamples {
    static func isKeyID(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        ends(text, range, in: "EXAMPLE")
    }

    /// - Parameter range: the forty characters of a secret access key.
    static func isSecretKey(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        ends(text, range, in: "EXAMPLEKEY") || ends(text, range, in: "EXAMPLE")
    }

    static func isSessionToken(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        text.firstIndex(of: "EXAMPLE", in: range) != nil
    }

    private static func ends(_ text: Span<UInt8>, _ range: Range<Int>, in mark: String) -> Bool {
        let start = range.upperBound - mark.utf8.count
        return start >= range.lowerBound && text.starts(with: mark, at: start)
    }
}
