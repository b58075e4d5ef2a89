import Blobs

/// A part of a message in a chat, or one view of it. Its bytes, in UTF-8, are read from the reader that gave it.
///
/// Every string of a message is in one of its parts, without the escapes of JSON, but for identifiers that the service
/// makes. Names of members are in none, unless they stand in front of a string of section `T`.
public struct ChatPart: Sendable {
    public enum Kind: Sendable, Hashable, CaseIterable {
        /// Section `H`: sender, channel and subject, one a line.
        case header

        /// Section `1`: what was written.
        case text

        /// Section `1`: what was written in HTML.
        case html

        /// Section `P`: the text before it was edited or deleted, or the text that was answered.
        case previous

        /// Section `B`: lines of the formatted text that are not in the plain one.
        case blocks

        /// Section `A`: the texts of attachments, one a line.
        case attachments

        /// Section `F`: names and addresses of files, one a line.
        case files

        /// Section `T`: all other strings, each behind its name, one a line.
        case properties
    }

    /// The message and the section. The channel is its folder, its list, and the one that it is sent to.
    public let origin: MailOrigin
    public let kind: Kind

    /// `whole`, `rendered` or `markup` for HTML, `links` for the targets of links that the text does not show.
    public let view: MailPart.View

    /// Where the message's object is in the file, in bytes.
    public let range: Range<Int>

    /// The line of the file where it begins, from 1.
    public let line: Int

    /// Whether the message has more text than is kept of one: the rest is in no part.
    public let isCut: Bool
}
