/// Fields whose values machines make. They look like secrets, and are none.
enum NoiseFields {
    /// Names in lower case, by why they are noise.
    private static let names: [String] =
        // Signatures and keys that are public.
        [
            "dkim-signature", "domainkey-signature", "x-google-dkim-signature", "x-gm-dkim-signature", "autocrypt",
            "autocrypt-gossip", "autocrypt-setup-message", "openpgp", "bimi-indicator", "received-spf",
            "authentication-results", "authentication-results-original", "original-authentication-results",
            "dkim-filter", "tls-required", "tls-report-domain",
        ]
        // Names of messages, threads, parts and mailboxes.
        + [
            "message-id", "resent-message-id", "original-message-id", "x-message-id", "references", "in-reply-to",
            "thread-index", "content-id", "x-attachment-id", "archived-at", "message-id-hash", "x-message-id-hash",
            "x-uidl", "x-uid", "x-imapbase", "x-imap", "x-gm-thrid", "x-gm-msgid", "x-universally-unique-identifier",
            "x-apple-base-url", "x-apple-content-length", "x-evolution-source", "x-entity-ref-id", "x-entity-id",
            "conversation-id",
        ]
        // The way a message took: names of queues, hosts and bounce addresses.
        + [
            "received", "x-received", "return-path", "x-original-return-path", "errors-to", "x-gm-message-state",
            "x-gm-gg", "x-gm-features", "x-sg-eid", "x-sg-id", "x-mailgun-sid", "x-mailgun-variables", "feedback-id",
            "x-feedback-id", "x-mandrill-user", "x-mc-user", "x-csa-complaints", "x-report-abuse", "x-mailer-recptid",
            "x-mailer-msgid", "x-job", "x-campaign", "x-campaignid", "x-binding", "x-virtual-mta", "x-msfbl",
            "x-eopattributedmessage", "x-eoptenantattributedmessage", "x-rspamd-queue-id", "x-rspamd-server",
        ]
        // What filters say to each other, encoded.
        + [
            "x-forefront-antispam-report", "x-microsoft-antispam", "x-microsoft-antispam-mailbox-delivery",
            "x-microsoft-antispam-message-info", "x-microsoft-antispam-message-info-original", "x-ymail-osg",
            "x-sonic-mf", "x-cloudmark-analysis", "x-cmae-envelope", "x-cmae-analysis", "x-cm-analysis",
            "x-cm-transid", "x-cm-senderinfo", "x-cm-envelope", "x-coremail-antispam", "x-qq-mid", "x-qq-ssf",
            "x-qq-feat", "x-vr-spamcause", "x-me-proxy", "x-me-proxy-cause", "x-me-sender", "x-me-received",
            "x-ui-out-filterresults", "ui-outboundreport", "ironport-data", "ironport-phdr", "ironport-hdrordr",
            "ironport-sdr", "x-ironport-av", "x-talos-cuid", "x-talos-muid", "x-endpointsecurity-0xde81-ev",
        ]
        // Pictures.
        + ["face", "x-face"]
        // The structure, which was understood.
        + [
            "content-type", "content-transfer-encoding", "content-disposition", "mime-version", "content-length",
            "lines", "status", "x-status", "x-mozilla-status", "x-mozilla-status2", "x-mozilla-keys", "date",
        ]

    private static let prefixes: [String] = [
        "arc-", "list-", "x-ms-", "x-google-", "x-microsoft-", "x-proofpoint-", "x-ses-", "x-amz-", "x-barracuda-",
        "x-tm-", "x-tmase-", "x-sfdc-", "x-mimecast-", "x-ironport-",
    ]

    static let hashes = Set(names.map(HeaderSyntax.hash))

    /// Whether a field is left out of what is searched.
    static func contains(_ hash: UInt64, _ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
        if hashes.contains(hash) { return true }
        guard name.count > 4 else { return false }
        let first = bytes[name.lowerBound].lowercasedASCII
        guard first == 0x78 || first == 0x61 || first == 0x6C else { return false }
        return prefixes.contains { bytes.hasText($0, at: name.lowerBound) && $0.utf8.count < name.count }
    }
}
