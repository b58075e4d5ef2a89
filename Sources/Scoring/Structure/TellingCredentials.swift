import Rules

/// Which type reads the credentials that a proof is about.
enum TellingCredentials {
    /// `nil` for proofs that have code of their own.
    static func type(for proof: Proof) -> (any TellingCredential.Type)? {
        switch proof {
        case .jsonWebToken: JSONWebToken.self
        case .jsonWebTokenOfProvider: ProviderWebToken.self
        case .pypiToken: PyPIToken.self
        case .flyToken: FlyToken.self
        case .lightningMacaroon: LightningMacaroon.self
        case .slackToken: SlackToken.self
        case .slackWebhook: SlackWebhook.self
        case .stripeKey: StripeKey.self
        case .sentryOrganizationToken: SentryOrganizationToken.self
        case .onePasswordAccount: OnePasswordAccount.self
        case .grafanaCloudToken: GrafanaCloudToken.self
        case .mapboxToken: MapboxToken.self
        case .registryLogin: RegistryLogin.self
        case .basicLogin: BasicLogin.self
        case .writtenLogin: WrittenPassword.self
        case .googleServiceAccount: ServiceAccountKey.self
        case .googleSignedURL: SignedURL.self
        case .azureSharedAccessSignature: SharedAccessSignature.self
        case .kubernetesClientKey: KubernetesClientKey.self
        case .discordBotToken: DiscordBotToken.self
        case .discordWebhook: DiscordWebhook.self
        case .sendGridKey: SendGridKey.self
        case .telegramBotToken: TelegramBotToken.self
        case .vaultToken: VaultToken.self
        case .jfrogReferenceToken: JFrogReferenceToken.self
        case .salesforceSession: SalesforceSession.self
        case .mailchimpKey: MailchimpKey.self
        default: nil
        }
    }
}
