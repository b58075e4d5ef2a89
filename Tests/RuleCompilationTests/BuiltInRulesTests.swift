import BuiltInRules
import Crypto
import RuleCompilation
import Rules
import Testing

@Suite struct BuiltInRulesTests {
    @Test func theEmbeddedTableIsASet() throws {
        let set = try RuleSet([BuiltInRules.table])
        #expect(set.count > 0)
        for id in ["aws-access-key-id", "aws-secret-access-key", "private-key"] {
            let index = try #require(set.index(of: id))
            #expect(set.rule(at: index).id == id)
        }
        let pair = try #require(set.compositePosition(of: "aws-access-key-pair"))
        #expect(set.composites[pair].parts.map(\.count) == [1, 3])
    }

    @Test func theEmbeddedTableReadsLikeAnOwnedOne() throws {
        let embedded = BuiltInRules.table
        let owned = try RuleTable(bytes: embedded.encoded)
        for row in 0..<embedded.ruleCount {
            #expect(embedded.rule(at: row) == owned.rule(at: row))
            #expect(embedded.traits(at: row) == owned.traits(at: row))
        }
        for row in 0..<embedded.compositeCount {
            #expect(embedded.composite(at: row) == owned.composite(at: row))
        }
    }

    @Test func theHashIsThatOfTheTable() {
        let hash = SHA256.hash(data: BuiltInRules.table.encoded)
        #expect(hash.description.hasSuffix(" \(BuiltInRules.tableSHA256)"))
    }

    @Test func everyTemplateExpands() throws {
        let table = BuiltInRules.table
        for rule in (0..<table.ruleCount).map(table.rule(at:)) {
            for example in rule.examples + rule.counterExamples {
                #expect(try !Template(example).expansion(seed: 42).isEmpty)
            }
        }
    }
}
