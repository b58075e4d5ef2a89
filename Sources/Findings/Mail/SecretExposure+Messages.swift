import Blobs

extension SecretExposure {
    /// The message in which somebody wrote or attached the secret first.
    public struct FirstSending: Hashable, Sendable {
        /// In seconds since 1970; `nil` if the message has no date, or one that cannot be.
        public let date: Int64?
        public let messageID: String

        /// The sender's address; empty if there is none.
        public let from: String
        public let subject: String
        public let folders: [String]
        public let container: RawPath

        /// The part, such as `2 credentials.csv`, and the line in it, from 1.
        public let part: RawPath
        public let line: Int

        /// Whether the secret stands there unquoted. If not, the message that sent it first is not in this mail.
        public let isOriginal: Bool

        public init(
            date: Int64?, messageID: String, from: String, subject: String, folders: [String], container: RawPath,
            part: RawPath, line: Int, isOriginal: Bool
        ) {
            self.date = date
            self.messageID = messageID
            self.from = from
            self.subject = subject
            self.folders = folders
            self.container = container
            self.part = part
            self.line = line
            self.isOriginal = isOriginal
        }
    }

    /// A message that brought the secret to somebody who did not have it.
    public struct Event: Hashable, Sendable {
        /// In seconds since 1970; `nil` if unknown.
        public let date: Int64?
        public let messageID: String
        public let from: String
        public let subject: String
        public let routes: [Route]

        /// How many people it reached who did not have it, and how many of them are external.
        public let newPeople: Int
        public let newExternal: Int

        public init(
            date: Int64?, messageID: String, from: String, subject: String, routes: [Route], newPeople: Int,
            newExternal: Int
        ) {
            self.date = date
            self.messageID = messageID
            self.from = from
            self.subject = subject
            self.routes = routes
            self.newPeople = newPeople
            self.newExternal = newExternal
        }
    }

    /// A stored message that holds the secret. If the secret is in a message that was attached to another, this is the
    /// outermost one: what can be removed.
    public struct Copy: Hashable, Sendable {
        public let container: RawPath
        public let messageID: String

        /// In seconds since 1970; `nil` if unknown.
        public let date: Int64?
        public let from: String
        public let subject: String

        /// The parts that hold the secret, in order: several where a text is there both as plain text and as HTML.
        public let parts: [RawPath]

        /// Where the message begins in its container, in bytes.
        public let offset: Int

        public init(
            container: RawPath, messageID: String, date: Int64?, from: String, subject: String, parts: [RawPath],
            offset: Int
        ) {
            self.container = container
            self.messageID = messageID
            self.date = date
            self.from = from
            self.subject = subject
            self.parts = parts
            self.offset = offset
        }
    }
}
