import Blobs
import Rules

/// A credential that was found: owned, complete, and safe to hand to any report except for `secret`.
public struct Finding: Sendable {
    /// A fact that the credential tells about itself, such as an account number. Never part of the secret.
    public struct Detail: Hashable, Sendable {
        public let name: String
        public let value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The other half of a pair.
    public struct Related: Sendable {
        /// What it is to the finding, such as `key id`.
        public let role: String
        public let rule: RuleSummary
        public let location: Location
        public let secret: Secret
        public let prefixLength: Int

        public init(role: String, rule: RuleSummary, location: Location, secret: Secret, prefixLength: Int) {
            self.role = role
            self.rule = rule
            self.location = location
            self.secret = secret
            self.prefixLength = prefixLength
        }
    }

    public let rule: RuleSummary

    /// The rule's severity, or a lower one where the credential says so of itself.
    public let severity: Severity
    public private(set) var verdict: Verdict

    /// Whether the line is quoted from another mail message, and so was not written by the sender of this one.
    public private(set) var isQuoted = false

    /// From 0 to 1.
    public private(set) var score: Float
    public private(set) var provenance: Provenance
    public private(set) var location: Location
    public let secret: Secret

    /// How many of the secret's first bytes are the provider's literal prefix.
    public let prefixLength: Int

    /// Why it was found, for people: one clause without the secret.
    public private(set) var reason: String
    public private(set) var details: [Detail]
    public let related: [Related]

    /// The public half of a private key, by which its certificate is found.
    public let publicKey: PublicKeyDigest?

    /// The line without its secrets: with path and rule it makes the finding's `Place`.
    public let line: Place.Line

    /// 0 for the first finding of its blob with the same rule and line, 1 for the next.
    public let ordinal: Int

    /// Where it stands in a repository's history; `nil` outside of one.
    public var history: History? { historyBox?.value }

    private var historyBox: Box<History>?

    /// Where in a mail message it stands; `nil` outside of mail.
    public private(set) var mail: MailOrigin?

    /// Why it does not count; `nil` if it does.
    public var suppression: Suppression? { suppressionBox?.value }

    private var suppressionBox: Box<Suppression>?

    public init(
        rule: RuleSummary, severity: Severity, verdict: Verdict, score: Float, provenance: Provenance,
        location: Location, secret: Secret, prefixLength: Int, reason: String, details: [Detail], related: [Related],
        publicKey: PublicKeyDigest? = nil, line: Place.Line, ordinal: Int
    ) {
        self.rule = rule
        self.severity = severity
        self.verdict = verdict
        self.score = score
        self.provenance = provenance
        self.location = location
        self.secret = secret
        self.prefixLength = prefixLength
        self.reason = reason
        self.details = details
        self.related = related
        self.publicKey = publicKey
        self.line = line
        self.ordinal = ordinal
    }

    /// The level of `score`. Findings are built only from scores that have one.
    public var confidence: Confidence { Confidence(score: score) ?? .low }

    /// What may be shown of the secret.
    public var redacted: RedactedSecret { RedactedSecret(secret, prefixLength: prefixLength) }

    /// Whether it is surer than another finding of the same secret, or as sure and worse, or says where in a history it
    /// stands.
    func saysMore(than other: Finding) -> Bool {
        func rank(_ finding: Finding) -> (Int, Float, Severity, Int) {
            (
                finding.verdict == .proven ? 2 : finding.verdict == .plausible ? 1 : 0, finding.score,
                finding.severity, finding.history.map { $0.introduced == nil ? 1 : 2 } ?? 0
            )
        }
        return rank(self) > rank(other)
    }

    /// The same finding under another name of the same file.
    public func renamed(to path: RawPath) -> Finding {
        var renamed = self
        renamed.provenance = provenance.replacingFirst(with: .file(path))
        return renamed
    }

    /// The same finding, with its place in a repository's history.
    public func placed(in history: History) -> Finding {
        var placed = self
        placed.historyBox = Box(history)
        return placed
    }

    /// The same finding, with its place in a mail message.
    ///
    /// - Parameters:
    ///   - isQuoted: whether its line is quoted from another message: see `QuoteTracker`.
    ///   - firstLine: the line of the part that the first line of what was scanned is, from 1.
    public func placed(in origin: MailOrigin, isQuoted: Bool = false, firstLine: Int = 1) -> Finding {
        var placed = self
        placed.mail = origin
        placed.isQuoted = isQuoted
        if firstLine > 1 { placed.location = location.movedDown(by: firstLine - 1) }
        return placed
    }

    /// The same finding, which does not count, or which counts after all.
    public func suppressed(by suppression: Suppression?) -> Finding {
        var suppressed = self
        suppressed.suppressionBox = suppression.map(Box.init)
        return suppressed
    }

    /// The same finding, proven by the public half that stands elsewhere in what was scanned.
    public func paired(with half: PublicHalf) -> Finding {
        let place = half.path.lossyText + ":\(half.line)"
        let serves = half.name.map { " for \($0)" } ?? ""
        let facts: [(name: String, value: String?)] = [
            ("pair", half.kind.rawValue), ("pair_name", half.name), ("pair_expires", half.expires),
            ("pair_place", place),
        ]
        var paired = self
        paired.verdict = .proven
        paired.score = max(score, Self.pairedScore)
        paired.reason += ", and belongs to the \(half.kind.rawValue)\(serves) at \(place)"
        paired.details += facts.compactMap { fact in fact.value.map { Detail(name: fact.name, value: $0) } }
        return paired
    }

    /// Nobody has both halves by chance.
    private static let pairedScore: Float = 0.98
}

extension Finding {
    /// The order of every report: path, depth, where in the blob, rule. It does not depend on the number of workers.
    public static func isOrderedBefore(_ left: Finding, _ right: Finding) -> Bool {
        let (leftPath, rightPath) = (left.provenance.path, right.provenance.path)
        if leftPath != rightPath { return leftPath < rightPath }
        let (leftDepth, rightDepth) = (left.provenance.steps.count, right.provenance.steps.count)
        let (leftStart, rightStart) = (left.location.bytes.lowerBound, right.location.bytes.lowerBound)
        let (leftEnd, rightEnd) = (left.location.bytes.upperBound, right.location.bytes.upperBound)
        let (leftKey, rightKey) = ((leftDepth, leftStart, leftEnd), (rightDepth, rightStart, rightEnd))
        if leftKey != rightKey { return leftKey < rightKey }
        if left.rule.id != right.rule.id { return left.rule.id < right.rule.id }
        if left.provenance != right.provenance { return left.provenance < right.provenance }
        // Two members of an archive may have one name.
        return left.secret.reveal().lexicographicallyPrecedes(right.secret.reveal())
    }
}
