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
    private static let maximumItems = 1024
    private static let maximumPlaces = 4096

    private var placeCount = NondeterministicAutomaton.namedPlaceCount
    private var itemCount = 0
    private var edges: [Draft] = []
    private var watches: [Draft] = []
    private var conditions: [EdgeCondition] = []

    /// The last place of the watch of each text.
    private var watchOfText: [[ByteMask]: UInt16] = [:]

    /// An edge before the byte classes are known.
    private struct Draft {
        var source: UInt16
        var edge: NondeterministicAutomaton.Edge
        var condition: Int?
    }

    /// - Parameter favoursEnd: if byte classes run out, those of the last items are told apart, not those of the first.
    /// - Complexity: bounded by `maximumPlaces`, whatever the repeat counts.
    static func automaton(of node: PatternNode, favoursEnd: Bool) -> NondeterministicAutomaton {
        var builder = AutomatonBuilder()
        let end = builder.lay(node, from: NondeterministicAutomaton.initial)
        builder.connect(end, to: NondeterministicAutomaton.accepting)
        return builder.finish(favoursEnd: favoursEnd)
    }

    private mutating func finish(favoursEnd: Bool) -> NondeterministicAutomaton {
        let masks = conditions.map(\.bytes)
        let classes = ByteClasses(telling: favoursEnd ? masks.reversed() : masks)
        let bits = conditions.map { classes.bits(of: $0) }
        func finished(_ drafts: [Draft]) -> [(source: UInt16, edge: NondeterministicAutomaton.Edge)] {
            drafts.map { draft in
                var edge = draft.edge
                if let condition = draft.condition { edge.classes = bits[condition] }
                return (draft.source, edge)
            }
        }
        return NondeterministicAutomaton(
            placeCount: placeCount, classes: classes, edges: finished(edges), watches: finished(watches))
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
        case .aheadText(let node):
            // Both must match; only this one is followed, and nothing leads to what stands behind it.
            connect(lay(node, from: start), to: NondeterministicAutomaton.accepting)
            return makePlace()
        case .behind(let condition):
            return layStep(.behind, condition, from: start)
        case .behindText(let texts, let condition):
            let end = layStep(.behind, condition, from: start)
            for text in texts {
                let watched = watch(for: text)
                edges.append(Draft(source: start, edge: .init(kind: .watch, target: end, watched: watched)))
            }
            return end
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
        edges.append(Draft(source: start, edge: .init(kind: kind, target: end), condition: number(of: condition)))
        return end
    }

    /// Returns the last place of the watch for `text`.
    private mutating func watch(for text: [ByteMask]) -> UInt16 {
        if let known = watchOfText[text] { return known }
        var place = NondeterministicAutomaton.watching
        for mask in text {
            let next = makePlace()
            let condition = number(of: EdgeCondition(bytes: mask, allowsEdge: false))
            watches.append(Draft(source: place, edge: .init(kind: .byte, target: next), condition: condition))
            place = next
        }
        watchOfText[text] = place
        return place
    }

    private mutating func number(of condition: EdgeCondition) -> Int {
        if let known = conditions.firstIndex(of: condition) { return known }
        conditions.append(condition)
        return conditions.count - 1
    }

    private mutating func connect(_ source: UInt16, to target: UInt16) {
        edges.append(Draft(source: source, edge: .init(kind: .free, target: target)))
    }

    private mutating func makePlace() -> UInt16 {
        defer { placeCount += 1 }
        return UInt16(placeCount)
    }
}
