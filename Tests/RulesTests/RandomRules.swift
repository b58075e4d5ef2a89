import Rules

/// Rules that make no sense and fill every field, the same for the same seed.
struct RandomRules {
    private var generator: LinearGenerator

    init(seed: UInt64) {
        generator = LinearGenerator(state: seed)
    }

    mutating func rule(_ serial: Int) -> Rule {
        let traits = RuleTraits(
            severity: element(of: Severity.allCases),
            reach: Reach(before: number(upTo: Reach.maximum), after: number(upTo: Reach.maximum)),
            startsAtAnchor: number(upTo: 1) == 1,
            secretGroup: number(upTo: 31),
            minimumEntropy: Double(number(upTo: 8_000)) / 1_000,
            confidence: Double(number(upTo: 1_000)) / 1_000,
            proof: element(of: Proof.allCases), needsValueRun: number(upTo: 1) == 1)
        return Rule(
            id: "rule-\(serial)", title: text(), description: text(), provider: text(), pattern: text(),
            patternOptions: PatternOptions(rawValue: UInt8(number(upTo: 15))), anchors: many { $0.anchor() },
            traits: traits, allowPatterns: many { $0.text() }, shape: element(of: RuleShape.allCases),
            source: number(upTo: 2) == 0 ? nil : element(of: ShapeSource.allCases), examples: many { $0.text() },
            counterExamples: many { $0.text() }, references: many { $0.text() }, remedy: text())
    }

    mutating func composite(_ serial: Int, of rules: [Rule]) -> CompositeRule {
        let parts = (0...1 + number(upTo: 3)).map { position in
            let ids = Set((0...number(upTo: 3)).map { _ in element(of: rules).id })
            return CompositeRule.Part(role: "role-\(position)", rules: ids.sorted())
        }
        let lines = number(upTo: CompositeDistance.maximum)
        return CompositeRule(
            id: "composite-\(serial)", title: text(), description: text(), provider: text(),
            severity: element(of: Severity.allCases), confidence: Double(number(upTo: 1_000)) / 1_000,
            parts: parts, primary: number(upTo: parts.count - 1),
            distance: CompositeDistance(
                bytes: number(upTo: CompositeDistance.maximum), lines: lines.isMultiple(of: 3) ? nil : lines),
            examples: many { $0.text() }, counterExamples: many { $0.text() }, references: many { $0.text() },
            remedy: text())
    }

    private mutating func anchor() -> Anchor {
        if number(upTo: 2) == 0 {
            let shortest = 1 + number(upTo: 1_000)
            let byteClass = element(of: ByteClass.named).byteClass
            return .classRun(byteClass, length: shortest...min(Anchor.maximumLength, shortest + number(upTo: 40)))
        }
        let bytes = (0...number(upTo: 40)).map { _ in UInt8(number(upTo: 255)) }
        return .literal(bytes, ignoresCase: number(upTo: 1) == 1)
    }

    private mutating func text() -> String {
        let characters = Array("aZ09 -_.\\\"'\n\t\0\u{7F}{}[]()#é€😀\u{202E}")
        return String((0..<number(upTo: 50)).map { _ in element(of: characters) })
    }

    private mutating func many<Item>(_ item: (inout RandomRules) -> Item) -> [Item] {
        (0..<number(upTo: 5)).map { _ in item(&self) }
    }

    private mutating func element<Item>(of items: [Item]) -> Item {
        items[number(upTo: items.count - 1)]
    }

    private mutating func number(upTo limit: Int) -> Int {
        Int.random(in: 0...limit, using: &generator)
    }
}

private struct LinearGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
