import Blobs

/// Who sent a message of a chat, as far as the message tells.
struct ChatSender {
    /// The identifier of the service; the names that people see, best first; the address.
    var identifier = ""
    var realName = ""
    var displayName = ""
    var otherName = ""
    var email = ""

    /// The sender as a mailbox: without an address if the message does not tell it. An identifier of the service is no
    /// address, and must not pass for one outside of the organisation.
    var address: MailAddress? {
        let name = [realName, displayName, otherName, identifier].first { !$0.isEmpty } ?? ""
        let address = email.contains("@") ? email.lowercased() : ""
        return name.isEmpty && address.isEmpty ? nil : MailAddress(address: address, name: name)
    }

    /// As a line of a header.
    var line: String {
        guard let address else { return "" }
        let parts = [address.name, address.address.isEmpty ? "" : "<\(address.address)>"]
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
