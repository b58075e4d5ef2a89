import Migration
import PCRE2
import RuleCompilation
import Rules
import Testing

/// A rule that was carried over and compiled, for tests that ask what it finds.
struct ConvertedRule {
    let rule: Rule
    let composites: [CompositeRule]
    let notes: [ConvertedRules.Note]

    /// Converts a file with one rule, or takes the first of several.
    init(_ text: String, as format: ForeignRuleFormat, at index: Int = 0) throws {
        let bytes = Array(text.utf8)
        #expect(ForeignRules.format(of: bytes) == format)
        let converted = try ForeignRules.convert(bytes, as: format)
        notes = converted.notes
        let file = RuleFile(name: "rules.toml", bytes: Array(converted.toml.utf8))
        let compiled = try RuleFileCompiler(for: .user).compile([file])
        #expect(compiled.rules.count == converted.ruleCount)
        rule = try #require(compiled.rules.dropFirst(index).first, "\(converted.notes)")
        composites = compiled.composites
    }

    /// The secret that the pattern finds in `text`; `nil` if it finds none, or one that is allowed or too plain.
    func secret(in text: String) throws -> String? {
        let bytes = Array(text.utf8)
        var matcher = try Matcher(jit: .never)
        let pattern = try Pattern(rule.pattern, jit: .never)
        guard matcher.firstMatch(of: pattern, in: bytes.span) == .match else { return nil }
        guard let range = matcher.range(ofGroup: rule.traits.secretGroup) else { return nil }
        let secret = Array(bytes[range])
        var entropy = ByteEntropy()
        guard entropy.bitsPerByte(of: secret.span) >= rule.traits.minimumEntropy else { return nil }
        for allow in rule.allowPatterns {
            let allowed = try Pattern(allow, jit: .never)
            if matcher.firstMatch(of: allowed, in: secret.span) == .match { return nil }
        }
        return String(decoding: secret, as: UTF8.self)
    }

    var anchors: [String] { rule.anchors.map(\.text) }

    func hasNote(_ text: String) -> Bool { notes.contains { $0.text.contains(text) } }
}
