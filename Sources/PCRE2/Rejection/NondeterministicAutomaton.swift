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

        /// Passed if what stands before is as said.
        case behind
    }

    struct Edge: Sendable {
        var kind: Arrow
        var target: UInt16

        /// The classes that pass, `ByteClasses.edge` among them. Of no meaning for `free`.
        var classes: UInt64
    }

    /// The place where a match is complete.
    static let accepting: UInt16 = 0

    /// The place where a match begins.
    static let initial: UInt16 = 1

    let classes: ByteClasses
    private let edges: [Edge]

    /// Where the edges of each place begin in `edges`, and the end.
    private let firstEdge: [Int]

    init(placeCount: Int, classes: ByteClasses, edges: [(source: UInt16, edge: Edge)]) {
        self.classes = classes
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
