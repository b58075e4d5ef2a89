extension MailKind {
    /// Bytes that are enough to tell.
    public static let detectionLength = 4096

    /// What kind of mail a content is, by its first bytes; `nil` if it is none.
    ///
    /// - Parameter first: The first 4096 bytes, or all there are.
    /// - Complexity: O(1): no more than 4096 bytes are looked at.
    public static func detect(_ first: Span<UInt8>) -> MailKind? {
        let bytes = first.extracting(0..<min(first.count, detectionLength))
        var start = bytes.hasText("\u{FEFF}", at: 0) ? 3 : 0
        while start < bytes.count, bytes[start] == 0x0A || bytes[start] == 0x0D { start += 1 }
        guard start < bytes.count else { return nil }
        let range = start..<bytes.count
        if bytes.hasText("begin:vcalendar", at: start) || bytes.hasText("begin:vcard", at: start) {
            let end = start + (bytes.hasText("begin:vcard", at: start) ? 11 : 15)
            return end == bytes.count || bytes[end] <= 0x20 ? .calendar : nil
        }
        if bytes.hasText("from ", at: start) {
            return bytes[start] == 0x46 && MboxSeparator.kind(bytes, range) != .none ? .mbox : nil
        }
        if bytes.hasText("\u{1}\u{1}\u{1}\u{1}", at: start) {
            let next = bytes.firstIndex(of: 0x0A, in: range) + 1
            guard next - start <= 6, next < bytes.count else { return nil }
            let isMail =
                HeaderEvidence.isMail(bytes, next..<bytes.count)
                || MboxSeparator.kind(bytes, next..<bytes.count) != .none
            return isMail ? .mbox : nil
        }
        if bytes[start].isDigit {
            let end = bytes.firstIndex(of: 0x0A, in: range)
            guard end < bytes.count, end - start <= 32 else { return nil }
            for index in start..<end where !bytes[index].isDigit && bytes[index] > 0x20 { return nil }
            return HeaderEvidence.isMail(bytes, end + 1..<bytes.count) ? .emlx : nil
        }
        return HeaderEvidence.isMail(bytes, range) ? .message : nil
    }
}
