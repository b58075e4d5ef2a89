/// Writes the binary format that `RuleTableLayout` describes.
struct RuleTableWriter {
    private var rows: [UInt8] = []
    private var pool: [UInt8] = []
    private var placedTexts: [String: Int] = [:]
    /// The id of the rule being written, for errors.
    private var subject = ""

    static func table(
        rules: [Rule], composites: [CompositeRule]
    ) throws(RuleTableError) -> [UInt8] {
        guard rules.count <= Int(UInt16.max), composites.count <= Int(UInt16.max) else {
            throw .tooManyRules(max(rules.count, composites.count))
        }
        var ids: Set<String> = []
        for id in rules.map(\.id) + composites.map(\.id) where !ids.insert(id).inserted {
            throw .duplicateID(id)
        }
        var writer = RuleTableWriter()
        for rule in rules { try writer.append(rule) }
        for composite in composites { try writer.append(composite) }
        return try writer.assembled(ruleCount: rules.count, compositeCount: composites.count)
    }

    private func assembled(ruleCount: Int, compositeCount: Int) throws(RuleTableError) -> [UInt8] {
        typealias Width = RuleTableLayout.Width
        let total = RuleTableLayout.headerWidth + rows.count + pool.count
        var table = RuleTableLayout.magic
        table += try digits(RuleTableLayout.version, Width.small)
        table += try digits(total, Width.offset)
        table += try digits(pool.count, Width.offset)
        table += try digits(ruleCount, Width.medium)
        table += try digits(compositeCount, Width.medium)
        return table + rows + pool
    }

    // MARK: Rows

    private mutating func append(_ rule: Rule) throws(RuleTableError) {
        subject = rule.id
        var row: [UInt8] = []
        row += try encoded(rule.traits)
        row += try digits(Int(rule.patternOptions.rawValue), RuleTableLayout.Width.choice)
        row += try digits(rule.shape.code, RuleTableLayout.Width.choice)
        // 0 stands for "not said".
        row += try digits(rule.source.map { $0.code + 1 } ?? 0, RuleTableLayout.Width.choice)
        for text in [rule.id, rule.title, rule.description, rule.provider, rule.pattern, rule.remedy] {
            row += try encoded(text)
        }
        row += try encodedAnchors(rule.anchors)
        for texts in [rule.allowPatterns, rule.examples, rule.counterExamples, rule.references] {
            row += try encodedTexts(texts)
        }
        precondition(row.count == RuleTableLayout.ruleRowWidth, "the layout and the writer disagree about a rule's row")
        rows += row
    }

    private mutating func append(_ composite: CompositeRule) throws(RuleTableError) {
        typealias Width = RuleTableLayout.Width
        subject = composite.id
        var row: [UInt8] = []
        row += try digits(composite.severity.code, Width.choice)
        row += try digits(composite.primary, Width.choice)
        row += try encoded(fraction: composite.confidence)
        row += try digits(composite.distance.bytes, Width.medium)
        // 0 stands for "lines do not count".
        row += try digits(composite.distance.lines.map { $0 + 1 } ?? 0, Width.medium)
        for text in [composite.id, composite.title, composite.description, composite.provider, composite.remedy] {
            row += try encoded(text)
        }
        row += try encodedParts(composite.parts)
        for texts in [composite.examples, composite.counterExamples, composite.references] {
            row += try encodedTexts(texts)
        }
        precondition(
            row.count == RuleTableLayout.compositeRowWidth, "the layout and the writer disagree about a composite's row"
        )
        rows += row
    }

    private func encoded(_ traits: RuleTraits) throws(RuleTableError) -> [UInt8] {
        typealias Width = RuleTableLayout.Width
        var row: [UInt8] = []
        row += try digits(traits.severity.code, Width.choice)
        row += try digits(traits.proof.code, Width.choice)
        row += try digits(traits.startsAtAnchor ? 1 : 0, Width.choice)
        row += try digits(traits.needsValueRun ? 1 : 0, Width.choice)
        row += try digits(traits.secretGroup, Width.small)
        row += try digits(traits.reach.before, Width.medium)
        row += try digits(traits.reach.after, Width.medium)
        row += try encoded(fraction: traits.minimumEntropy)
        row += try encoded(fraction: traits.confidence)
        return row
    }

    // MARK: Lists

    private mutating func encodedAnchors(_ anchors: [Anchor]) throws(RuleTableError) -> [UInt8] {
        typealias Width = RuleTableLayout.Width
        typealias Kind = RuleTableLayout.AnchorKind
        var items: [UInt8] = []
        for anchor in anchors {
            let kind: Int
            let bytes: [UInt8]
            switch anchor {
            case .literal(let literal, let ignoresCase):
                kind = ignoresCase ? Kind.literalIgnoringCase : Kind.literal
                bytes = literal
            case .classRun(let byteClass, _):
                kind = Kind.classRun
                bytes = (0...UInt8.max).filter(byteClass.contains)
            }
            items += try digits(kind, Width.choice)
            items += try digits(anchor.minimumLength, Width.small)
            items += try digits(anchor.maximumLength, Width.small)
            var spread: [UInt8] = []
            for byte in bytes { spread += try digits(Int(byte), RuleTableLayout.digitsPerByte) }
            items += try placed(spread)
        }
        return try list(of: items, count: anchors.count)
    }

    private mutating func encodedParts(_ parts: [CompositeRule.Part]) throws(RuleTableError) -> [UInt8] {
        var items: [UInt8] = []
        for part in parts {
            items += try encoded(part.role)
            items += try encodedTexts(part.rules)
        }
        return try list(of: items, count: parts.count)
    }

    private mutating func encodedTexts(_ texts: [String]) throws(RuleTableError) -> [UInt8] {
        var items: [UInt8] = []
        for text in texts { items += try encoded(text) }
        return try list(of: items, count: texts.count)
    }

    private mutating func list(of items: [UInt8], count: Int) throws(RuleTableError) -> [UInt8] {
        let offset = pool.count
        pool += items
        return try digits(offset, RuleTableLayout.Width.offset) + digits(count, RuleTableLayout.Width.small)
    }

    // MARK: Texts and numbers

    private mutating func encoded(_ text: String) throws(RuleTableError) -> [UInt8] {
        if let offset = placedTexts[text] {
            return try reference(offset: offset, count: text.utf8.count)
        }
        placedTexts[text] = pool.count
        return try placed(Array(text.utf8))
    }

    private mutating func placed(_ bytes: [UInt8]) throws(RuleTableError) -> [UInt8] {
        let offset = pool.count
        pool += bytes
        return try reference(offset: offset, count: bytes.count)
    }

    private func reference(offset: Int, count: Int) throws(RuleTableError) -> [UInt8] {
        try digits(offset, RuleTableLayout.Width.offset) + digits(count, RuleTableLayout.Width.medium)
    }

    private func encoded(fraction: Double) throws(RuleTableError) -> [UInt8] {
        let scaled = (fraction * RuleTableLayout.fractionScale).rounded()
        return try digits(Int(exactly: scaled) ?? -1, RuleTableLayout.Width.small)
    }

    private func digits(_ value: Int, _ width: Int) throws(RuleTableError) -> [UInt8] {
        let limit = RuleTableLayout.limit(ofWidth: width)
        guard value >= 0, value <= limit else {
            throw .outOfRange(rule: subject, value: value, limit: limit)
        }
        return (0..<width).reversed().map { UInt8(truncatingIfNeeded: (value >> (7 * $0)) & 0x7F) }
    }
}
