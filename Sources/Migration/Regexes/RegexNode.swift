import Rules

/// A regular expression as a tree, from which it can be written again in PCRE2's syntax.
indirect enum RegexNode: Hashable, Sendable {
    /// A flag that holds from here to the end of the group: "(?i)". Empty text where nothing changes.
    case mode(String)

    /// Matches no byte: `\b`, `^`, `$`. May look at one byte on either side.
    case assertion(String)

    /// One byte of a set; `source` is how PCRE2 writes it under the modes of the place.
    case byte(ByteClass, source: String)

    case sequence([RegexNode])
    case choice([RegexNode])

    /// A group; `modes` is empty or such as "i", `capture` counts from 1.
    case group(RegexNode, modes: String, capture: Int?, name: String?)

    /// `maximum` is `nil` if there is none; `suffix` is empty, "?" or "+".
    case repeated(RegexNode, minimum: Int, maximum: Int?, suffix: String)

    static let empty = RegexNode.sequence([])
}

extension RegexNode {
    /// The most bytes of a match; `nil` if there is no such number, or if it is above `limit`.
    func maximumLength(limit: Int = 1 << 24) -> Int? {
        switch self {
        case .mode, .assertion: return 0
        case .byte: return 1
        case .group(let item, _, _, _): return item.maximumLength(limit: limit)
        case .sequence(let items):
            var sum = 0
            for item in items {
                guard let length = item.maximumLength(limit: limit), sum + length <= limit else { return nil }
                sum += length
            }
            return sum
        case .choice(let items):
            var longest = 0
            for item in items {
                guard let length = item.maximumLength(limit: limit) else { return nil }
                longest = max(longest, length)
            }
            return longest
        case .repeated(let item, _, let maximum, _):
            guard let length = item.maximumLength(limit: limit) else { return nil }
            if length == 0 { return 0 }
            guard let maximum, maximum <= limit / length else { return nil }
            return length * maximum
        }
    }

    /// Whether a group of the tree captures.
    var hasCapture: Bool { captures.isEmpty == false }

    /// The numbers and names of the groups that capture, in order.
    var captures: [(number: Int, name: String?)] {
        switch self {
        case .mode, .assertion, .byte: return []
        case .sequence(let items), .choice(let items): return items.flatMap(\.captures)
        case .repeated(let item, _, _, _): return item.captures
        case .group(let item, _, let capture, let name):
            return (capture.map { [($0, name)] } ?? []) + item.captures
        }
    }

    /// The items of the outermost sequence.
    var items: [RegexNode] {
        if case .sequence(let items) = self { items } else { [self] }
    }
}
