import Blobs

/// Addresses in texts of headers and properties.
enum AddressText {
    /// The text between angle brackets, or the text itself, without blanks.
    static func bare(_ text: String) -> String {
        var inner = text[...]
        if let open = inner.lastIndex(of: "<") {
            inner = inner[inner.index(after: open)...]
            if let close = inner.firstIndex(of: ">") { inner = inner[..<close] }
        }
        return String(inner.filter { !$0.isWhitespace })
    }

    /// The first text that is an address of the Internet; else the first of all, such as a name in a directory of
    /// Exchange.
    static func best(_ candidates: [String?], name: String?) -> MailAddress? {
        let texts = candidates.compactMap { $0 }.map { bare($0).lowercased() }.filter { !$0.isEmpty }
        if let found = texts.first(where: { $0.contains("@") }) ?? texts.first {
            return MailAddress(address: found, name: name ?? "")
        }
        guard let name else { return nil }
        let isAddress = name.contains("@") && !name.contains(" ")
        return MailAddress(address: isAddress ? bare(name).lowercased() : "", name: isAddress ? "" : name)
    }
}
