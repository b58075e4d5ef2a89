import PCRE2
import RuleCompilation
import Rules

/// Turns one rule of another scanner into one of ours that passes the compiler.
struct RuleConversion {
    /// `nil` if the rule cannot be carried over.
    private(set) var text: RuleText?
    private(set) var remarks: [String]

    init(_ rule: ForeignRule, id: String, score: Double) {
        remarks = rule.remarks
        do throws(RegexError) {
            let pattern = try PatternConversion(
                rule.pattern, dialect: rule.dialect, group: rule.group, keywords: rule.keywords)
            remarks += pattern.remarks
            var draft = Self.draft(rule, pattern, id: id, score: score)
            let first = Self.accepted(draft, of: rule, pattern)
            draft.reach = pattern.wideReach
            let second =
                first.isComplete || draft.reach == pattern.reach ? first : Self.accepted(draft, of: rule, pattern)
            let better = second.examples > first.examples ? second : first
            text = better.text
            remarks += better.remarks
        } catch {
            remarks.append("not carried over: \(error.description)")
        }
    }

    private static func draft(
        _ rule: ForeignRule, _ pattern: PatternConversion, id: String, score: Double
    ) -> RuleText {
        let title = withoutControls(rule.title)
        return RuleText(
            id: id, title: title.isEmpty ? id : title, description: withoutControls(rule.description),
            isNamed: pattern.isNamed, anchors: pattern.anchors, startsAtAnchor: pattern.startsAtAnchor,
            reach: pattern.reach, pattern: pattern.source, hasSecretGroup: pattern.hasSecretGroup,
            minimumEntropy: min(max(0, rule.minimumEntropy), 8), confidence: score, allow: unique(rule.allow),
            examples: [], counterExamples: [], references: unique(rule.references))
    }

    // MARK: Examples

    /// How one way to write the rule went.
    private struct Attempt {
        /// `nil` if the compiler does not accept it.
        var text: RuleText?
        var remarks: [String] = []
        /// How many examples the rule has.
        var examples: Int { text?.examples.count ?? 0 }
        var isComplete: Bool { text != nil && remarks.isEmpty }

        /// Keeps what the rule agrees with, and says why it does not with the first of the others.
        mutating func kept(
            _ templates: [String?], _ name: String, problem: (String) -> RuleProblemReason?
        ) -> [String] {
            var kept: [String] = []
            var first: RuleProblemReason?
            for case let template? in templates {
                let problem = problem(template)
                if problem == nil { kept.append(template) }
                first = first ?? problem
            }
            let lost = templates.count - kept.count
            if lost > 0 {
                let reason = first.map { "\($0)" } ?? "it has no text"
                remarks.append("\(lost) of \(templates.count) \(name) are not carried over: \(reason)")
            }
            return kept
        }
    }

    private static func accepted(_ draft: RuleText, of rule: ForeignRule, _ pattern: PatternConversion) -> Attempt {
        var attempt = Attempt()
        var text = draft
        text.examples = attempt.kept(rule.examples.map(template), "examples") { problem(of: draft, example: $0) }
        if text.examples.isEmpty || lacksExample(text) {
            let samples = samples(pattern, for: draft).filter { problem(of: draft, example: $0) == nil }
            text.examples = unique(text.examples + samples)
        }
        guard let first = text.examples.first else {
            attempt.remarks = ["not carried over: no text was found in which the rule finds a secret"]
            return attempt
        }
        text.counterExamples = attempt.kept(rule.counterExamples.map(template), "counter-examples") {
            problem(of: draft, example: first, beside: $0)
        }
        // Of a named shape, not all anchors need an example.
        if lacksExample(text) { text.isNamed = true }
        let refusal = Self.problem(with: text)
        if let refusal {
            attempt.remarks = ["not carried over: \(refusal)"]
        } else {
            attempt.text = text
        }
        return attempt
    }

    /// Whether an anchor is in no example, though it should be.
    private static func lacksExample(_ text: RuleText) -> Bool {
        if !text.isNamed, case .anchorInNoExample? = problem(with: text) { true } else { false }
    }

    private static func problem(
        of draft: RuleText, example: String, beside counterExample: String? = nil
    ) -> RuleProblemReason? {
        var text = draft
        text.isNamed = true
        text.examples = [example]
        text.counterExamples = counterExample.map { [$0] } ?? []
        return problem(with: text)
    }

    private static func samples(_ pattern: PatternConversion, for draft: RuleText) -> [String] {
        let allow = draft.allow.compactMap { try? Pattern($0, jit: .never) }
        guard
            var search = try? SampleSearch(
                node: pattern.node, pattern: pattern.pattern, minimumEntropy: draft.minimumEntropy,
                allowPatterns: allow)
        else { return [] }
        return search.templates(anchors: draft.isNamed ? [] : draft.anchors)
    }

    /// What the compiler says first against the rule.
    private static func problem(with text: RuleText) -> RuleProblemReason? {
        do throws(RuleFileErrors) {
            _ = try RuleFileCompiler(for: .user).compile([RuleFile(name: "rule", bytes: Array(text.toml.utf8))])
            return nil
        } catch {
            return error.problems.first { !$0.isWarning }?.reason
        }
    }

    // MARK: Texts

    /// The text as a template that stands for itself; `nil` if there is none.
    private static func template(_ text: String) -> String? {
        guard !text.isEmpty, !text.utf8.contains(0) else { return nil }
        return text.replacing("{", with: "{{").replacing("}", with: "}}")
    }

    private static func withoutControls(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }

    private static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { !$0.isEmpty && seen.insert($0).inserted }
    }
}
