/// A mailbox, as a message names it.
public struct MailAddress: Hashable, Sendable {
    /// The address in lower case, such as `ann@example.org`: without comments, quotes and a display name.
    public let address: String

    /// The display name, decoded; empty if there is none.
    public let name: String

    public init(address: String, name: String = "") {
        self.address = address
        self.name = name
    }

    /// What follows the last `@`; empty if there is none.
    public var domain: String {
        guard let at = address.lastIndex(of: "@") else { return "" }
        return String(address[address.index(after: at)...])
    }
}
