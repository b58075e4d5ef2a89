/// Weighs whether lines are the header of a message: many texts have lines of names and values.
enum HeaderEvidence {
    /// Fields that nothing but mail and news has.
    private static let strong: Set<UInt64> = Set(
        [
            "received", "return-path", "delivered-to", "message-id", "mime-version", "dkim-signature", "x-received",
            "x-mozilla-status", "x-gm-thrid", "x-gmail-labels", "in-reply-to", "content-transfer-encoding", "reply-to",
            "x-mailer", "authentication-results", "arc-seal", "x-original-to", "envelope-to", "thread-topic",
            "newsgroups", "resent-from", "list-id", "x-account-key", "x-uidl", "apparently-to", "x-ms-has-attach",
            "x-gm-message-state", "x-mozilla-keys", "x-universally-unique-identifier", "received-spf",
            "x-ms-exchange-organization-scl", "delivery-date", "x-envelope-from", "x-unsent",
        ].map(HeaderSyntax.hash))

    private static let date = HeaderSyntax.hash("date")
    private static let subject = HeaderSyntax.hash("subject")
    private static let addressed: Set<UInt64> = Set(["from", "to", "cc", "sender"].map(HeaderSyntax.hash))

    /// Whether a range begins with a header: all lines up to an empty one are fields or continue some, and enough of
    /// them are those of mail.
    ///
    /// - Complexity: O(n).
    static func isMail(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var score = 0
        var seen: Set<UInt64> = []
        var index = range.lowerBound
        var strange = 0
        while index < range.upperBound {
            let end = bytes.firstIndex(of: 0x0A, in: index..<range.upperBound)
            var last = end
            while last > index, bytes[last - 1] == 0x0D { last -= 1 }
            if last == index { break }
            // The last line may be cut.
            let isCut = end == range.upperBound
            if bytes[index].isBlank {
                if index == range.lowerBound { return false }
            } else if let nameEnd = HeaderSyntax.nameEnd(bytes, index..<last) {
                let hash = HeaderSyntax.hash(bytes, index..<nameEnd)
                if seen.insert(hash).inserted { score += weight(hash, bytes, index, nameEnd..<last) }
            } else if !isCut {
                if index == range.lowerBound { return false }
                // A body without an empty line in front, or the line of another mailbox.
                strange += 1
                if strange > 1 || score < 4 { return false }
            }
            index = end + 1
        }
        return score >= 3 && seen.count >= 2
    }

    private static func weight(_ hash: UInt64, _ bytes: Span<UInt8>, _ name: Int, _ rest: Range<Int>) -> Int {
        if strong.contains(hash) { return 2 }
        // Files of settings have such names in lower case.
        guard bytes[name] >= 0x41, bytes[name] <= 0x5A else { return 0 }
        if hash == subject { return 1 }
        if hash == date {
            return MailDate.seconds(bytes, rest.lowerBound + 1..<rest.upperBound) == nil ? 0 : 1
        }
        guard addressed.contains(hash) else { return 0 }
        return bytes.firstIndex(of: 0x40, in: rest) < rest.upperBound ? 1 : 0
    }
}
