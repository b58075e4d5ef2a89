/// A graph of places in a pattern (Thompson's construction), where arrows say what leads from one to the next.
///
/// It accepts whatever the pattern matches, and more.
struct NondeterministicAutomaton: Sendable {
    enum Arrow: Sendable {
        /// Passed at no cost.
        case free

        /// Passed with one byte.
        case byte

        /// Passed if what follows is as said.
        case ahead

        /// Passed if the byte before is as said.
        case behind

        /// Passed if the text of a watch stands before.
        case watch
    }

    struct Edge: Sendable {
        var kind: Arrow
        var target: UInt16

        /// The classes that pass, `ByteClasses.edge` among them. Of no meaning for `free` and `watch`.
        var classes: UInt64 = 0

        /// The last place of the watch.
        var watched: UInt16 = 0
    }

    /// The place where a match is complete.
    static let accepting: UInt16 = 0

    /// The place where a match begins.
    static let initial: UInt16 = 1

    /// Where the watches begin, if there are any. A watch is a row of places that are passed as its text goes by,
    /// wherever a match may be meanwhile.
    static let watching: UInt16 = 2

    /// How many places there are that have a meaning of their own.
    static let namedPlaceCount = 3

    let classes: ByteClasses

    /// The places of watches, `watching` included, and the edges between them.
    let watches: [(source: UInt16, edge: Edge)]

    /// For each place, whether a `watch` edge can be reached from it.
    let needsWatches: [Bool]

    private let edges: [Edge]

    /// Where the edges of each place begin in `edges`, and the end.
    private let firstEdge: [Int]

    /// - Complexity: O(edges × loops in the pattern), in practice a few times the edges.
    init(
        placeCount: Int, classes: ByteClasses, edges: [(source: UInt16, edge: Edge)],
        watches: [(source: UInt16, edge: Edge)]
    ) {
        self.classes = classes
        self.watches = watches
        var needsWatches = Array(repeating: false, count: placeCount)
        var isGrowing = !watches.isEmpty
        while isGrowing {
            isGrowing = false
            // Most edges lead forward, so from the last to the first nearly all is seen in one round.
            for (source, edge) in edges.reversed() where !needsWatches[Int(source)] {
                guard edge.kind == .watch || needsWatches[Int(edge.target)] else { continue }
                needsWatches[Int(source)] = true
                isGrowing = true
            }
        }
        self.needsWatches = needsWatches
        var counts = Array(repeating: 0, count: placeCount + 1)
        for (source, _) in edges { counts[Int(source) + 1] += 1 }
        for place in 0..<placeCount { counts[place + 1] += counts[place] }
        firstEdge = counts
        var sorted = edges.map(\.edge)
        for (source, edge) in edges {
            sorted[counts[Int(source)]] = edge
            counts[Int(source)] += 1
        }
        self.edges = sorted
    }

    var placeCount: Int { firstEdge.count - 1 }

    func edges(of place: UInt16) -> ArraySlice<Edge> {
        edges[firstEdge[Int(place)]..<firstEdge[Int(place) + 1]]
    }
}
