import Blobs

/// A part of a message, or one view of it. Its bytes are read from the reader that gave it.
public struct MailPart: Sendable {
    /// What a part holds.
    public enum Kind: Sendable, Hashable, CaseIterable {
        /// The header of a message, or of one of its parts: one field a line, without the fields that machines make.
        case header
        case text
        case html
        case attachment
        case calendar

        /// Encrypted: its bytes are given as they are, and say nothing.
        case encrypted

        /// What belongs to no part: in front of the first boundary, behind the last one, before the first message.
        case raw
    }

    /// How the bytes of a part are shown. Views of one part follow each other; no text is in two of them.
    public enum View: Sendable, Hashable, CaseIterable {
        /// The content, decoded.
        case whole

        /// What a reader of HTML sees.
        case rendered

        /// What a reader of HTML does not see: attribute values, comments, styles, scripts and the title, one a line.
        case markup

        /// The targets of links that a mail gateway has rewritten, one a line.
        case links

        /// Quoted lines that were wrapped within a long word, joined.
        case unquoted

        /// Encoded lines that have bytes their transfer encoding does not know, as they are.
        case undecoded
    }

    /// The message, those around it, and the section.
    ///
    /// Sections are `H` for a header, the numbers of IMAP for parts (of the outermost message: `2.1` is the text of
    /// a message that part 2 holds, `2.H` its header), `1.M` for the header of a part, `P` and `E` (`2.P`, `2.E`) for
    /// what stands in front of and behind the parts of a multipart, `1~uu1` for what stands encoded in a text, and
    /// `0` for what stands in front of the first message.
    public let origin: MailOrigin

    /// Its file name, decoded; `nil` if it has none. Whatever a sender can write may be in it but NUL.
    public let name: RawPath?
    public let kind: Kind
    public let view: View

    /// In lower case, such as `text/plain`, at most 127 bytes.
    public let mediaType: String

    /// Where its content begins in the source, in bytes. For parts of a message that is itself encoded, where that
    /// message begins.
    public let offset: Int

    /// The line of its section and view that its first line is, from 1: a text goes on behind what is encoded in it.
    public let firstLine: Int

    /// The transfer encoding by which it was decoded.
    public let encoding: MailEncoding

    /// Whether the encoding was told from the content, against what the header says.
    public let isInferred: Bool

    /// Whether its content is kept in another file, which was not found: it has no bytes here.
    public let isElsewhere: Bool
}
