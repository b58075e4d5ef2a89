import Rules

/// Gives endless repeats a greatest count, so that a rule has a finite reach.
///
/// What is added to the least count depends on what is repeated: 64 for blanks; 8,192 for the letters and digits of a
/// credential, and for what goes over lines, such as the body of a private key, half of that if it is a group; 64 for
/// groups of more than four bytes; 1,024 for everything else. In front of the anchor, where every count costs a try at
/// each anchor, it is at most 64. All counts are halved until no match is longer than `longestMatch`, and until PCRE2
/// takes the pattern.
struct RepeatBounds {
    /// In bytes: half of the greatest reach.
    static let longestMatch = 32_768

    private let shift: Int
    private let ceiling: Int

    /// How often counts may be halved.
    static let shifts = 0...10

    /// Bounds as low as this cut what is found in practice.
    static let tightShift = 2

    /// The tree with bounds; `nil` if a match may still be longer than `longestMatch`.
    ///
    /// - Parameters:
    ///   - shift: how often the counts are halved.
    ///   - lead: how many items of the outermost sequence stand in front of the anchor.
    static func bounded(_ node: RegexNode, shift: Int, lead: Int = 0) -> RegexNode? {
        let bounds = RepeatBounds(shift: shift, ceiling: .max)
        let front = RepeatBounds(shift: shift, ceiling: 64)
        let items = node.items.enumerated().map { ($0 < lead ? front : bounds).bound($1) }
        let result = items.count == 1 ? items[0] : RegexNode.sequence(items)
        return result.maximumLength(limit: longestMatch) == nil ? nil : result
    }

    private func bound(_ node: RegexNode) -> RegexNode {
        switch node {
        case .mode, .assertion, .byte: return node
        case .sequence(let items): return .sequence(items.map(bound))
        case .choice(let items): return .choice(items.map(bound))
        case .group(let item, let modes, let capture, let name):
            return .group(bound(item), modes: modes, capture: capture, name: name)
        case .repeated(let item, let minimum, let maximum, let suffix):
            let top = maximum ?? minimum + max(1, min(Self.room(for: item), ceiling) >> shift)
            return .repeated(bound(item), minimum: minimum, maximum: top, suffix: suffix)
        }
    }

    private static func room(for item: RegexNode) -> Int {
        if let set = item.byteSet { return room(for: set) }
        guard let length = item.maximumLength(limit: 4), length > 0 else { return 64 }
        return min(item.possibleBytes.map(room) ?? 1_024, 4_096)
    }

    private static func room(for set: ByteClass) -> Int {
        if set.isSubset(of: .blanks) { return 64 }
        let isBody = set.contains(0x0A) && set.contains(0x61)
        let isCredential = ByteClass.alphanumeric.isSubset(of: set) && !set.contains(0x20)
        return isBody || (isCredential && set.count < 128) ? 8_192 : 1_024
    }
}

extension RegexNode {
    /// The bytes of which one is a match, if the node matches one byte and nothing else.
    var byteSet: ByteClass? {
        switch self {
        case .byte(let set, _): return set
        case .group(let item, _, _, _): return item.byteSet
        case .sequence(let items): return items.count == 1 ? items[0].byteSet : nil
        case .choice(let items):
            var union = ByteClass()
            for item in items {
                guard let set = item.byteSet else { return nil }
                union = union.union(set)
            }
            return union
        case .mode, .assertion, .repeated: return nil
        }
    }

    /// The bytes that are matches by themselves, of a group with alternatives; `nil` if there are none.
    fileprivate var possibleBytes: ByteClass? {
        switch self {
        case .group(let item, _, _, _): return item.possibleBytes
        case .choice(let items):
            let sets = items.compactMap(\.byteSet)
            return sets.isEmpty ? nil : sets.reduce(ByteClass()) { $0.union($1) }
        default: return byteSet
        }
    }
}
