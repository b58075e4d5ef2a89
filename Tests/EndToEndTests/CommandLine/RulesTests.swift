import Foundation
import Testing

extension EndToEndTests {
    /// `keyhound rules`: what it says of the built-in rules, and of a user's.
    @Suite struct RulesTests {
        @Test func theCatalogueIsFresh() throws {
            let listed = try Command.keyhound("rules", "list", "--markdown").run()
            #expect(listed.code == 0)
            let file = URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../../../Rules/CATALOGUE.md").standardized
            let written = try String(contentsOf: file, encoding: .utf8)
            #expect(written == listed.text, "Rules/CATALOGUE.md is stale: run `make catalogue`")
        }

        @Test func aCheckSaysWhatIsWrongWhereAndWhatToDo() throws {
            let folder = try TemporaryFolder()
            let rule = """
                [[rule]]
                id = "acme-token"
                title = "Acme token"
                severity = "high"
                token = 'zcme_[a-z0-9]{24}'
                examples = [
                    "zcme_{hex:24}",
                    "zcme_{lower:24}",
                ]

                [[rule]]
                id = "acme-any"
                title = "Anything of Acme's"
                severity = "high"
                pattern = 'zcmf_(?:[a-z0-9]+[0-9a-f]*)+;'
                anchors = ["zcmf_"]
                starts_at_anchor = true
                reach = { before = 0, after = 64 }
                examples = ["zcmf_{hex:24};"]

                [[rule]]
                id = "acme-pair"
                title = "A token of Acme's, less certain"
                severity = "high"
                token = 'zcme_[a-z0-9]{24}'
                confidence = 0.6
                examples = ["zcme_{hex:24}"]
                """
            try folder.write("rules.toml", rule)
            let path = folder.file("rules.toml")
            let lenient = try Command.keyhound("rules", "check", path).run()
            #expect(lenient.code == 0, "\(lenient)")
            #expect(lenient.text.contains("\(path):15: warning: rule 'acme-any': the pattern has no greatest length"))
            #expect(
                lenient.text.contains("\(path):15: warning: rule 'acme-any': a text that nearly matches costs more"))
            #expect(
                lenient.text.contains("\(path):27: warning: rule 'acme-pair': the secret in this example is reported"))
            let strict = try Command.keyhound("rules", "check", "--strict", path).run()
            #expect(strict.code == 2 && strict.errorText.contains("the key 'description' is missing"), "\(strict)")
        }

        /// The proof of a built-in kind speaks against the example: an error, since the rule would find nothing.
        @Test func anExampleThatTheProofRefusesIsAnError() throws {
            let folder = try TemporaryFolder()
            let rule = """
                [[rule]]
                id = "my-key-id"
                title = "Key ID"
                severity = "low"
                proof = "aws-access-key-id"
                token = 'ZKIA[A-Z0-9]{16}'
                examples = ["ZKIA{upper:16}"]
                """
            try folder.write("rules.toml", rule)
            let outcome = try Command.keyhound("rules", "check", folder.file("rules.toml")).run()
            #expect(outcome.code == 2 && outcome.errorText.contains("reports nothing in this example"), "\(outcome)")
        }
    }
}
