import Rules
import Testing

@Suite struct RuleTableTests {
    @Test(arguments: 0..<20 as Range<UInt64>)
    func everythingSurvivesARoundTrip(seed: UInt64) throws {
        var random = RandomRules(seed: seed)
        let rules = (0..<30).map { random.rule($0) }
        let composites = (0..<5).map { random.composite($0, of: rules) }
        let table = try RuleTable(rules: rules, composites: composites)

        #expect(table.ruleCount == 30)
        #expect(table.compositeCount == 5)
        for (row, rule) in rules.enumerated() {
            #expect(table.rule(at: row) == rule)
            #expect(table.traits(at: row) == rule.traits)
            #expect(table.anchors(at: row) == rule.anchors)
            #expect(table.id(at: row) == rule.id)
            #expect(table.hasID(rule.id, at: row))
            #expect(!table.hasID(rule.id + "x", at: row))
        }
        for (row, composite) in composites.enumerated() {
            #expect(table.composite(at: row) == composite)
        }
    }

    @Test func aTableIsUTF8AndItsBytesMakeItAgain() throws {
        var random = RandomRules(seed: 7)
        let rules = (0..<50).map { random.rule($0) }
        let bytes = try RuleTable.encoding(rules: rules, composites: [])
        #expect(String(validating: bytes, as: UTF8.self) != nil)
        let table = try RuleTable(bytes: bytes)
        #expect(table.encoded == bytes)
        #expect((0..<50).map(table.rule(at:)) == rules)
    }

    @Test func anEmptyTableIsATable() throws {
        let table = try RuleTable(rules: [])
        #expect(table.ruleCount == 0)
        #expect(table.compositeCount == 0)
    }

    @Test func aConstantTableIsReadLikeAnOwnedOne() throws {
        let constant = RuleTable("KHRT\0\u{1}\0\0\0\u{14}\0\0\0\0\0\0\0\0\0\0")
        let owned = try RuleTable(bytes: constant.encoded)
        let empty = try RuleTable(rules: [])
        #expect(owned.encoded == empty.encoded)
    }

    @Test func damagedBytesAreRefused() throws {
        var random = RandomRules(seed: 3)
        let bytes = try RuleTable.encoding(rules: [random.rule(0)], composites: [])
        #expect(throws: RuleTableError.notATable) { try RuleTable(bytes: []) }
        #expect(throws: RuleTableError.notATable) { try RuleTable(bytes: bytes.dropLast()) }
        #expect(throws: RuleTableError.notATable) { try RuleTable(bytes: bytes + [0]) }
        #expect(throws: RuleTableError.notATable) { try RuleTable(bytes: Array("no".utf8) + bytes.dropFirst(2)) }
        var other = bytes
        other[5] = 9
        #expect(throws: RuleTableError.unsupportedVersion(found: 9, expected: 1)) { try RuleTable(bytes: other) }
    }

    @Test func whatDoesNotFitIsRefused() throws {
        var random = RandomRules(seed: 4)
        var rule = random.rule(0)
        rule.traits.secretGroup = 20_000
        #expect(throws: RuleTableError.outOfRange(rule: "rule-0", value: 20_000, limit: 16_383)) {
            try RuleTable(rules: [rule])
        }
        rule.traits.secretGroup = 0
        #expect(throws: RuleTableError.duplicateID("rule-0")) { try RuleTable(rules: [rule, rule]) }
    }
}
