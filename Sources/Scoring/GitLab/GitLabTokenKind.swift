/// What a prefix says about a token of GitLab: "Token prefixes" in "GitLab token overview".
struct GitLabTokenKind {
    let prefix: String
    let name: String

    /// Whether every routable token of this kind carries the check, so that one without is none.
    ///
    /// `glpat` tokens are made by the generator of `routable_token.rb` and nothing else. The vector is one of `glrtr`.
    let isHard: Bool

    /// The kind of the token that starts at `position`, or `nil`.
    init?(_ text: Span<UInt8>, at position: Int) {
        guard let kind = Self.all.first(where: { text.starts(with: $0.prefix, at: position) }) else { return nil }
        self = kind
    }

    private init(_ prefix: String, _ name: String, isHard: Bool = false) {
        self.prefix = prefix
        self.name = name
        self.isHard = isHard
    }

    private static let all = [
        GitLabTokenKind("glpat-", "personal, project or group access token", isHard: true),
        GitLabTokenKind("gloas-", "OAuth application secret"),
        GitLabTokenKind("gldt-", "deploy token"),
        GitLabTokenKind("glrt-", "runner authentication token"),
        GitLabTokenKind("glrtr-", "runner authentication token, made with a registration token", isHard: true),
        GitLabTokenKind("glcbt-", "CI/CD job token"),
        GitLabTokenKind("glptt-", "pipeline trigger token"),
        GitLabTokenKind("glft-", "feed token"),
        GitLabTokenKind("glimt-", "incoming mail token"),
        GitLabTokenKind("glagent-", "agent token"),
        GitLabTokenKind("glwt-", "workspace token"),
        GitLabTokenKind("glsoat-", "SCIM token"),
        GitLabTokenKind("glffct-", "feature flags client token"),
        GitLabTokenKind("GR1348941", "runner registration token"),
    ]
}
