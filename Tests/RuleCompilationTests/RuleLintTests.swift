import BuiltInRules
import RuleCompilation
import Rules
import Testing

@Suite struct RuleLintTests {
    private func warnings(
        _ pattern: String, anchor: String = "acme_", before: Int = 0, after: Int = 64, startsAtAnchor: Bool = true
    ) -> [RuleProblemReason] {
        RuleLint.warnings(
            about: Rule(
                id: "acme", title: "Acme", pattern: pattern,
                anchors: [.literal(Array(anchor.utf8), ignoresCase: false)],
                traits: RuleTraits(
                    severity: .high, reach: Reach(before: before, after: after), startsAtAnchor: startsAtAnchor,
                    confidence: 0.5)))
    }

    @Test func aGoodRuleHasNoWarning() {
        #expect(warnings("acme_[a-z0-9]{20}(?![a-z0-9])").isEmpty)
        #expect(warnings("[a-z]{2,4}acme_[a-z0-9]{20}", before: 4, startsAtAnchor: false).isEmpty)
    }

    @Test func anchorsThatThePatternDoesNotRequire() {
        #expect(warnings("acme[_-][a-z0-9]{20}").contains(.anchorNotRequired))
        #expect(warnings("(?i)acme_[a-z0-9]{20}").contains(.anchorNotRequired))
        #expect(warnings("(?:acme_)?[a-z0-9]{20}", startsAtAnchor: false).contains(.anchorNotRequired))
        #expect(warnings("[a-z]{1,9}_acme_?[0-9]{2}", before: 12, startsAtAnchor: false).contains(.anchorNotRequired))
        #expect(!warnings("(?:acme_|acme_x)[a-z]{9}").contains(.anchorNotRequired))
        #expect(!warnings("aacme_acme_[a-z]{9}", before: 6, startsAtAnchor: false).contains(.anchorNotRequired))
    }

    @Test func matchesThatTheWindowCuts() {
        #expect(warnings("acme_[a-z0-9]+").contains(.endlessMatch))
        #expect(warnings("acme_[a-z0-9]{20,65}").contains(.matchExceedsReach(length: 70, room: 69)))
        #expect(!warnings("acme_[a-z0-9]{20,64}").contains(.matchExceedsReach(length: 69, room: 69)))
    }

    @Test func patternsThatCostMoreThanTheirText() {
        #expect(warnings("acme_(?:[a-z]+[a-z0-9]+)+;", after: 4096).contains(.superLinear))
        #expect(warnings("acme_[a-z]{0,500}[a-z]{0,500}[a-z]{0,500};", after: 4096).contains(.superLinear))
        #expect(!warnings("acme_[a-z]{0,500};", after: 4096).contains(.superLinear))
    }

    /// Known, and meant: repeats are cut by the window where secrets are longer than anybody's, and spellings are mixed
    /// more freely than the anchors. New rules do not join this list.
    private static let known: Set<String> = [
        "aws-secret-access-key",
        "aws-session-token",
        "azure-api-management-key",
        "azure-batch-key",
        "azure-cache-for-redis-key",
        "azure-container-registry-key",
        "azure-cosmos-db-key",
        "azure-event-hubs-key",
        "azure-functions-url-key",
        "azure-iot-key",
        "azure-machine-learning-classic-key",
        "azure-relay-key",
        "azure-search-key",
        "azure-service-bus-key",
        "azure-shared-access-signature",
        "azure-storage-account-key",
        "docker-registry-login",
        "ethereum-keystore",
        "google-service-account-key",
        "json-web-token",
        "lnd-macaroon",
        "private-key",
        "recovery-phrase",
        "solana-keypair-array",
        "substrate-secret-seed",
        "public-key-pem",
        "putty-private-key",
        "ssh2-private-key",
        "json-web-key",
    ]

    @Test func theBuiltInRulesHaveNoWarning() {
        let table = BuiltInRules.table
        for rule in (0..<table.ruleCount).map(table.rule(at:)) {
            let warnings = Self.known.contains(rule.id) ? [] : RuleLint.warnings(about: rule)
            #expect(warnings.isEmpty, "\(rule.id): \(warnings)")
        }
    }
}
