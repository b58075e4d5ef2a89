import Blobs

extension Baseline {
    /// One secret that somebody has judged and let be. It stands for the secret wherever it is, within its scope.
    public struct Entry: Hashable, Sendable {
        /// The id of the rule that finds the secret.
        public let rule: String

        /// `hmac-sha256:` or `scrypt:`, and 64 lower-case hexadecimal digits.
        public let fingerprint: String

        /// Where the secret was when the entry was made: without `./` in front, and every known secret in it masked.
        public let path: RawPath

        /// Patterns as `Inputs.Glob` reads them: the entry holds in files that one of them covers. None means
        /// everywhere.
        public let scope: [String]

        /// Why the secret is let be.
        public let reason: String?

        /// Who answers for it.
        public let owner: String?

        /// The last day on which it holds, such as `2027-01-31`, in UTC; `nil` for ever.
        public let expires: String?

        /// The day on which the entry was made.
        public let created: String?

        /// Members that this program does not know, in order.
        let others: [JSONMember]

        /// The line in the file that was read, from 1; 0 for a new entry.
        public let line: Int

        init(
            rule: String, fingerprint: String, path: RawPath, scope: [String] = [], reason: String?, owner: String?,
            expires: String?, created: String?, others: [JSONMember] = [], line: Int = 0
        ) {
            self.rule = rule
            self.fingerprint = fingerprint
            self.path = path
            self.scope = scope
            self.reason = reason
            self.owner = owner
            self.expires = expires
            self.created = created
            self.others = others
            self.line = line
        }

        /// Whether it holds no more on a day: it does on the day that it names.
        public func isExpired(on today: String) -> Bool {
            expires.map { $0 < today } ?? false
        }
    }
}
