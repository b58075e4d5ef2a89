/// The offline proof that judges a rule's matches: what the secret says about itself.
///
/// The list is closed. A rule names its proof; the module Scoring implements it.
public enum Proof: String, CaseIterable, Sendable {
    /// No proof exists: pattern, entropy and context decide.
    case none
    /// The same, but what reads as words, or as what people write in place of a secret, counts little.
    case random
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
    case jsonWebToken = "json-web-token"
    /// A JSON Web Token that the rule's pattern ties to one provider.
    case jsonWebTokenOfProvider = "json-web-token-of-provider"
    case pypiToken = "pypi-token"
    case flyToken = "fly-token"
    case lightningMacaroon = "lightning-macaroon"
    case slackToken = "slack-token"
    case slackWebhook = "slack-webhook"
    case stripeKey = "stripe-key"
    case sentryOrganizationToken = "sentry-organization-token"
    case onePasswordAccount = "1password-service-account"
    case grafanaCloudToken = "grafana-cloud-token"
    case mapboxToken = "mapbox-token"
    /// User and password of a container registry, in a Docker configuration file.
    case registryLogin = "registry-login"
    case basicLogin = "basic-login"
    case writtenLogin = "written-password"
    /// What is given to a name that speaks of a secret: judged by a model.
    case assignedValue = "assigned-value"
    case googleServiceAccount = "google-service-account"
    case googleSignedURL = "google-signed-url"
    case azureSharedAccessSignature = "azure-shared-access-signature"
    case kubernetesClientKey = "kubernetes-client-key"
    case discordBotToken = "discord-bot-token"
    case discordWebhook = "discord-webhook"
    case sendGridKey = "sendgrid-key"
    case telegramBotToken = "telegram-bot-token"
    case vaultToken = "vault-token"
    case jfrogReferenceToken = "jfrog-reference-token"
    case salesforceSession = "salesforce-session"
    case mailchimpKey = "mailchimp-key"

    /// A key of a wallet with a check of its own, in bech32.
    case bech32Key = "bech32-key"
    /// The same in base58.
    case base58Key = "base58-key"
    /// The same in base32, with a CRC-16.
    case base32Key = "base32-key"
    /// A private key of Ed25519 with its public key behind it.
    case ed25519Pair = "ed25519-pair"
    /// 32 bytes in hexadecimal.
    case hexSeed = "hex-seed"
    /// The same, as a number of the curve secp256k1.
    case secp256k1Key = "secp256k1-key"
    /// The same, as a reduced scalar of Ed25519.
    case ed25519Scalar = "ed25519-scalar"
    /// A row of words from which a wallet is made.
    case mnemonic
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
    /// A private key in a file format of its own, told by its first bytes.
    case privateKeyFile = "private-key-file"
    case jsonWebKey = "json-web-key"
    case wireGuardKey = "wireguard-key"
    /// A store with private keys in it: PKCS #12, JKS, JCEKS.
    case keyStore = "key-store"
    /// A certificate or a public key. It is no finding: it is noted, and joined with the private key that it belongs
    /// to.
    case publicHalf = "public-half"

    /// Whether the secret itself is asked for more than chance.
    public var isOne: Bool { self != .none && self != .random }
}
