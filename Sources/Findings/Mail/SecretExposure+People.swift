extension SecretExposure {
    /// Somebody who has received the secret.
    public struct Person: Hashable, Sendable {
        /// In lower case, without what follows a `+`, and with the organisation's domain in place of a sub-domain.
        public let address: String

        /// Whether the person is outside of the organisation; `nil` if nobody knows what the organisation is.
        public let isExternal: Bool?

        /// Whether the address is one of those that anybody can have, and so outside of the organisation's reach.
        public let isPersonalWebmail: Bool

        /// The first message that brought it, in seconds since 1970; `nil` if none of them has a date.
        public let since: Int64?

        /// How that message came.
        public let route: Route

        public init(address: String, isExternal: Bool?, isPersonalWebmail: Bool, since: Int64?, route: Route) {
            self.address = address
            self.isExternal = isExternal
            self.isPersonalWebmail = isPersonalWebmail
            self.since = since
            self.route = route
        }
    }

    /// A mailing list, or a group of people with an address.
    public struct List: Hashable, Sendable {
        /// Its address, or its identifier (RFC 2919) where no message tells the address.
        public let address: String

        /// How many people it has, groups in it resolved; `nil` if nobody knows.
        public let memberCount: Int?

        /// Whether it is outside of the organisation; `nil` if nobody knows what the organisation is.
        public let isExternal: Bool?

        public init(address: String, memberCount: Int?, isExternal: Bool?) {
            self.address = address
            self.memberCount = memberCount
            self.isExternal = isExternal
        }
    }

    /// How a message with the secret came to somebody.
    public enum Route: Hashable, Sendable {
        case to, cc, bcc

        /// Sent on as it was (`Resent-To`, RFC 5322, section 3.6.6).
        case resent

        /// Only the delivery names the address: it was in `Bcc`, or stands behind another.
        case delivered
        case list(String)

        /// Dates are in seconds since 1970.
        case forward(by: String, date: Int64?)
        case automaticForward(by: String, date: Int64?)

        /// An answer that quotes it.
        case reply(by: String, date: Int64?)

        /// It could not be delivered, and was sent back.
        case bounce(to: String)
    }
}
