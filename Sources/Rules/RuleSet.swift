/// The rules of one run: those of one or several tables, or a selection of them.
///
/// An immutable value, cheap to copy and shared by all workers. Rules are addressed by `RuleIndex`,
/// in the order of the tables; numbers are read in place, texts are decoded on demand.
public struct RuleSet: Sendable {
    /// Where a rule or composite lies.
    private struct Place: Sendable {
        let table: Int
        let row: Int
    }

    private let tables: [RuleTable]
    private let rulePlaces: [Place]
    private let compositePlaces: [Place]

    /// What joining needs of each composite, in the order of `composite(at:)`.
    public let composites: [CompositeTraits]

    /// Joins the rules of all tables, in order.
    ///
    /// - Throws: `duplicateID`, `unknownPart` or `tooManyRules`.
    public init(_ tables: [RuleTable]) throws(RuleSetError) {
        var rulePlaces: [Place] = []
        var compositePlaces: [Place] = []
        for (table, content) in tables.enumerated() {
            rulePlaces += (0..<content.ruleCount).map { Place(table: table, row: $0) }
            compositePlaces += (0..<content.compositeCount).map { Place(table: table, row: $0) }
        }
        guard rulePlaces.count <= Int(UInt16.max) else { throw .tooManyRules(rulePlaces.count) }
        for place in compositePlaces {
            let composite = tables[place.table].composite(at: place.row)
            for rule in composite.parts.flatMap(\.rules)
            where Self.position(of: rule, in: tables, at: rulePlaces) == nil {
                throw .unknownPart(composite: composite.id, rule: rule)
            }
        }
        self.init(tables, rules: rulePlaces, composites: compositePlaces)
        // Ids are unique within a table, so one table alone needs no look.
        if tables.count > 1 {
            var seen: Set<String> = []
            for id in allIDs where !seen.insert(id).inserted { throw .duplicateID(id) }
        }
    }

    /// Leaves out composites of which a part has no rule among `rules`.
    private init(_ tables: [RuleTable], rules: [Place], composites: [Place]) {
        self.tables = tables
        rulePlaces = rules
        var kept: [Place] = []
        var resolved: [CompositeTraits] = []
        for place in composites {
            let composite = tables[place.table].composite(at: place.row)
            guard let traits = Self.traits(of: composite, in: tables, at: rules) else { continue }
            kept.append(place)
            resolved.append(traits)
        }
        compositePlaces = kept
        self.composites = resolved
    }

    // MARK: Rules

    public var count: Int { rulePlaces.count }

    /// Every index of the set, ascending.
    public var indices: [RuleIndex] {
        (0..<UInt16(rulePlaces.count)).map(RuleIndex.init)
    }

    /// Returns what the scanner needs for each candidate of a rule. Allocates nothing.
    ///
    /// - Precondition: `index` belongs to this set, here and below.
    public func traits(of index: RuleIndex) -> RuleTraits {
        let place = rulePlaces[Int(index.rawValue)]
        return tables[place.table].traits(at: place.row)
    }

    public func anchors(of index: RuleIndex) -> [Anchor] {
        let place = rulePlaces[Int(index.rawValue)]
        return tables[place.table].anchors(at: place.row)
    }

    /// Returns the most bytes that an anchor of a rule covers. Allocates nothing.
    public func longestAnchor(of index: RuleIndex) -> Int {
        let place = rulePlaces[Int(index.rawValue)]
        return tables[place.table].longestAnchor(at: place.row)
    }

    public func id(of index: RuleIndex) -> String {
        let place = rulePlaces[Int(index.rawValue)]
        return tables[place.table].id(at: place.row)
    }

    /// Returns by what a rule's credential is recognised. Allocates nothing.
    public func shape(of index: RuleIndex) -> RuleShape {
        let place = rulePlaces[Int(index.rawValue)]
        return tables[place.table].shape(at: place.row)
    }

    /// Returns the whole rule, its texts decoded anew at each call.
    public func rule(at index: RuleIndex) -> Rule {
        let place = rulePlaces[Int(index.rawValue)]
        return tables[place.table].rule(at: place.row)
    }

    /// Returns where the rule called `id` is; `nil` if no rule of the set is called so.
    ///
    /// Complexity: linear in `count`, no allocation.
    public func index(of id: String) -> RuleIndex? {
        Self.position(of: id, in: tables, at: rulePlaces)
    }

    // MARK: Composites

    /// Returns the whole composite, its texts decoded anew at each call.
    ///
    /// - Precondition: `position` is an index of `composites`.
    public func composite(at position: Int) -> CompositeRule {
        let place = compositePlaces[position]
        return tables[place.table].composite(at: place.row)
    }

    /// Returns the position in `composites` of the composite called `id`; `nil` if there is none.
    public func compositePosition(of id: String) -> Int? {
        compositePlaces.firstIndex { tables[$0.table].composite(at: $0.row).id == id }
    }

    /// The ids of all rules, then of all composites.
    public var allIDs: [String] {
        rulePlaces.map { tables[$0.table].id(at: $0.row) }
            + compositePlaces.map { tables[$0.table].composite(at: $0.row).id }
    }

    // MARK: Selection

    /// Returns the set without the rules that `disabled` names and, if `only` is given, without those that it does
    /// not name.
    ///
    /// Naming a composite in `only` keeps the rules of its parts too. A composite goes when it is disabled, when
    /// `only` names neither it nor all of its parts' rules, and when a part of it has no rule left. Indexes change.
    /// - Throws: `unknownIDs` for names that this set does not know.
    public func selecting(only: [String]? = nil, disabling disabled: [String] = []) throws(RuleSetError) -> RuleSet {
        guard only != nil || !disabled.isEmpty else { return self }
        let known = allIDs
        let unknown = ((only ?? []) + disabled).filter { !known.contains($0) }
        guard unknown.isEmpty else {
            throw .unknownIDs(
                unknown.map {
                    RuleSetError.UnknownID(id: $0, suggestions: SpellingDistance.nearest(to: $0, among: known))
                })
        }
        let all = compositePlaces.map { (place: $0, composite: tables[$0.table].composite(at: $0.row)) }
        var wanted = only.map(Set.init)
        if let named = wanted {
            for (_, composite) in all where named.contains(composite.id) {
                wanted?.formUnion(composite.parts.flatMap(\.rules))
            }
            for (_, composite) in all where composite.parts.allSatisfy({ named.isSuperset(of: $0.rules) }) {
                wanted?.insert(composite.id)
            }
        }
        func isSelected(_ id: String) -> Bool {
            !disabled.contains(id) && wanted?.contains(id) ?? true
        }
        return RuleSet(
            tables,
            rules: rulePlaces.filter { isSelected(tables[$0.table].id(at: $0.row)) },
            composites: all.filter { isSelected($0.composite.id) }.map(\.place))
    }

    // MARK: Resolution

    private static func position(of id: String, in tables: [RuleTable], at places: [Place]) -> RuleIndex? {
        places.firstIndex { tables[$0.table].hasID(id, at: $0.row) }.map { RuleIndex(UInt16($0)) }
    }

    /// Returns `nil` if a part has no rule in the set.
    private static func traits(
        of composite: CompositeRule, in tables: [RuleTable], at places: [Place]
    ) -> CompositeTraits? {
        let parts = composite.parts.map { part in
            part.rules.compactMap { position(of: $0, in: tables, at: places) }.sorted()
        }
        guard !parts.contains(where: \.isEmpty) else { return nil }
        return CompositeTraits(
            severity: composite.severity, confidence: composite.confidence, distance: composite.distance,
            primary: composite.primary, parts: parts)
    }
}
