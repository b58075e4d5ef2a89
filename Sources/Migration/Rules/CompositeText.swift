import RuleCompilation
import Rules

/// A composite of ours for a rule of gitleaks that counts only beside others.
struct CompositeText {
    /// How far apart the parts may be if nothing is said about it, in bytes.
    private static let anyDistance = 65_536

    let toml: String

    /// Returns `nil` if the compiler does not accept it.
    ///
    /// - Parameter partners: the rules that must be near, with how near.
    init?(_ primary: RuleText, partners: [(rule: RuleText, limits: ForeignRule.Partner)], id: String, score: Double) {
        let lines = partners.compactMap(\.limits.lines).max()
        let columns = partners.compactMap(\.limits.columns).max()
        let hasAllLines = partners.allSatisfy { $0.limits.lines != nil }
        // Columns limit bytes on one line only.
        let bytes = lines == 0 ? columns ?? Self.anyDistance : Self.anyDistance
        let texts = [primary] + partners.map(\.rule)
        let joint = lines == 0 ? " " : "\n"
        guard let example = texts.map(\.examples.first).reduce(Optional(""), Self.joined(by: joint)) else { return nil }

        var parts = ["{ role = 'primary', rules = [\(TOMLText.string(primary.id))] }"]
        for (number, partner) in partners.enumerated() {
            parts.append("{ role = 'part-\(number + 1)', rules = [\(TOMLText.string(partner.rule.id))] }")
        }
        let limit = hasAllLines ? lines.map { ", lines = \(max(0, $0))" } ?? "" : ""
        toml =
            [
                "[[composite]]",
                "id = \(TOMLText.string(id))",
                "title = \(TOMLText.string(primary.title + ", with what belongs to it"))",
                "severity = '\(RuleText.severity)'",
                "confidence = \(TOMLText.number(score))",
                "parts = \(TOMLText.array(parts))",
                "primary = 'primary'",
                "distance = { bytes = \(min(max(0, bytes), Self.anyDistance))\(limit) }",
                "examples = \(TOMLText.strings([example]))",
            ].joined(separator: "\n") + "\n"

        let file = texts.map(\.toml).joined(separator: "\n") + "\n" + toml
        guard (try? RuleFileCompiler(for: .user).compile([RuleFile(name: "rule", bytes: Array(file.utf8))])) != nil
        else {
            return nil
        }
    }

    private static func joined(by joint: String) -> (String?, String?) -> String? {
        { head, tail in
            guard let head, let tail else { return nil }
            return head.isEmpty ? tail : head + joint + tail
        }
    }
}
