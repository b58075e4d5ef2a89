// Thompson's construction, forward: each node is laid from the place where it begins, and tells where it ends.
//
// Departures, all of which accept more:
//
//   counted repeats   at most `exactCopies` copies of what must be there, and at most `optionalCopies` of what may:
//                     beyond, any number
//   size              when the places are used up, the place reached so far accepts

/// Makes the automaton of a pattern's tree.
struct AutomatonBuilder {
    private static let exactCopies = 64
    private static let optionalCopies = 16
    private static let maximumItems = 512
    private static let maximumPlaces = 4096

    private var placeCount = 2
    private var itemCount = 0
    private var edges: [(source: UInt16, kind: NondeterministicAutomaton.Arrow, target: UInt16, condition: Int)] = []
    private var conditions: [EdgeCondition] = []

    /// - Complexity: bounded by `maximumPlaces`, whatever the repeat counts.
    static func automaton(of node: PatternNode) -> NondeterministicAutomaton {
        var builder = AutomatonBuilder()
        let end = builder.lay(node, from: NondeterministicAutomaton.initial)
        builder.connect(end, to: NondeterministicAutomaton.accepting)
        return builder.finish()
    }

    private mutating func finish() -> NondeterministicAutomaton {
        let classes = ByteClasses(telling: conditions.map(\.bytes))
        let bits = conditions.map { classes.bits(of: $0) }
        return NondeterministicAutomaton(
            placeCount: placeCount, classes: classes,
            edges: edges.map { edge in
                let passing = edge.kind == .free ? 0 : bits[edge.condition]
                return (edge.source, .init(kind: edge.kind, target: edge.target, classes: passing))
            })
    }

    private var isFull: Bool {
        itemCount >= Self.maximumItems || placeCount >= Self.maximumPlaces
    }

    /// Returns the place behind `node`.
    private mutating func lay(_ node: PatternNode, from start: UInt16) -> UInt16 {
        guard !isFull else {
            connect(start, to: NondeterministicAutomaton.accepting)
            return start
        }
        switch node {
        case .empty:
            return start
        case .anything:
            connect(start, to: NondeterministicAutomaton.accepting)
            return start
        case .bytes(let mask):
            itemCount += 1
            return layStep(.byte, EdgeCondition(bytes: mask, allowsEdge: false), from: start)
        case .ahead(let condition):
            return layStep(.ahead, condition, from: start)
        case .behind(let condition):
            return layStep(.behind, condition, from: start)
        case .sequence(let items):
            return items.reduce(start) { lay($1, from: $0) }
        case .choice(let items):
            let end = makePlace()
            for item in items {
                if isFull {
                    connect(start, to: NondeterministicAutomaton.accepting)
                    break
                }
                let branch = makePlace()
                connect(start, to: branch)
                connect(lay(item, from: branch), to: end)
            }
            return end
        case .repeated(let item, let minimum, let maximum):
            return layRepeat(of: item, minimum: minimum, maximum: maximum, from: start)
        }
    }

    private mutating func layRepeat(of item: PatternNode, minimum: Int, maximum: Int?, from start: UInt16) -> UInt16 {
        var place = start
        for _ in 0..<min(minimum, Self.exactCopies) where !isFull {
            place = lay(item, from: place)
        }
        guard minimum <= Self.exactCopies, let maximum, maximum - minimum <= Self.optionalCopies else {
            let loop = makePlace()
            connect(place, to: loop)
            connect(lay(item, from: loop), to: loop)
            return loop
        }
        guard maximum > minimum else { return place }
        let end = makePlace()
        for _ in minimum..<maximum {
            connect(place, to: end)
            place = lay(item, from: place)
        }
        connect(place, to: end)
        return end
    }

    private mutating func layStep(
        _ kind: NondeterministicAutomaton.Arrow, _ condition: EdgeCondition, from start: UInt16
    ) -> UInt16 {
        let end = makePlace()
        let number = conditions.firstIndex(of: condition) ?? conditions.count
        if number == conditions.count { conditions.append(condition) }
        edges.append((start, kind, end, number))
        return end
    }

    private mutating func connect(_ source: UInt16, to target: UInt16) {
        edges.append((source, .free, target, 0))
    }

    private mutating func makePlace() -> UInt16 {
        defer { placeCount += 1 }
        return UInt16(placeCount)
    }
}
