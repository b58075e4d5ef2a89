/// Where in a mail message something stands.
public final class MailOrigin: Sendable {
    /// The innermost message that holds it.
    public let message: MailMessage

    /// The messages around it, outermost first; empty unless it was sent on as an attachment.
    public let enclosing: [MailMessage]

    /// The part: `H` for the header, else its number as IMAP counts them (RFC 9051, section 6.4.5), such as `2.1`.
    public let section: String

    public init(message: MailMessage, enclosing: [MailMessage], section: String) {
        self.message = message
        self.enclosing = enclosing
        self.section = section
    }
}
