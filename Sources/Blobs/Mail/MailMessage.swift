/// What a mail message says about itself: who sent it, who received it, and to what it belongs.
///
/// Texts are decoded, and cut at the length that their reader allows. Lists are in the order of the message, without
/// repeats, and cut too: `isCut` says so.
public struct MailMessage: Hashable, Sendable {
    /// What is special about a copy of a message.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// Marked as deleted, and still in the file until it is compacted (`X-Mozilla-Status`, bit 3), or a Maildir's
        /// flag `T`.
        case deleted

        /// In unused space of a store.
        case unallocated
        case draft
        case spam
        case trash

        /// A report that a message could not be delivered, with the message in it (RFC 3464).
        case bounce

        /// Sent on by a machine: `Auto-Submitted: auto-forwarded`, `X-Forwarded-For`, `Resent-*` of a machine.
        case autoForwarded = "auto-forwarded"
    }

    /// `Message-ID` without its angle brackets; `#` and twelve digits of the SHA-256 of its header if it has none.
    public var identifier: String = ""

    /// `Date` in seconds since 1970-01-01T00:00Z; `nil` if it has none that can be read.
    public var date: Int64?
    public var subject: String = ""
    public var from: [MailAddress] = []
    public var sender: [MailAddress] = []
    public var to: [MailAddress] = []
    public var cc: [MailAddress] = []

    /// Seen in the sender's own copy only.
    public var bcc: [MailAddress] = []
    public var resentTo: [MailAddress] = []

    /// Whose mailbox it came to: `Delivered-To`, `X-Original-To`, `Envelope-To`, and `Received: … for <address>`.
    public var deliveredTo: [MailAddress] = []

    /// The mailing lists that it went through: the identifiers of `List-Id` (RFC 2919), or the addresses of
    /// `List-Post`.
    public var lists: [String] = []

    /// `Auto-Submitted` and its like: see `State`.
    public var states: Set<State> = []

    /// Gmail's labels, or the folder that the mailbox's own format gives it, decoded.
    public var folders: [String] = []

    /// What it belongs to, best first: `X-GM-THRID`, the first 22 bytes of `Thread-Index` in hexadecimal digits, the
    /// first of `References`, or `In-Reply-To`; `nil` if it begins a thread.
    public var thread: String?

    /// The message that encloses it, by its identifier, if it was sent on as an attachment.
    public var enclosedIn: String?

    /// Where it begins in the file or member that holds it, in bytes.
    public var offset: Int = 0

    /// Whether there were more addresses than are kept.
    public var isCut = false

    public init() {}
}
