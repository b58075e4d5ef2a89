/// What is open around the place where a reader is: a multipart, or a message in a part.
struct MailLevel {
    /// The boundary of a multipart; empty for a message.
    let boundary: [UInt8]
    let hash: UInt64

    /// The section, without a dot at its end: of a multipart, or of the part that a message is.
    let section: String

    /// Whether parts without a type are messages (RFC 2046, section 5.1.5).
    let isDigest: Bool
    let isEncrypted: Bool

    /// Parts so far.
    var childCount = 0

    var isMultipart: Bool { !boundary.isEmpty }

    init(multipart boundary: [UInt8], section: String, isDigest: Bool, isEncrypted: Bool) {
        self.boundary = boundary
        self.hash = BoundaryHash.of(boundary.span, 0..<boundary.count)
        self.section = section
        self.isDigest = isDigest
        self.isEncrypted = isEncrypted
    }

    init(message section: String) {
        boundary = []
        hash = 0
        self.section = section
        isDigest = false
        isEncrypted = false
    }

    /// The section of what is inside: `2.1` in `2`, `1` in the outermost message.
    func section(of child: String) -> String {
        section.isEmpty ? child : section + "." + child
    }
}
