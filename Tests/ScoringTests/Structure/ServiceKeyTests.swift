import Findings
import Rules
import Testing

@testable import Scoring

/// Stripe, SendGrid, Mailchimp, Salesforce, Vault, JFrog, Sentry, Grafana Cloud, Mapbox, 1Password.
@Suite struct ServiceKeyTests {
    private static func random(_ count: Int, of alphabet: String = "abcdefghijklmnopqrstuvwxyzABCDEFGH0123456789")
        -> String
    {
        var random = SeededGenerator(seed: 3)
        return random.characters(count, of: alphabet)
    }

    private static func base64(_ text: String) -> String { TokenWriter.base64(Array(text.utf8)) }

    @Test func stripeKeysTellTheirMode() {
        let live = judge(.stripeKey, "sk_" + "live_" + Self.random(24))
        #expect(live.score == 0.93 && live.severityLimit == nil)
        let test = "rk_" + "test_" + Self.random(24)
        #expect(judge(.stripeKey, test).severityLimit == .low)
        #expect(details(.stripeKey, test) == ["kind": "restricted key", "mode": "test"])
        #expect(details(.stripeKey, "whsec_" + Self.random(32)) == ["kind": "webhook signing secret"])
        // What docs.stripe.com shows to whoever is not signed in.
        #expect(judge(.stripeKey, "sk_" + "test_4eC39HqLyjWDarjtT1zdp7dc").disposition == .documentationExample)
        #expect(judge(.stripeKey, "sk_" + "live_xxxxxxxxxxxxxxxxxxxxxxxx").score == 0.1)
    }

    @Test func sendGridKeysEndAsTheirBytesDo() {
        let id = Self.random(21) + "A"
        let exact = "SG." + id + "." + Self.random(42) + "E"
        #expect(judge(.sendGridKey, exact).score == 0.95)
        #expect(details(.sendGridKey, exact) == ["key_id": id])
        #expect(judge(.sendGridKey, "SG." + id + "." + Self.random(42) + "B").score == 0.8)
        #expect(judge(.sendGridKey, "SG." + id + "." + Self.random(42)) == .impossible)
    }

    @Test func dataCentreAndOrganisationAreTold() {
        let mailchimp = Self.random(32, of: "0123456789abcdef") + "-us14"
        #expect(judge(.mailchimpKey, mailchimp).score == 0.92)
        #expect(details(.mailchimpKey, mailchimp) == ["data_centre": "us14"])
        let session = "00D" + "5g000004XyzT" + "!AQ" + Self.random(90)
        #expect(judge(.salesforceSession, session).score == 0.92)
        #expect(details(.salesforceSession, session) == ["organization": "00D5g000004XyzT"])
    }

    /// "Tokens" in the tutorials of developer.hashicorp.com, Tokens with use limit.
    @Test func signedTokensOfVaultAreProven() {
        let token = [
            "hvs.", "CAESIJRM-T1q5lEjIWux1Tjx-VGqAYJdd4F", "Ztbp1wpD5Ym9pGh4KHGh2cy5TSjRndGoxaU44NzNscm5MSlRLQXZ0ZGg",
        ].joined()
        #expect(judge(.vaultToken, token).verdict == .proven)
        #expect(details(.vaultToken, token) == ["kind": "service"])
        #expect(judge(.vaultToken, String(token.dropLast(8))).verdict == .plausible)
        #expect(judge(.vaultToken, "hvb." + Self.random(120)).score == 0.9)
    }

    @Test func referenceTokensOfJFrogTellTheirEnd() {
        let token = Self.base64("reftkn:01:1700003600:" + Self.random(28))
        #expect(judge(.jfrogReferenceToken, token).verdict == .proven)
        #expect(judge(.jfrogReferenceToken, token, now: 1_700_003_600).severityLimit == .low)
        #expect(details(.jfrogReferenceToken, token) == ["expires": "2023-11-14T23:13:20Z"])
        let endless = Self.base64("reftkn:01:0000000000:" + Self.random(28))
        #expect(judge(.jfrogReferenceToken, endless, now: 1_700_003_600).severityLimit == nil)
        #expect(judge(.jfrogReferenceToken, Self.base64("reftkn:01:" + Self.random(28))).score == 0.3)
    }

    /// The facts are those of getsentry/rfcs 0091.
    @Test func organisationTokensOfSentryTellTheirFacts() {
        let facts = #"{"iat":1700000000.5,"url":"https://sentry.io","region_url":"https://us.sentry.io","org":"acme"}"#
        let token = "sntrys_" + Self.base64(facts) + "_" + Self.random(43)
        #expect(judge(.sentryOrganizationToken, token).verdict == .proven)
        #expect(
            details(.sentryOrganizationToken, token) == [
                "organization": "acme", "url": "https://sentry.io", "region_url": "https://us.sentry.io",
                "issued": "2023-11-14T22:13:20Z",
            ])
        let other = "sntrys_" + Self.base64(#"{"iat":1700000000}"#) + "_" + Self.random(43)
        #expect(judge(.sentryOrganizationToken, other) == .impossible)
    }

    @Test func grafanaCloudTokensTellTheirOrganisation() {
        let facts = #"{"o":"123456","n":"stack-1-write","k":"abc","m":{"r":"prod-eu-west-2"}}"#
        let token = "glc_" + Self.base64(facts)
        #expect(judge(.grafanaCloudToken, token).verdict == .proven)
        #expect(
            details(.grafanaCloudToken, token) == [
                "organization": "123456", "name": "stack-1-write", "region": "prod-eu-west-2",
            ])
        #expect(judge(.grafanaCloudToken, String(token.dropLast(5))).score == 0.3)
    }

    /// The payload of the public token in Mapbox's own examples.
    @Test func mapboxTokensTellTheirUser() {
        let payload = "eyJ1IjoibWFwYm94IiwiYSI6ImNpejY4NXVycTA2emYycXBndHRqcmZ3N3gifQ"
        let token = "sk." + payload + ".rJcFIG214AriISLbB6B5aw"
        #expect(judge(.mapboxToken, token).verdict == .proven)
        #expect(
            details(.mapboxToken, token) == [
                "kind": "secret", "user": "mapbox", "token" + "_id": "ciz685urq06zf2qpgttjrfw7x",
            ])
        #expect(judge(.mapboxToken, "tk." + payload + ".rJcFIG214AriISLbB6B5aw").severityLimit == .medium)
        #expect(judge(.mapboxToken, "sk." + payload.dropLast(3) + ".rJcFIG214AriISLbB6B5aw") == .impossible)
        #expect(judge(.mapboxToken, "sk." + payload) == .impossible)
    }

    @Test func serviceAccountsOf1PasswordTellTheirAddress() {
        let facts = #"{"signInAddress":"my.1password.com","email":"a@1passwordserviceaccounts.com","secretKey":"k"}"#
        let token = "ops_" + JSONWebTokenTests.urlSafe(Array(facts.utf8))
        #expect(judge(.onePasswordAccount, token).verdict == .proven)
        #expect(
            details(.onePasswordAccount, token) == [
                "account": "my.1password.com", "email": "a@1passwordserviceaccounts.com",
            ])
        #expect(judge(.onePasswordAccount, String(token.dropLast(9))).score == 0.3)
    }

    @Test func everyPrefixOfEveryTextIsJudgedWithoutTrapping() {
        let texts = [
            "sk_live_abc", "SG.a.b", "a-us1", "00D!", "hvs.CAES", "glc_e30", "sk.e30.a", "ops_e30", "sntrys_e30_a",
        ]
        let all: [(Proof, String)] = texts.flatMap { text in
            [
                .stripeKey, .sendGridKey, .mailchimpKey, .salesforceSession, .vaultToken, .grafanaCloudToken,
                .mapboxToken, .onePasswordAccount, .sentryOrganizationToken, .jfrogReferenceToken, .flyToken,
                .slackToken, .slackWebhook, .discordBotToken, .discordWebhook, .telegramBotToken, .registryLogin,
                .kubernetesClientKey, .googleSignedURL, .googleServiceAccount, .azureSharedAccessSignature,
                .pypiToken, .lightningMacaroon, .jsonWebToken,
            ].map { ($0, text) }
        }
        for (proof, text) in all {
            for length in 0...text.utf8.count {
                let prefix = String(text.prefix(length))
                _ = judge(proof, prefix)
                _ = reason(proof, prefix)
            }
        }
    }
}
