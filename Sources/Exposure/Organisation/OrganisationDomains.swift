import Findings

/// What belongs to the organisation whose mail is read: its domains with all their sub-domains, or, of a private
/// mailbox at a provider for everyone, the address of its owner.
public struct OrganisationDomains: Hashable, Sendable {
    private let domains: Set<String>
    private let addresses: Set<String>

    /// Whether the user has named it.
    public let isGiven: Bool

    /// - Parameter names: domains such as `corp.example`, with or without an `@` in front, or whole addresses. Letter
    ///   case does not matter.
    /// - Throws: `OrganisationNameError` for what is neither.
    public init(_ names: [String]) throws(OrganisationNameError) {
        var (domains, addresses): (Set<String>, Set<String>) = ([], [])
        for name in names {
            var text = name.lowercased()
            if text.hasPrefix("@") { text.removeFirst() }
            if text.hasSuffix(".") { text.removeLast() }
            let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count <= 2, let domain = parts.last, Self.isDomain(domain), parts[0] != "" else {
                throw OrganisationNameError(name: name)
            }
            if parts.count == 2 { addresses.insert(MailboxName.withoutTag(text)) } else { domains.insert(text) }
        }
        (self.domains, self.addresses, isGiven) = (domains, addresses, !names.isEmpty)
    }

    /// What the mail itself tells: the most frequent domain that messages were delivered to, else the most frequent
    /// sender's domain in folders for mail sent. Where that is a provider for everyone, the most frequent address
    /// there.
    public init(guessedFrom census: MailCensus) {
        let tallies = census.recipients.isEmpty ? census.senders : census.recipients
        var counts: [String: Int] = [:]
        for (address, count) in tallies { counts[MailboxName.domain(of: address), default: 0] += count }
        isGiven = false
        guard let domain = Self.mostFrequent(counts) else {
            (domains, addresses) = ([], [])
            return
        }
        if WebmailProviders.contains(domain) {
            let owners = tallies.filter { MailboxName.domain(of: $0.key) == domain }
            (domains, addresses) = ([], Set([Self.mostFrequent(owners)].compactMap(\.self).map(MailboxName.withoutTag)))
        } else {
            (domains, addresses) = ([domain], [])
        }
    }

    /// Whether nothing is known.
    public var isEmpty: Bool { domains.isEmpty && addresses.isEmpty }

    /// Domains, then addresses, in order.
    public var names: [String] { domains.sorted() + addresses.sorted() }

    /// Whether a mailbox is the organisation's own; `nil` if nothing is known.
    ///
    /// - Parameter address: in lower case, without what follows a `+`.
    public func contains(_ address: String) -> Bool? {
        guard !isEmpty else { return nil }
        return addresses.contains(address) || ownDomain(above: MailboxName.domain(of: address)) != nil
    }

    /// The organisation's domain that `domain` is, or is a sub-domain of: the longest; `nil` if there is none.
    func ownDomain(above domain: String) -> String? {
        var rest = domain[...]
        while !rest.isEmpty {
            if domains.contains(String(rest)) { return String(rest) }
            guard let dot = rest.firstIndex(of: ".") else { return nil }
            rest = rest[rest.index(after: dot)...]
        }
        return nil
    }

    private static func isDomain(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.count <= 253
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
                !label.isEmpty
                    && label.unicodeScalars.allSatisfy {
                        $0 == "-" || $0 == "_" || $0.properties.isAlphabetic
                            || $0.properties.numericType != nil
                    }
            }
    }

    /// The key with the greatest count, the first in order among equals.
    private static func mostFrequent(_ counts: [String: Int]) -> String? {
        counts.filter { !$0.key.isEmpty }.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    }
}
