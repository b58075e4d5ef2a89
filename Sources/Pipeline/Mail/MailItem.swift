import Blobs

/// A part of a mail message, or one view of it, as a worker takes it from any format.
struct MailItem {
    /// What it is to the scan.
    enum Role {
        /// Text that people write, and may quote.
        case text

        /// A file, which may be anything.
        case file

        /// Neither: a header, a view of another part.
        case other

        /// It cannot be read.
        case encrypted

        /// It is in another file, which was not found.
        case elsewhere
    }

    let origin: MailOrigin

    /// What it is called in paths: its section, the view, and its name.
    let label: RawPath

    /// The name of the file that it is, if it is one.
    let fileName: RawPath?
    let role: Role

    /// Whether it is the first view of a part that is no header.
    let isPart: Bool
    let isImage: Bool

    /// The line of its section that its first line is, from 1.
    let firstLine: Int

    init(
        _ origin: MailOrigin, view: String = "", fileName: RawPath?, role: Role, isPart: Bool, isImage: Bool = false,
        firstLine: Int = 1
    ) {
        self.origin = origin
        self.fileName = fileName
        self.role = role
        self.isPart = isPart
        self.isImage = isImage
        self.firstLine = firstLine
        var label = Array(origin.section.utf8)
        if !view.isEmpty { label += Array("(\(view))".utf8) }
        if let fileName { label += [UInt8(ascii: " ")] + fileName.bytes }
        self.label = RawPath(label)
    }

    /// Whether it is opened if it begins as a format does.
    func opens(_ format: BlobFormat) -> Bool {
        switch (role, format) {
        case (.file, _): true
        // What begins as mail in a text is a quotation.
        case (.text, .container): true
        case (.text, _), (.other, _), (.encrypted, _), (.elsewhere, _): false
        }
    }

    /// The message that is stored: the outermost one.
    var stored: MailMessage { origin.enclosing.first ?? origin.message }

    /// Its origin where the mail itself is a part of another message.
    func origin(inside outer: MailOrigin?) -> MailOrigin {
        guard let outer else { return origin }
        return MailOrigin(
            message: origin.message, enclosing: outer.enclosing + [outer.message] + origin.enclosing,
            section: origin.section)
    }
}
