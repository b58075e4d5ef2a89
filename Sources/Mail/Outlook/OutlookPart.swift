import Blobs

/// A part of a message in a file of Outlook: its header, a body, an attachment.
public struct OutlookPart: Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Section `H`: the subject and the addresses, one a line, and then the header with which the message came
        /// through the Internet, as it came. UTF-8.
        case header

        /// A body in plain text. UTF-8 if it was UTF-16 or RTF, else what its code page makes readable as ASCII.
        case text

        /// A body in HTML, also one that was kept as RTF. UTF-8 if it was UTF-16, else as for a plain text.
        case html

        /// The text of a body in RTF. UTF-8.
        case rtf

        /// Section `T`: the other texts that the message has, or a link that stands for an attachment, one a line:
        /// places, categories, telephone numbers, what programs keep. UTF-8 where it was UTF-16, else as for a plain
        /// text.
        case properties

        /// The bytes of an attachment, or of one stream of an object.
        case attachment

        /// The bytes of a message in S/MIME or under rights management. An S/MIME message that is only signed can be
        /// read by who knows its syntax.
        case encrypted

        /// Bytes that belong to no message: blocks in unused space, RTF in them as text (UTF-8), streams that a damaged
        /// directory does not lead to. See `MailMessage.State.unallocated`.
        case fragment
    }

    /// The message, those around it, and the section.
    ///
    /// The header of a message is `H`, its bodies are `1`, or `1.1`, `1.2` and so on if it has several, its attachments
    /// `2`, `3` and so on. What is in the attached message `2` begins with `2.`: `2.H`, `2.1`, `2.2`.
    public let origin: MailOrigin

    /// The name of an attachment, UTF-8; `nil` if it has none, or the part is no attachment.
    public let name: RawPath?
    public let kind: Kind

    /// The code page of Windows that a text in 8 bits is said to be in, such as 1252, or 50220 for ISO-2022-JP, and by
    /// which it was read; `nil` if the part was UTF-16 or RTF, is no text, or nothing tells it.
    public let codePage: Int?

    /// Bytes that reading gives; `nil` if that is not known before.
    public let size: Int?

    /// The best known offset in the file, in bytes.
    public let offset: Int
}
