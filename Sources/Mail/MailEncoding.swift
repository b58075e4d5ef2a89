/// A transfer encoding of mail.
public enum MailEncoding: String, Sendable, Hashable, CaseIterable {
    /// `7bit`, `8bit`, `binary`, or none.
    case identity
    case base64
    case quotedPrintable = "quoted-printable"
    case uuencode
    case yEnc = "yenc"

    /// By the field Content-Transfer-Encoding (RFC 2045, section 6), in lower case. Unknown ones change nothing.
    init(field: String) {
        switch field {
        case "base64", "base-64", "b64": self = .base64
        case "quoted-printable", "quotedprintable", "qp": self = .quotedPrintable
        case "x-uuencode", "x-uue", "uuencode", "x-uu", "uue": self = .uuencode
        case "x-yenc", "yenc": self = .yEnc
        default: self = .identity
        }
    }
}
