import Findings

/// What to do about a secret that went by mail, in words for its provider.
enum ActionText {
    /// Where use of a credential shows, and what takes the place of handing it over.
    private struct Provider {
        let prefix: String
        let log: String
        let habit: String
    }

    private static let providers = [
        Provider(
            prefix: "aws-", log: "CloudTrail, by the access key ID; `aws iam get-access-key-last-used` says when last",
            habit: "Use roles, or IAM Identity Center for people; programs get temporary credentials from their role."),
        Provider(
            prefix: "gcp-", log: "Cloud Audit Logs, by the service account",
            habit: "Attach service accounts to workloads, or use Workload Identity Federation: no key file is needed."),
        Provider(
            prefix: "google-", log: "Cloud Audit Logs, and the metrics of the key in the console",
            habit: "Attach service accounts to workloads, or use Workload Identity Federation: no key file is needed."),
        Provider(
            prefix: "azure-", log: "the sign-in and activity logs of Azure Monitor",
            habit: "Use managed identities, or a vault to which both sides have access."),
        Provider(
            prefix: "github-", log: "the audit log of the organisation, by the token",
            habit: "Use GitHub Apps or the token of the workflow run; people sign in with their own account."),
        Provider(
            prefix: "gitlab-", log: "the audit events of the group",
            habit: "Use job tokens or OpenID Connect; people sign in with their own account."),
        Provider(
            prefix: "slack-", log: "the access logs of the workspace",
            habit: "Keep webhooks and tokens in a secret manager to which both sides have access."),
        Provider(
            prefix: "stripe-", log: "the request logs of the dashboard, by the key",
            habit: "Use restricted keys from a secret manager to which both sides have access."),
    ]

    private static func provider(of exposure: SecretExposure) -> Provider? {
        providers.first { exposure.finding.rule.id.hasPrefix($0.prefix) }
    }

    /// What ends the secret: what its rule says.
    static func rotate(_ exposure: SecretExposure) -> String {
        let remedy = exposure.finding.rule.remedy
        let advice = remedy.isEmpty ? "End the credential at its issuer, and take a new one." : remedy
        return exposure.isInbound ? "It is the sender's credential: only its owner can end it. \(advice)" : advice
    }

    static func investigate(_ exposure: SecretExposure) -> String {
        let since = MailText.date(exposure.firstSent.date).map { "since \($0)" } ?? "from the beginning"
        return "Look for use \(since) in \(provider(of: exposure)?.log ?? "the access log of its issuer")."
    }

    static func replace(_ exposure: SecretExposure) -> String {
        provider(of: exposure)?.habit
            ?? "Hand secrets over through a secret manager to which both sides have access, never by mail."
    }

    static func purge(_ exposure: SecretExposure) -> String {
        "Remove \(Quantity.count(exposure.copies.count, "stored message")) (see the purge list)."
    }

    static func notify(_ exposure: SecretExposure) -> String {
        let outside = exposure.external.count + exposure.lists.count { $0.isExternal == true }
        if outside == 0 { return "Tell the sender that the secret has to be replaced." }
        let names = Quantity.count(outside, "address", plural: "addresses")
        return "Tell \(names) outside: from their mailboxes nothing can be removed, only rotation helps."
    }

    /// All of it on one line.
    static func short(_ exposure: SecretExposure) -> String {
        exposure.actions.compactMap { action -> String? in
            switch action {
            case .rotate: DisplayText.prose(rotate(exposure))
            case .purge: purge(exposure)
            case .notify: notify(exposure)
            case .investigate: investigate(exposure)
            case .replace: nil
            }
        }.joined(separator: " ")
    }
}
