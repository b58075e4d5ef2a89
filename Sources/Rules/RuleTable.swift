/// Rules in one compact block of bytes, read where they lie: nothing is parsed when the program starts.
///
/// The built-in table is a string literal of the program; a user's rules become a table of our own bytes.
/// Numbers are read in place; texts are decoded when somebody asks for them.
public struct RuleTable: Sendable {
    private let bytes: TableBytes
    private let poolStart: Int

    public let ruleCount: Int
    public let compositeCount: Int

    /// Takes a table that is part of the program.
    ///
    /// - Precondition: `literal` was written by `RuleTable.encoding` of the same version.
    public init(_ literal: StaticString) {
        do {
            try self.init(.constant(literal))
        } catch {
            preconditionFailure("the rule table built into this program is damaged")
        }
    }

    /// Takes a table that was written by `RuleTable.encoding`.
    ///
    /// The header is checked. The rows are trusted: reading a table made by other means may trap, but never
    /// reads outside of it.
    /// - Throws: `notATable` or `unsupportedVersion`.
    public init(bytes: [UInt8]) throws(RuleTableError) {
        try self.init(.owned(bytes))
    }

    /// Makes a table of our own bytes.
    ///
    /// - Throws: `outOfRange` or `tooManyRules` if the rules do not fit the format, `duplicateID`.
    public init(rules: [Rule], composites: [CompositeRule] = []) throws(RuleTableError) {
        try self.init(.owned(Self.encoding(rules: rules, composites: composites)))
    }

    private init(_ bytes: TableBytes) throws(RuleTableError) {
        typealias Width = RuleTableLayout.Width
        let magic = RuleTableLayout.magic
        guard bytes.count >= RuleTableLayout.headerWidth, bytes.copy(0..<magic.count) == magic else {
            throw .notATable
        }
        var header = TableCursor(bytes, poolStart: 0, at: magic.count)
        let version = header.number(Width.small)
        guard version == RuleTableLayout.version else {
            throw .unsupportedVersion(found: version, expected: RuleTableLayout.version)
        }
        let total = header.number(Width.offset)
        let poolCount = header.number(Width.offset)
        ruleCount = header.number(Width.medium)
        compositeCount = header.number(Width.medium)
        poolStart =
            RuleTableLayout.headerWidth + ruleCount * RuleTableLayout.ruleRowWidth
            + compositeCount * RuleTableLayout.compositeRowWidth
        guard total == bytes.count, poolStart + poolCount == total else { throw .notATable }
        self.bytes = bytes
    }

    /// Returns `rules` and `composites` in the binary format: valid UTF-8, the same bytes for the same rules.
    ///
    /// - Throws: `outOfRange` or `tooManyRules` if the rules do not fit the format, `duplicateID`.
    public static func encoding(
        rules: [Rule], composites: [CompositeRule]
    ) throws(RuleTableError) -> [UInt8] {
        try RuleTableWriter.table(rules: rules, composites: composites)
    }

    /// A copy of the whole table, for hashing and storing.
    public var encoded: [UInt8] { bytes.copy(0..<bytes.count) }

    // MARK: Rules

    /// Returns the traits of the rule in `row`. Allocates nothing.
    ///
    /// - Precondition: `row` lies in `0..<ruleCount`, here and below.
    public func traits(at row: Int) -> RuleTraits {
        var cursor = ruleCursor(at: row)
        return cursor.traits()
    }

    public func anchors(at row: Int) -> [Anchor] {
        var cursor = anchorCursor(at: row)
        return cursor.anchors()
    }

    /// Returns the most bytes that an anchor of the rule in `row` covers. Allocates nothing.
    func longestAnchor(at row: Int) -> Int {
        var cursor = anchorCursor(at: row)
        return cursor.longestAnchor()
    }

    private func anchorCursor(at row: Int) -> TableCursor {
        var cursor = ruleCursor(at: row)
        cursor.skip(RuleTableLayout.ruleRowWidth - 5 * RuleTableLayout.listWidth)
        return cursor
    }

    public func id(at row: Int) -> String {
        String(decoding: bytes.copy(idRange(at: row)), as: UTF8.self)
    }

    /// Returns the shape of the rule in `row`. Allocates nothing.
    func shape(at row: Int) -> RuleShape {
        var cursor = ruleCursor(at: row)
        cursor.skip(RuleTableLayout.traitsWidth + RuleTableLayout.Width.choice)
        return RuleShape(code: cursor.number(RuleTableLayout.Width.choice))
    }

    /// Returns whether the rule in `row` is called `id`. Allocates nothing.
    public func hasID(_ id: String, at row: Int) -> Bool {
        bytes.equals(id, in: idRange(at: row))
    }

    /// Returns everything about the rule in `row`, texts included.
    public func rule(at row: Int) -> Rule {
        var cursor = ruleCursor(at: row)
        let traits = cursor.traits()
        let options = PatternOptions(rawValue: UInt8(truncatingIfNeeded: cursor.number(RuleTableLayout.Width.choice)))
        let shape = RuleShape(code: cursor.number(RuleTableLayout.Width.choice))
        let source = cursor.number(RuleTableLayout.Width.choice)
        let id = cursor.text()
        let title = cursor.text()
        let description = cursor.text()
        let provider = cursor.text()
        let pattern = cursor.text()
        let remedy = cursor.text()
        let anchors = cursor.anchors()
        let allowPatterns = cursor.texts()
        let examples = cursor.texts()
        let counterExamples = cursor.texts()
        return Rule(
            id: id, title: title, description: description, provider: provider, pattern: pattern,
            patternOptions: options, anchors: anchors, traits: traits, allowPatterns: allowPatterns,
            shape: shape, source: source == 0 ? nil : ShapeSource(code: source - 1), examples: examples,
            counterExamples: counterExamples, references: cursor.texts(), remedy: remedy)
    }

    private func idRange(at row: Int) -> Range<Int> {
        var cursor = ruleCursor(at: row)
        cursor.skip(RuleTableLayout.traitsWidth + 3 * RuleTableLayout.Width.choice)
        return cursor.textRange()
    }

    private func ruleCursor(at row: Int) -> TableCursor {
        precondition((0..<ruleCount).contains(row), "no such rule in the table")
        let offset = RuleTableLayout.headerWidth + row * RuleTableLayout.ruleRowWidth
        return TableCursor(bytes, poolStart: poolStart, at: offset)
    }

    // MARK: Composites

    /// Returns everything about the composite in `row`, texts included.
    ///
    /// - Precondition: `row` lies in `0..<compositeCount`.
    public func composite(at row: Int) -> CompositeRule {
        typealias Width = RuleTableLayout.Width
        precondition((0..<compositeCount).contains(row), "no such composite in the table")
        let offset =
            RuleTableLayout.headerWidth + ruleCount * RuleTableLayout.ruleRowWidth
            + row * RuleTableLayout.compositeRowWidth
        var cursor = TableCursor(bytes, poolStart: poolStart, at: offset)
        let severity = Severity(code: cursor.number(Width.choice))
        let primary = cursor.number(Width.choice)
        let confidence = cursor.fraction()
        let distanceInBytes = cursor.number(Width.medium)
        let distanceInLines = cursor.number(Width.medium)
        let distance = CompositeDistance(
            bytes: distanceInBytes, lines: distanceInLines == 0 ? nil : distanceInLines - 1)
        let id = cursor.text()
        let title = cursor.text()
        let description = cursor.text()
        let provider = cursor.text()
        let remedy = cursor.text()
        let parts = cursor.list(itemWidth: RuleTableLayout.partWidth) { item in
            let role = item.text()
            return CompositeRule.Part(role: role, rules: item.texts())
        }
        let examples = cursor.texts()
        let counterExamples = cursor.texts()
        return CompositeRule(
            id: id, title: title, description: description, provider: provider, severity: severity,
            confidence: confidence, parts: parts, primary: primary, distance: distance, examples: examples,
            counterExamples: counterExamples, references: cursor.texts(), remedy: remedy)
    }
}
