/// What was wrong with a part. It was read all the same, as far as it could be.
public struct MailDamage: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Its transfer encoding had bytes that do not belong there.
    public static let transferEncoding = MailDamage(rawValue: 1)

    /// The multipart around it has no closing boundary.
    public static let unclosed = MailDamage(rawValue: 2)

    /// It is nested too deep: what it holds was given as it is.
    public static let tooDeep = MailDamage(rawValue: 4)

    /// The header is longer than what is looked at to tell the message's envelope and structure.
    public static let longHeader = MailDamage(rawValue: 8)

    /// It is of a message in fragments (RFC 2046, section 5.2.2), some of which do not stand behind it in order: each
    /// of those is read by itself.
    public static let incomplete = MailDamage(rawValue: 16)
}
