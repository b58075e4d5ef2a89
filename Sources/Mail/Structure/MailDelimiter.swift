/// What ends a header or a content.
enum MailDelimiter {
    /// A boundary of an open multipart, and how many bytes its line has.
    case boundary(level: Int, closes: Bool, length: Int)

    /// A boundary of the message before: what looked like a new message was a part of it.
    case earlierBoundary(level: Int, closes: Bool, length: Int)

    /// The line between two messages of a mailbox.
    case separator(length: Int)
    case end
}
