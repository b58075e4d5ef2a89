import Rules
import Testing

@Suite struct RuleSetTests {
    private static func rule(_ id: String) -> Rule {
        Rule(
            id: id, title: id, pattern: id, anchors: [.literal(Array(id.utf8), ignoresCase: false)],
            traits: RuleTraits(severity: .low, reach: Reach(before: 1, after: 2), confidence: 0.5))
    }

    private static func pair(_ id: String, _ parts: [[String]]) -> CompositeRule {
        CompositeRule(
            id: id, title: id, severity: .high, confidence: 0.5,
            parts: parts.enumerated().map { CompositeRule.Part(role: "\($0)", rules: $1) }, primary: 1,
            distance: CompositeDistance(bytes: 100))
    }

    private static func set() throws -> RuleSet {
        let first = try RuleTable(
            rules: ["key-id", "secret", "secret-alone"].map(rule),
            composites: [pair("key-pair", [["key-id"], ["secret", "secret-alone"]])])
        return try RuleSet([first, RuleTable(rules: [rule("token")])])
    }

    @Test func tablesAreJoinedInOrder() throws {
        let set = try Self.set()
        #expect(set.count == 4)
        #expect(set.indices.map(set.id(of:)) == ["key-id", "secret", "secret-alone", "token"])
        #expect(set.index(of: "token") == RuleIndex(3))
        #expect(set.index(of: "tokens") == nil)
        #expect(set.rule(at: RuleIndex(3)) == Self.rule("token"))
        #expect(set.traits(of: RuleIndex(0)).reach == Reach(before: 1, after: 2))
        #expect(set.composites.map(\.parts) == [[[RuleIndex(0)], [RuleIndex(1), RuleIndex(2)]]])
        #expect(set.compositePosition(of: "key-pair") == 0)
    }

    @Test func sameIDsInTwoTablesAreRefused() throws {
        let table = try RuleTable(rules: [Self.rule("token")])
        #expect(throws: RuleSetError.duplicateID("token")) { try RuleSet([table, table]) }
        let composite = try RuleTable(rules: [], composites: [Self.pair("token", [["token"], ["token"]])])
        #expect(throws: RuleSetError.duplicateID("token")) { try RuleSet([table, composite]) }
    }

    @Test func aPartWithoutARuleIsRefused() throws {
        let table = try RuleTable(rules: [Self.rule("id")], composites: [Self.pair("pair", [["id"], ["secret"]])])
        #expect(throws: RuleSetError.unknownPart(composite: "pair", rule: "secret")) { try RuleSet([table]) }
    }

    @Test func selectingOnlyKeepsWhatIsNamed() throws {
        let set = try Self.set().selecting(only: ["token", "key-id"])
        #expect(set.allIDs == ["key-id", "token"])
    }

    @Test func selectingACompositeKeepsItsParts() throws {
        let set = try Self.set().selecting(only: ["key-pair"])
        #expect(set.allIDs == ["key-id", "secret", "secret-alone", "key-pair"])
    }

    @Test func selectingAllPartsKeepsTheComposite() throws {
        let set = try Self.set().selecting(only: ["key-id", "secret", "secret-alone"])
        #expect(set.allIDs == ["key-id", "secret", "secret-alone", "key-pair"])
    }

    @Test func disablingMovesIndexesAndDropsCompositesThatLoseAPart() throws {
        let fewer = try Self.set().selecting(disabling: ["secret"])
        #expect(fewer.allIDs == ["key-id", "secret-alone", "token", "key-pair"])
        #expect(fewer.composites.map(\.parts) == [[[RuleIndex(0)], [RuleIndex(1)]]])
        let none = try Self.set().selecting(disabling: ["secret", "secret-alone"])
        #expect(none.allIDs == ["key-id", "token"])
        #expect(try Self.set().selecting(disabling: ["key-pair"]).composites.isEmpty)
    }

    @Test func unknownNamesAreAnErrorThatSuggests() throws {
        let set = try Self.set()
        #expect {
            try set.selecting(only: ["tokn"], disabling: ["pair", "xyzzyx"])
        } throws: { error in
            "\(error)" == "there is no rule 'tokn': did you mean 'token'?; there is no rule 'pair': "
                + "did you mean 'key-pair'?; there is no rule 'xyzzyx': 'keyhound rules list' shows all of them"
        }
    }
}
