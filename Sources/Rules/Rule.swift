/// One kind of secret: how to find it, how to judge it, what to do about it.
///
/// This is the whole rule, with its texts. The scanner works on `RuleTraits` and anchors and
/// asks for a `Rule` only to compile its pattern or to describe a finding.
public struct Rule: Hashable, Sendable {
    /// Lower-case words joined by hyphens; unique in a `RuleSet`, composites included.
    public var id: String
    public var title: String
    /// What the secret opens, in a sentence or two.
    public var description: String
    /// Who issues the secret.
    public var provider: String
    /// PCRE2 source, matched against bytes.
    public var pattern: String
    public var patternOptions: PatternOptions
    /// Never empty. Every match contains one of them.
    public var anchors: [Anchor]
    public var traits: RuleTraits
    /// PCRE2 patterns; a secret in which one of them matches is not reported.
    public var allowPatterns: [String]
    public var shape: RuleShape
    /// `nil` if the rule does not say.
    public var source: ShapeSource?
    /// Templates of texts in which the rule finds a secret.
    public var examples: [String]
    /// Templates of texts in which it does not.
    public var counterExamples: [String]
    /// Where the issuer documents the format (URLs).
    public var references: [String]
    /// What to do when such a secret has leaked.
    public var remedy: String

    public init(
        id: String,
        title: String,
        description: String = "",
        provider: String = "",
        pattern: String,
        patternOptions: PatternOptions = [],
        anchors: [Anchor],
        traits: RuleTraits,
        allowPatterns: [String] = [],
        shape: RuleShape = .own,
        source: ShapeSource? = nil,
        examples: [String] = [],
        counterExamples: [String] = [],
        references: [String] = [],
        remedy: String = ""
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.provider = provider
        self.pattern = pattern
        self.patternOptions = patternOptions
        self.anchors = anchors
        self.traits = traits
        self.allowPatterns = allowPatterns
        self.shape = shape
        self.source = source
        self.examples = examples
        self.counterExamples = counterExamples
        self.references = references
        self.remedy = remedy
    }
}
