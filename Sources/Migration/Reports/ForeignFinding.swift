/// What another scanner reported, as far as it says where and what.
///
/// A value of this type may hold a secret: it shows nothing of itself, and must reach no message and no file.
public struct ForeignFinding: Sendable {
    /// The name of the scanner, such as "gitleaks".
    public let tool: String
    /// What the scanner calls the kind of secret; empty if it does not say.
    public let ruleID: String
    /// The path as the scanner was given it, without "./" in front; empty if there is none.
    public let path: [UInt8]
    /// From 1; `nil` if the scanner does not say.
    public let line: Int?
    /// The full name of a commit; `nil` if the finding is in a file.
    public let commit: String?
    /// `nil` if the report has none, or a masked one.
    public let secret: [UInt8]?
    /// The text around the secret; `nil` if the report has none, or a masked one.
    public let match: [UInt8]?

    public init(
        tool: String, ruleID: String, path: [UInt8], line: Int?, commit: String?, secret: [UInt8]?, match: [UInt8]?
    ) {
        self.tool = tool
        self.ruleID = ruleID
        self.path = path
        self.line = line
        self.commit = commit
        self.secret = secret
        self.match = match
    }

    /// From what reports say, in which empty texts and the line 0 stand for nothing.
    init(
        tool: String, ruleID: String?, path: String?, line: Int?, commit: String? = nil, secret: String? = nil,
        match: String? = nil
    ) {
        self.init(
            tool: tool, ruleID: ruleID ?? "", path: ForeignPath.normalized(Array((path ?? "").utf8)),
            line: line.flatMap { $0 > 0 ? $0 : nil }, commit: commit.flatMap { $0.isEmpty ? nil : $0 },
            secret: Self.unmasked(secret), match: Self.unmasked(match))
    }

    /// `nil` for what scanners write in place of a secret: the word, stars, or a beginning with three dots.
    private static func unmasked(_ text: String?) -> [UInt8]? {
        guard let text, !text.isEmpty, !text.contains("REDACTED"), !text.hasSuffix("..."), !text.hasSuffix("***") else {
            return nil
        }
        return Array(text.utf8)
    }
}

extension ForeignFinding: CustomReflectable {
    public var customMirror: Mirror { Mirror(self, children: []) }
}
