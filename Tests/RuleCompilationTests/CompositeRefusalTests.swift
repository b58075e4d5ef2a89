import RuleCompilation
import Testing

@Suite struct CompositeRefusalTests {
    /// Follows a good rule of nine lines; `[[composite]]` is on line 10.
    private static func text(
        parts: String = "[{ role = 'one', rules = ['acme-token'] }, { role = 'two', rules = ['acme-token'] }]",
        primary: String = "'two'", distance: String = "{ bytes = 100 }", example: String = "acme_{hex:16}",
        more: String = ""
    ) -> String {
        RuleText().text + """
            [[composite]]
            id = 'acme-pair'
            title = 'Acme pair'
            severity = 'high'
            parts = \(parts)
            primary = \(primary)
            distance = \(distance)
            examples = ['\(example)']
            \(more)
            """
    }

    @Test func aGoodCompositeIsGood() {
        #expect(problems(of: Self.text()).isEmpty)
    }

    @Test func partsMustBeRules() throws {
        let parts = "[{ role = 'one', rules = ['acme'] }, { role = 'two', rules = ['acme-token'] }]"
        let problem = try #require(problems(of: Self.text(parts: parts)).first)
        #expect(problem.reason == .unknownPartRule("acme"))
        #expect(problem.line == 14)
        #expect(problem.rule == "acme-pair")
        #expect(problems(of: Self.text(parts: parts), known: ["acme"]).isEmpty)
    }

    @Test func thePrimaryPartMustExist() {
        #expect(
            problems(of: Self.text(primary: "'three'")).map(\.reason) == [.unknownRole("three", known: ["one", "two"])])
    }

    @Test func onePartIsNoComposite() {
        let found = problems(of: Self.text(parts: "[{ role = 'two', rules = ['acme-token'] }]"))
        #expect(found.map(\.reason) == [.tooFew(key: "parts", needed: 2, found: 1)])
    }

    @Test func rolesMustDiffer() {
        let parts = "[{ role = 'two', rules = ['acme-token'] }, { role = 'two', rules = ['acme-token'] }]"
        #expect(problems(of: Self.text(parts: parts)).map(\.reason) == [.duplicateRole("two")])
    }

    @Test func anExampleMustHoldEveryPart() throws {
        let problem = try #require(problems(of: Self.text(example: "nothing")).first)
        #expect(problem.reason == .partInNoExample(role: "one"))
        #expect(problem.line == 17)
    }

    @Test func theDistanceMustBeFinite() {
        #expect(problems(of: Self.text(distance: "{ lines = 3 }")).map(\.reason) == [.missingKey("bytes")])
        let tooFar = RuleProblemReason.outOfRange(key: "bytes", allowed: "0 to 65536")
        #expect(problems(of: Self.text(distance: "{ bytes = 65537 }")).map(\.reason) == [tooFar])
    }

    @Test func aCompositeMayNotTakeARulesID() {
        let found = problems(of: Self.text().replacing("'acme-pair'", with: "'acme-token'"))
        #expect(found.map(\.reason) == [.duplicateID("acme-token", first: "team/rules.toml:1")])
    }

    @Test func aCounterExampleMayNotHoldTheComposite() {
        let found = problems(of: Self.text(more: "counter_examples = ['acme_{hex:16}']"))
        #expect(found.map(\.reason) == [.compositeInCounterExample])
    }
}
