import Rules

/// A run of one class of bytes that every match holds whole: an anchor for patterns that require no text.
struct RequiredRun {
    /// Shorter runs are in nearly every file.
    private static let shortest = 16

    let anchor: Anchor
    /// How many bytes at most stand in the match in front of the run.
    let before: Int

    /// Returns `nil` if there is none: the run must have something on either side that is not of its class.
    init?(of node: RegexNode) {
        let items = Self.flattened(node)
        var before = 0
        for (position, item) in items.enumerated() {
            guard let length = item.maximumLength(limit: Anchor.maximumLength) else { return nil }
            if case .repeated(let inner, let minimum, let maximum?, _) = item, let set = inner.byteSet,
                minimum >= Self.shortest, maximum <= Anchor.maximumLength
            {
                let left = items[..<position].last { !$0.isMode }
                let right = items[(position + 1)...].first { !$0.isMode }
                let byteClass = ByteClass.named.map(\.byteClass).sorted { $0.count < $1.count }.first {
                    set.isSubset(of: $0) && Self.ends(left, $0, isLeft: true) && Self.ends(right, $0, isLeft: false)
                }
                if let byteClass {
                    anchor = .classRun(byteClass, length: minimum...maximum)
                    self.before = before
                    return
                }
            }
            before += length
        }
        return nil
    }

    /// The items of all sequences inside each other, groups opened.
    private static func flattened(_ node: RegexNode) -> [RegexNode] {
        switch node {
        case .sequence(let items): items.flatMap(flattened)
        case .group(let item, _, _, _):
            if case .choice = item { [node] } else { flattened(item) }
        default: [node]
        }
    }

    /// Whether no byte of the class can stand where the neighbour is.
    private static func ends(_ neighbour: RegexNode?, _ byteClass: ByteClass, isLeft: Bool) -> Bool {
        switch neighbour {
        case .assertion(let source)?:
            return source == (isLeft ? #"\A"# : #"\z"#) || (source == #"\b"# && byteClass.isSubset(of: .word))
        case .byte(let set, _)?: return set.isDisjoint(with: byteClass)
        case .choice(let items)?: return items.allSatisfy { ends($0, byteClass, isLeft: isLeft) }
        case .group(let item, _, _, _)?: return ends(item, byteClass, isLeft: isLeft)
        case .repeated(let item, let minimum, _, _)?: return minimum > 0 && ends(item, byteClass, isLeft: isLeft)
        case .sequence(let items)?:
            guard let nearest = isLeft ? items.last : items.first else { return false }
            return ends(nearest, byteClass, isLeft: isLeft)
        case .mode?, nil: return false
        }
    }
}

extension RegexNode {
    fileprivate var isMode: Bool { if case .mode = self { true } else { false } }
}
