/// The ways in which issuers let a token carry its own check.
///
/// A family adds the check to a text: examples of rules are made with it. Proofs compare what stands with what should.
public enum CheckedFamily: String, CaseIterable, Sendable {
    /// `ghp_` and its siblings, and the tokens of npm and Vercel: six base62 digits of the CRC-32 of what follows `_`.
    case github
    /// `github_pat_` 22 `_` 51: eight characters of base32 before the last eight.
    case githubFineGrained = "github-fine-grained"
    /// A prefix, 16 random characters and the lines of a payload, such as `glpat-{alnum:16}o:1`.
    case gitlab
    /// `glsa_` and 32 characters.
    case grafana
    /// An API token up to its `=`, or an app password of Bitbucket without its last eight characters.
    case atlassian
    /// `cflt` and 54 characters.
    case confluent
    /// `zpka_` and 32 characters.
    case zuplo
    /// A prefix and 60 hexadecimal digits.
    case packagist
    /// 52 characters of base32, four bytes of which become the check. The token is in lower case.
    case azureDevOps = "azure-devops"
    /// A key of Azure up to and with its signature, such as `{base64:76}+ASt`.
    case azureKey = "azure-key"
    /// The first 80 characters of a key with `JQQJ99`.
    case azureAnnotatedKey = "azure-annotated-key"
    /// A client secret with `8Q~` without its last three characters.
    case entra

    /// Returns `body`, a token without its check, with the check where the family puts it; `nil` if `body` cannot be
    /// the body of such a token.
    public func completed(_ body: [UInt8]) -> [UInt8]? {
        switch self {
        case .github: TrailingCheck.github.completed(body)
        case .githubFineGrained: GitHubFineGrainedCheck.completed(body)
        case .gitlab: GitLabToken.completed(body)
        case .grafana: TrailingCheck.grafana.completed(body)
        case .atlassian: TrailingCheck.atlassian.completed(body)
        case .confluent: TrailingCheck.confluent.completed(body)
        case .zuplo: TrailingCheck.zuplo.completed(body)
        case .packagist: TrailingCheck.packagist.completed(body)
        case .azureDevOps: AzureDevOpsCheck.completed(body)
        case .azureKey: AzureKeyCheck.completed(body)
        case .azureAnnotatedKey: AzureAnnotatedKeyCheck.completed(body)
        case .entra: EntraSecretCheck.completed(body)
        }
    }
}
