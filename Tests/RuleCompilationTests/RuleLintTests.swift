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

    /// What is known and meant: a private key is cut by its window, and a header's length is the user's affair.
    private static let known: [String: Set<RuleProblemReason>] = [
        "private-key": [.endlessMatch], "public-key-pem": [.endlessMatch], "putty-private-key": [.endlessMatch],
        "ssh2-private-key": [.endlessMatch],
        // The member "kty" may stand on either side of the secret.
        "json-web-key": [.anchorNotRequired],
    ]

    @Test func theBuiltInRulesHaveNoWarning() {
        let table = BuiltInRules.table
        for rule in (0..<table.ruleCount).map(table.rule(at:)) {
            let warnings = RuleLint.warnings(about: rule).filter { Self.known[rule.id]?.contains($0) != true }
            #expect(warnings.isEmpty, "\(rule.id): \(warnings)")
        }
    }
}
