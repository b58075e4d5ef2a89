extension CheckedTokenFamily {
    /// "Announcing npm's new access token format" (GitHub blog, 23 September 2021): the format, the CRC-32 and the
    /// base62 of GitHub's own tokens, whose vectors hold (`github`).
    static let npm = CheckedTokenFamily(
        issuer: "npm", check: .github,
        forms: [CheckedTokenForm("npm_", "access token", lengths: 40...40, isHard: true)])

    /// The prefixes are those of "Introducing new token formats and secret scanning" (Vercel changelog), which names no
    /// formula. No vector is published.
    static let vercel = CheckedTokenFamily(
        issuer: "Vercel", check: .github,
        forms: [
            CheckedTokenForm("vcp_", "personal access token", lengths: vercelLength, isHard: false),
            CheckedTokenForm("vci_", "integration token", lengths: vercelLength, isHard: false),
            CheckedTokenForm("vca_", "app access token", lengths: vercelLength, isHard: false),
            CheckedTokenForm("vcr_", "app refresh token", lengths: vercelLength, isHard: false),
            CheckedTokenForm("vck_", "API key", lengths: vercelLength, isHard: false),
        ])

    private static let vercelLength = 60...60

    /// Vector: the token in `tokengen_test.go` of grafana/grafana.
    static let grafana = CheckedTokenFamily(
        issuer: "Grafana", check: .grafana,
        forms: [CheckedTokenForm("glsa_", "service account token", lengths: 46...46, isHard: true)])

    /// The prefixes are confirmed by Atlassian in "Can we confirm BitBucket's token prefixes?" (Atlassian Community,
    /// August 2025). Neither the formula nor a vector is published.
    static let atlassian = CheckedTokenFamily(
        issuer: "Atlassian", check: .atlassian,
        forms: [
            CheckedTokenForm("ATATT3", "API token", lengths: 60...400, isHard: false),
            CheckedTokenForm("ATCTT3", "access token", lengths: 60...400, isHard: false),
            CheckedTokenForm("ATSTT3", "token", lengths: 60...400, isHard: false),
            CheckedTokenForm("ATBB", "Bitbucket app password", lengths: 36...36, isHard: false),
        ])

    /// Vector: the secret under "API secret format" in "Use API Keys to Authenticate to Confluent Cloud".
    static let confluent = CheckedTokenFamily(
        issuer: "Confluent", check: .confluent,
        forms: [CheckedTokenForm("cflt", "Confluent Cloud API secret", lengths: 64...64, isHard: true)])

    /// Zuplo's documentation shows the three parts of a key, and masks those of its examples.
    static let zuplo = CheckedTokenFamily(
        issuer: "Zuplo", check: .zuplo,
        forms: [CheckedTokenForm("zpka_", "API key", lengths: 46...46, isHard: false)])

    /// Packagist documents the formula, and publishes no vector.
    static let packagist = CheckedTokenFamily(
        issuer: "Private Packagist", check: .packagist,
        forms: [
            CheckedTokenForm(
                "packagist_ort_", "organization token", lengths: packagistLength, isHard: false,
                details: [.init(name: "access", value: "read-only")]),
            CheckedTokenForm(
                "packagist_out_", "organization token", lengths: packagistLength, isHard: false,
                details: [.init(name: "access", value: "update")]),
            CheckedTokenForm(
                "packagist_uut_", "user token", lengths: packagistLength, isHard: false,
                details: [.init(name: "access", value: "update")]),
        ])

    private static let packagistLength = 82...82
}
