import Migration
import Testing

@Suite struct YAMLRuleTests {
    private let value = "k7qz" + "x2wv" + "m9rt" + "p4yb"

    @Test func aRuleOfKingfisher() throws {
        let converted = try ConvertedRule(
            """
            rules:
              - name: Acme key
                id: kingfisher.acme.1
                pattern: |
                  (?x)(?i)
                  \\b acme            # the name
                  (?:.|[\\n\\r]){0,16}?
                  \\b ( [a-z0-9]{16} ) \\b
                min_entropy: 2.5
                confidence: high
                pattern_requirements:
                  min_digits: 2
                  ignore_if_contains: [sample]
                examples:
                  - 'acme_key = "\(value)"'
                  - 'acme without'
                references: [https://acme.example/keys]
                validation:
                  type: Http
            """, as: .kingfisher)
        #expect(converted.rule.id == "kingfisher-acme-1")
        #expect(converted.rule.title == "Acme key")
        #expect(converted.rule.examples.first == "acme_key = \"\(value)\"")
        #expect(converted.rule.examples.count == 1)
        #expect(converted.rule.references == ["https://acme.example/keys"])
        #expect(converted.rule.traits.confidence == 0.85)
        #expect(try converted.secret(in: "ACME\n\(value)") == value)
        #expect(try converted.secret(in: "acme \(String(value.filter { !$0.isNumber } + "abcdefg1"))") == nil)
        #expect(try converted.secret(in: "acme sample12x2wvm9rt") == nil)
        #expect(converted.hasNote("1 of 2 examples"))
        #expect(converted.hasNote("'validation'"))
    }

    @Test func theGroupCalledTokenHoldsTheSecret() throws {
        let converted = try ConvertedRule(
            """
            rules:
            - name: Acme pair
              id: kingfisher.acme.2
              pattern: '(?i)acme:(?P<USER>[a-z]{4}):(?P<TOKEN>[a-z0-9]{16})'
            """, as: .kingfisher)
        #expect(try converted.secret(in: "acme:abcd:\(value)") == value)
    }

    @Test func helpersAreLeftOut() throws {
        let text = """
            rules:
            - { name: Acme ID, id: kingfisher.acme.3, pattern: 'acme-[0-9]{8}', visible: false }
            - { name: Acme, id: kingfisher.acme.4, pattern: 'acme_[0-9a-f]{8}', depends_on_rule: [] }
            """
        let converted = try ForeignRules.convert(Array(text.utf8), as: .kingfisher)
        #expect(converted.ruleCount == 1)
        #expect(converted.notes.map(\.line) == [2, 3])
    }

    @Test func aRuleOfNoseyParker() throws {
        let converted = try ConvertedRule(
            """
            rules:

            - name: Acme token
              id: np.acme.1
              pattern: |
                (?x)
                \\b
                (acme_ [a-f0-9]{16})     (?# the token )
                (?: [^a-f0-9] | $ )
              examples:
              - 'x{acme_0011223344556677}'
              negative_examples:
              - acme_00112233
            """, as: .noseyparker)
        #expect(converted.rule.id == "noseyparker-np-acme-1")
        #expect(converted.rule.examples == ["x{{acme_0011223344556677}}"])
        #expect(converted.rule.counterExamples == ["acme_00112233"])
        #expect(try converted.secret(in: "acme_0011223344556677") == "acme_0011223344556677")
        #expect(converted.notes.isEmpty)
    }

    @Test func errorsHaveTheirLine() {
        func line(_ text: String) -> Int? {
            do throws(MigrationError) {
                _ = try ForeignRules.convert(Array(text.utf8), as: .kingfisher)
            } catch {
                return error.line
            }
            return -1
        }
        #expect(line("rules:\n- name: a\n  id: [b]\n  pattern: c") == 3)
        #expect(line("rules:\n- name: a\n  pattern: c\n  min_entropy: much") == 4)
        #expect(line("rules:\n- name: a\n- 7") == 3)
        #expect(line("rules:\n  x: \"") != -1)
        #expect(line("7") == nil)
    }
}
