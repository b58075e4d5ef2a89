import Blobs
import Findings

/// What a report says about mail, in words of one form everywhere. Nothing here is masked.
enum MailText {
    /// RFC 3339; `nil` for no date, and for one that no year of four digits has.
    static func date(_ seconds: Int64?) -> String? {
        guard let seconds, (0..<253_402_300_800).contains(seconds) else { return nil }
        return Timestamp.text(Int(seconds))
    }

    /// `<a@corp.example>`; what is no identifier of the message itself is shown as it is.
    static func identifier(_ identifier: String) -> String {
        identifier.hasPrefix("#") ? identifier : "<\(identifier)>"
    }

    /// The address of who wrote a message, else of who sent it; `nil` if it names neither.
    static func sender(of message: MailMessage) -> String? {
        (message.from.first ?? message.sender.first)?.address
    }

    /// Such as `To`, `forward by bob 2024-03-06`, `bounce to postmaster@vendor.example`.
    static func route(_ route: SecretExposure.Route) -> String {
        switch route {
        case .to: "To"
        case .cc: "Cc"
        case .bcc: "Bcc"
        case .resent: "Resent-To"
        case .delivered: "Delivered-To"
        case .list(let address): "list \(address)"
        case .forward(let name, let date): "forward by \(name)\(day(date))"
        case .automaticForward(let name, let date): "automatic forward by \(name)\(day(date))"
        case .reply(let name, let date): "reply by \(name)\(day(date))"
        case .bounce(let address): "bounce to \(address)"
        }
    }

    /// How a secret went, each way once, in order of time.
    static func ways(of exposure: SecretExposure) -> [String] {
        var seen: Set<String> = []
        return exposure.events.flatMap(\.routes).map(route).filter { seen.insert($0).inserted }
    }

    /// `bob@corp.example`, `carol@vendor.example (external)`.
    static func person(_ person: SecretExposure.Person) -> String {
        switch (person.isExternal, person.isPersonalWebmail) {
        case (true, true): "\(person.address) (external, personal webmail)"
        case (true, false): "\(person.address) (external)"
        case (_, true): "\(person.address) (personal webmail)"
        case (_, false): person.address
        }
    }

    /// Whether it left, in a few words; `nil` if it did not.
    static func verdict(on exposure: SecretExposure) -> String? {
        switch (exposure.leftOrganisation, exposure.isInbound) {
        case (true, true): "came from outside, and went on to others outside"
        case (true, false): "left the organisation"
        case (_, true): "came from outside"
        case (nil, false): "may have left: nothing tells whose mail this is, name it with --org-domain"
        case (false, false): nil
        }
    }

    /// `12 encrypted parts, 41 images`; empty if everything was read.
    static func gaps(_ census: MailCensus) -> String {
        census.gaps.sorted { $0.key < $1.key }.map { gap, count in
            Quantity.count(count, gap.nouns.one, plural: gap.nouns.several)
        }.joined(separator: ", ")
    }

    /// Such as `in 37 messages, 34 of which only quote it; 2 threads; 1 marked as deleted, and still there`.
    static func occurrences(_ exposure: SecretExposure) -> String {
        let counts = exposure.counts
        var parts = ["in \(Quantity.count(counts.messages, "message"))"]
        if counts.quotedOnly > 0 {
            parts[0] +=
                ", \(Quantity.count(counts.quotedOnly)) of which only \(counts.quotedOnly == 1 ? "quotes" : "quote") it"
        }
        parts.append(Quantity.count(counts.threads, "thread"))
        parts.append(Quantity.count(exposure.containers.count, "file"))
        if counts.deleted > 0 { parts.append("\(Quantity.count(counts.deleted)) marked as deleted, and still there") }
        if counts.unallocated > 0 { parts.append("\(Quantity.count(counts.unallocated)) in unused space") }
        if counts.spamOrTrash > 0 { parts.append("\(Quantity.count(counts.spamOrTrash)) in spam or trash") }
        if counts.drafts > 0 { parts.append(Quantity.count(counts.drafts, "draft")) }
        return parts.joined(separator: "; ")
    }

    private static func day(_ seconds: Int64?) -> String {
        date(seconds).map { " " + $0.prefix(10) } ?? ""
    }
}
