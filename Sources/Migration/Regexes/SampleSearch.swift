import PCRE2
import Rules

/// Looks for texts in which a rule finds a secret: the examples of rules whose authors gave none.
struct SampleSearch: ~Copyable {
    private let node: RegexNode
    private let pattern: Pattern
    private let secretGroup: Int
    private let minimumEntropy: Double
    private let allowPatterns: [Pattern]
    private var matcher: Matcher
    private var entropy = ByteEntropy()

    /// Each is tried with what the choices leave open filled in another way.
    private static let favourites = Array("\u{0}= \":'".utf8)
    private static let mostTries = 480
    /// From here on, texts are fixed, and need not have more entropy than is asked for.
    private static let firstFixedTry = 288
    /// In bits a byte: random texts differ by so much.
    private static let entropyMargin = 0.3
    /// Each template is tried with several seeds: an alphabet may fit by chance only.
    private static let seeds: ClosedRange<UInt64> = 1...6

    init(
        node: RegexNode, pattern: Pattern, minimumEntropy: Double, allowPatterns: [Pattern]
    ) throws(PatternError) {
        self.node = node
        self.pattern = pattern
        secretGroup = pattern.groupNumbers[RegexSource.secretName] ?? 0
        self.minimumEntropy = minimumEntropy
        self.allowPatterns = allowPatterns
        var limits = Matcher.Limits()
        limits.match = 200_000
        matcher = try Matcher(jit: .never, limits: limits)
    }

    /// Returns one template, and more of them until each of `anchors` is in one, as far as that can be done.
    ///
    /// - Complexity: at most `mostTries` texts are tried.
    mutating func templates(anchors: [Anchor]) -> [String] {
        var missing = Set(anchors)
        var templates: [String] = []
        for number in 0..<Self.mostTries {
            if !templates.isEmpty, missing.isEmpty { break }
            // When one kind of text is found, only alternatives are of interest.
            guard let sample = SampleText.text(of: node, choices: Self.choices(number)),
                let template = sample.template, !templates.contains(template)
            else { continue }
            let isFixed = number >= Self.firstFixedTry
            let entropy = minimumEntropy > 0 && !isFixed ? minimumEntropy + Self.entropyMargin : minimumEntropy
            let texts = Self.seeds.map { sample.bytes(seed: $0) }
            guard let first = texts.first, texts.allSatisfy({ isFound(in: $0, minimumEntropy: entropy) }) else {
                continue
            }
            let found = missing.filter { Self.contains($0, in: first) }
            if templates.isEmpty || !found.isEmpty {
                templates.append(template)
                missing.subtract(found)
            }
        }
        return templates
    }

    private static func choices(_ number: Int) -> SampleText.Choices {
        let optional = [0, 1, 2, 5]
        let extras = [0, 24, 4, 60]
        let favourite = favourites[number % favourites.count]
        let rest = number / favourites.count
        return SampleText.Choices(
            optional: optional[rest % optional.count], extra: extras[rest / optional.count % extras.count],
            favourite: favourite, rotation: number, isFixed: number >= firstFixedTry)
    }

    private mutating func isFound(in text: [UInt8], minimumEntropy: Double) -> Bool {
        guard matcher.firstMatch(of: pattern, in: text.span) == .match,
            let secret = matcher.range(ofGroup: secretGroup)
        else { return false }
        let bytes = Array(text[secret])
        guard entropy.bitsPerByte(of: bytes.span) >= minimumEntropy else { return false }
        for pattern in allowPatterns where matcher.firstMatch(of: pattern, in: bytes.span) != .noMatch {
            return false
        }
        return true
    }

    private static func contains(_ anchor: Anchor, in text: [UInt8]) -> Bool {
        guard case .literal(let bytes, let ignoresCase) = anchor else { return true }
        let subject = ignoresCase ? text.map { ByteClass.upper.contains($0) ? $0 | 0x20 : $0 } : text
        guard subject.count >= bytes.count else { return false }
        return (0...(subject.count - bytes.count)).contains { subject[$0...].starts(with: bytes) }
    }
}
