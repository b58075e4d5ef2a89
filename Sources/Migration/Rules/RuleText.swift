import Rules

/// A rule of ours on the way to its file.
struct RuleText: Sendable {
    var id: String
    var title: String
    var description: String
    var isNamed: Bool
    var anchors: [Anchor]
    var startsAtAnchor: Bool
    var reach: Reach
    var pattern: String
    var hasSecretGroup: Bool
    var minimumEntropy: Double
    var confidence: Double
    var allow: [String]
    var examples: [String]
    var counterExamples: [String]
    var references: [String]

    /// Nobody says how bad it is if such a secret is real.
    static let severity = "high"

    /// The rule as a table of TOML, with a line break behind it.
    var toml: String {
        var lines = [
            "[[rule]]",
            "id = \(TOMLText.string(id))",
            "title = \(TOMLText.string(title))",
        ]
        if !description.isEmpty { lines.append("description = \(TOMLText.string(description))") }
        lines += [
            "severity = '\(Self.severity)'",
            "shape = '\(isNamed ? "named" : "own")'",
            "anchors = \(TOMLText.array(anchors.map(Self.text)))",
        ]
        if startsAtAnchor { lines.append("starts_at_anchor = true") }
        lines += [
            "reach = { before = \(reach.before), after = \(reach.after) }",
            "pattern = \(TOMLText.string(pattern))",
        ]
        if hasSecretGroup { lines.append("secret = '\(RegexSource.secretName)'") }
        if minimumEntropy > 0 { lines.append("minimum_entropy = \(TOMLText.number(minimumEntropy))") }
        lines.append("confidence = \(TOMLText.number(confidence))")
        if !allow.isEmpty { lines.append("allow = \(TOMLText.strings(allow))") }
        lines.append("examples = \(TOMLText.strings(examples))")
        if !counterExamples.isEmpty { lines.append("counter_examples = \(TOMLText.strings(counterExamples))") }
        if !references.isEmpty { lines.append("references = \(TOMLText.strings(references))") }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func text(of anchor: Anchor) -> String {
        switch anchor {
        case .literal(let bytes, let ignoresCase):
            let text = TOMLText.string(String(decoding: bytes, as: UTF8.self))
            return ignoresCase ? "{ any_case = \(text) }" : text
        case .classRun(let byteClass, let length):
            let name = ByteClass.named.first { $0.byteClass == byteClass }?.name ?? ""
            let ends = "[\(length.lowerBound), \(length.upperBound)]"
            return "{ class = '\(name)', length = \(ends) }"
        }
    }
}
