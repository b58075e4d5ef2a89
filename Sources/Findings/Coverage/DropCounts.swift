import Blobs

/// Candidates that were recognised and are not findings, counted.
public struct DropCounts: Hashable, Sendable {
    /// How many places of each kind are kept as examples.
    public static let exampleLimit = 10

    /// A recognised example or canary: where it stands.
    public struct Example: Hashable, Sendable, Comparable {
        public let path: RawPath
        public let line: Int
        public let column: Int
        public let rule: String

        public init(path: RawPath, line: Int, column: Int, rule: String) {
            self.path = path
            self.line = line
            self.column = column
            self.rule = rule
        }

        public static func < (left: Example, right: Example) -> Bool {
            left.path == right.path
                ? (left.line, left.column, left.rule) < (right.line, right.column, right.rule)
                : left.path < right.path
        }
    }

    /// A check fails in a family where it must hold.
    public var impossible = 0

    /// Below the confidence that was asked for.
    public var belowConfidence = 0

    /// Documentation examples and canaries, by kind.
    public private(set) var recognised: [Disposition: Int] = [:]

    /// The first places of each kind, in order.
    public private(set) var examples: [Disposition: [Example]] = [:]

    public init() {}

    public mutating func recognise(_ disposition: Disposition, at example: Example) {
        recognised[disposition, default: 0] += 1
        keep(example, for: disposition)
    }

    public mutating func merge(_ other: DropCounts) {
        impossible += other.impossible
        belowConfidence += other.belowConfidence
        // Nearly every blob has none.
        guard !other.recognised.isEmpty else { return }
        recognised.merge(other.recognised, uniquingKeysWith: +)
        for (disposition, examples) in other.examples {
            for example in examples { keep(example, for: disposition) }
        }
    }

    /// The recognised candidates alone, as if they stood at the same places of another file.
    public func recognised(at path: RawPath) -> DropCounts {
        var counts = DropCounts()
        counts.recognised = recognised
        counts.examples = examples.mapValues { examples in
            examples.map { Example(path: path, line: $0.line, column: $0.column, rule: $0.rule) }
        }
        return counts
    }

    private mutating func keep(_ example: Example, for disposition: Disposition) {
        var kept = examples[disposition] ?? []
        kept.insert(example, at: kept.firstIndex { example < $0 } ?? kept.count)
        examples[disposition] = Array(kept.prefix(Self.exampleLimit))
    }
}
