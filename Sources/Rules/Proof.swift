/// The offline proof that judges a rule's matches: what the secret says about itself.
///
/// The list is closed. A rule names its proof; the module Scoring implements it.
public enum Proof: String, CaseIterable, Sendable {
    /// No proof exists: pattern, entropy and context decide.
    case none
    case awsAccessKeyID = "aws-access-key-id"
    /// A secret access key without a keyword beside it: judged by statistics alone.
    case awsSecretAlone = "aws-secret-alone"
    /// A secret access key beside a keyword that names it.
    case awsSecretBesideKeyword = "aws-secret-beside-keyword"
    /// A secret access key right behind a key id.
    case awsSecretBehindID = "aws-secret-behind-id"
    case awsSessionToken = "aws-session-token"
    case awsBedrockKey = "aws-bedrock-key"
    case awsPresignedURL = "aws-presigned-url"
    case privateKeyPEM = "private-key-pem"
    case githubToken = "github-token"
    case githubFineGrainedToken = "github-fine-grained-token"
    case gitlabToken = "gitlab-token"
    case npmToken = "npm-token"
    case vercelToken = "vercel-token"
    case grafanaToken = "grafana-token"
    case atlassianToken = "atlassian-token"
    case confluentSecret = "confluent-secret"
    case zuploKey = "zuplo-key"
    case packagistToken = "packagist-token"
    case azureDevOpsToken = "azure-devops-token"
    /// A key with the signature of its service in front of its check.
    case azureKey = "azure-key"
    /// A key with `JQQJ99`.
    case azureAnnotatedKey = "azure-annotated-key"
    case entraSecret = "entra-secret"
}
