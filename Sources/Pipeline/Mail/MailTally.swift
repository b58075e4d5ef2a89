import Blobs
import Findings

/// Counts the stored messages of a mailbox, and their parts, as they come.
struct MailTally {
    private var message: MailMessage?
    private var parts = 0

    mutating func see(_ item: MailItem, into census: inout MailCensus) {
        if item.origin.enclosing.isEmpty, item.origin.section == "H" {
            finish(into: &census)
            message = item.origin.message
        }
        if item.isPart { parts += 1 }
    }

    /// Counts the message in hand.
    mutating func finish(into census: inout MailCensus) {
        guard let message else { return }
        census.see(message, parts: parts)
        (self.message, parts) = (nil, 0)
    }
}
