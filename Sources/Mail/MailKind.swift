/// What a file of mail is made of, as its first bytes tell.
public enum MailKind: Sendable, Hashable, CaseIterable {
    /// Messages one behind the other, each behind a line `From …` (RFC 4155) or four `^A` (MMDF).
    case mbox

    /// One message (RFC 5322): `.eml`, a file of a Maildir, `.mht`.
    case message

    /// A message of Apple Mail: its length, itself, and a property list.
    case emlx

    /// Calendars and contacts: iCalendar (RFC 5545), vCard (RFC 6350 and 2.1).
    case calendar
}
