import Blobs
import Findings

/// Follows a secret from message to message, in order of time: whom each one reaches, and how.
///
/// Only messages that hold the secret are looked at, so nobody is counted who joined a thread after it was removed.
struct ReachTracer {
    private(set) var people: [String: SecretExposure.Person] = [:]
    private(set) var lists: [String: SecretExposure.List] = [:]
    private(set) var events: [SecretExposure.Event] = []

    private let book: AddressBook

    /// Who sent it first: nobody whom it reached.
    private let author: String

    /// - Parameter author: the address of who sent it first; empty if unknown.
    init(_ book: AddressBook, author: String) {
        self.book = book
        self.author = author.isEmpty ? "" : book.mailbox(author)
    }

    /// What a message adds. What was not sent adds nothing.
    mutating func follow(_ envelope: Envelope) {
        guard !envelope.isDraft else { return }
        let deliveries = Deliveries(envelope, book)
        let sender = envelope.sender.isEmpty ? "" : book.mailbox(envelope.sender)
        let means = Self.means(of: envelope, sender.isEmpty ? "somebody" : book.shortName(sender))
        var reached = deliveries.people(book, besides: Set(lists.keys))
        // Whoever quotes it or sends it on has it, even if no message here tells since when.
        if case .other(let route) = means, !envelope.states.contains(.autoForwarded), !sender.isEmpty {
            reached.append((sender, route))
        }
        var routes = RouteList()
        var (newPeople, newExternal) = (0, 0)
        for (mailbox, header) in reached where mailbox != author {
            let route = Self.route(means, header, mailbox)
            if means == .direct || means == .bounce { routes.add(route) }
            guard people[mailbox] == nil else { continue }
            routes.add(route)
            let isExternal = book.isExternal(mailbox)
            people[mailbox] = SecretExposure.Person(
                address: mailbox, isExternal: isExternal,
                isPersonalWebmail: WebmailProviders.contains(MailboxName.domain(of: mailbox)) && isExternal != false,
                since: envelope.date, route: route)
            newPeople += 1
            if isExternal == true { newExternal += 1 }
        }
        for list in deliveries.lists where lists[list.address] == nil {
            lists[list.address] = list
            routes.add(.list(list.address))
        }
        guard !routes.all.isEmpty || events.isEmpty else { return }
        events.append(
            SecretExposure.Event(
                date: envelope.date, messageID: envelope.identifier, from: envelope.sender, subject: envelope.subject,
                routes: routes.all, newPeople: newPeople, newExternal: newExternal))
    }

    /// Routes in order, each once.
    private struct RouteList {
        private(set) var all: [SecretExposure.Route] = []
        private var known: Set<SecretExposure.Route> = []

        mutating func add(_ route: SecretExposure.Route) {
            if known.insert(route).inserted { all.append(route) }
        }
    }

    /// How a message carries the secret, whoever receives it.
    private enum Means: Equatable {
        case direct, bounce
        case other(SecretExposure.Route)
    }

    private static func means(of envelope: Envelope, _ sender: String) -> Means {
        if envelope.states.contains(.bounce) { return .bounce }
        if envelope.states.contains(.autoForwarded) {
            return .other(.automaticForward(by: sender, date: envelope.date))
        }
        if envelope.holdsOriginal { return .direct }
        let isForward = envelope.encloses || ForwardSubjects.match(envelope.subject)
        return .other(
            isForward ? .forward(by: sender, date: envelope.date) : .reply(by: sender, date: envelope.date))
    }

    private static func route(
        _ means: Means, _ header: SecretExposure.Route, _ mailbox: String
    ) -> SecretExposure.Route {
        switch means {
        case .direct: header
        case .bounce: .bounce(to: mailbox)
        case .other(let route): route
        }
    }
}
