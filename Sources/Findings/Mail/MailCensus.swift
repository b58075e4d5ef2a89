import Blobs

/// What was seen of mail in a run: how much, what could not be read, and whose it is.
///
/// Workers have one each, and these are merged.
public struct MailCensus: Hashable, Sendable {
    /// The most addresses that are tallied: the owners of mailboxes are few, and what exceeds this is hostile.
    private static let addressLimit = 20_000

    /// Messages as they are stored: a copy in another folder counts again, an attached message does not.
    public private(set) var messages = 0

    /// Parts of messages that are not multipart, whether read or not.
    public private(set) var parts = 0

    /// What was not read, by reason; none of 0.
    public private(set) var gaps: [MailGap: Int] = [:]

    /// How often each address is the one that a message was delivered to.
    public private(set) var recipients: [String: Int] = [:]

    /// How often each address is the sender of a message in a folder for mail sent.
    public private(set) var senders: [String: Int] = [:]

    public init() {}

    /// Counts a message as it is stored.
    ///
    /// - Parameter parts: how many parts that are not multipart it has, those of attached messages included.
    public mutating func see(_ message: MailMessage, parts: Int) {
        messages += 1
        self.parts += parts
        for address in message.deliveredTo { Self.count(address.address, 1, in: &recipients) }
        guard MailFolders.holdsSent(message.folders) else { return }
        for address in message.from { Self.count(address.address, 1, in: &senders) }
    }

    /// Counts what was not read.
    public mutating func miss(_ gap: MailGap, count: Int = 1) {
        guard count > 0 else { return }
        gaps[gap, default: 0] += count
    }

    public mutating func merge(_ other: MailCensus) {
        messages += other.messages
        parts += other.parts
        gaps.merge(other.gaps, uniquingKeysWith: +)
        for (address, count) in other.recipients.sorted(by: { $0.key < $1.key }) {
            Self.count(address, count, in: &recipients)
        }
        for (address, count) in other.senders.sorted(by: { $0.key < $1.key }) {
            Self.count(address, count, in: &senders)
        }
    }

    private static func count(_ address: String, _ count: Int, in tally: inout [String: Int]) {
        guard address.contains("@"), tally[address] != nil || tally.count < addressLimit else { return }
        tally[address, default: 0] += count
    }
}
