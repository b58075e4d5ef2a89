/// Addresses that are spelt in several ways and lead to one mailbox.
enum MailboxName {
    /// What follows the last `@`; empty if there is none.
    static func domain(of address: String) -> String {
        guard let at = address.lastIndex(of: "@") else { return "" }
        return String(address[address.index(after: at)...])
    }

    /// The address without what follows a `+` in its local part (RFC 5233), unless nothing stands in front of it.
    static func withoutTag(_ address: String) -> String {
        guard let at = address.lastIndex(of: "@"), let plus = address[..<at].firstIndex(of: "+"),
            plus > address.startIndex
        else { return address }
        return String(address[..<plus]) + address[at...]
    }

    /// What stands in front of the last `@`, or all of it.
    static func local(of address: String) -> String {
        address.lastIndex(of: "@").map { String(address[..<$0]) } ?? address
    }
}
