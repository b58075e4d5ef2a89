import Blobs
import Findings

/// Whom a message goes to: people by the header that names them, and lists.
struct Deliveries {
    typealias Route = SecretExposure.Route

    /// The lists and groups that it goes through, in the order of the message.
    let lists: [SecretExposure.List]

    private let named: [(address: String, route: Route)]

    init(_ envelope: Envelope, _ book: AddressBook) {
        var named: [(address: String, route: Route)] = []
        var groups: [String] = []
        let headers: [([MailAddress], Route)] = [
            (envelope.to, .to), (envelope.cc, .cc), (envelope.bcc, .bcc), (envelope.resentTo, .resent),
            (envelope.deliveredTo, .delivered),
        ]
        let listNames = Set(envelope.lists.map { $0.lowercased() })
        for (addresses, route) in headers {
            for address in addresses.map(\.address) where !address.isEmpty {
                let isList = listNames.contains(address) || listNames.contains(Self.identifier(of: address))
                if isList || book.people(in: address) != nil {
                    if !groups.contains(address) { groups.append(address) }
                } else {
                    named.append((address, route))
                }
            }
        }
        // What no address stands for is told by its identifier.
        for name in envelope.lists.map({ $0.lowercased() }) where !name.isEmpty {
            let address = Self.address(of: name)
            let isKnown = groups.contains { $0 == name || Self.identifier(of: $0) == name }
            if !isKnown { groups.append(book.people(in: address) == nil ? name : address) }
        }
        lists = groups.map { group in
            SecretExposure.List(
                address: group, memberCount: book.people(in: group)?.count, isExternal: book.isExternal(group))
        }
        self.named = named
    }

    /// Everyone, each with the first header that names them, the members of lists last.
    ///
    /// - Parameter followed: lists whose members are left out: they are known.
    func people(_ book: AddressBook, besides followed: Set<String>) -> [(mailbox: String, route: Route)] {
        var seen: Set<String> = []
        var people: [(mailbox: String, route: Route)] = []
        for (address, route) in named {
            let mailbox = book.mailbox(address)
            if seen.insert(mailbox).inserted { people.append((mailbox, route)) }
        }
        for list in lists where !followed.contains(list.address) {
            for mailbox in book.people(in: list.address) ?? [] where seen.insert(mailbox).inserted {
                people.append((mailbox, .list(list.address)))
            }
        }
        return people
    }

    /// As most list servers make an identifier of an address (RFC 2919): `dev@corp.example` is `dev.corp.example`.
    private static func identifier(of address: String) -> String {
        MailboxName.local(of: address) + "." + MailboxName.domain(of: address)
    }

    private static func address(of identifier: String) -> String {
        guard !identifier.contains("@"), let dot = identifier.firstIndex(of: ".") else { return identifier }
        return String(identifier[..<dot]) + "@" + identifier[identifier.index(after: dot)...]
    }
}
