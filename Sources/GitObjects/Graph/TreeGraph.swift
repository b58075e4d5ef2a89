/// Which trees hold which trees, and which of the objects that somebody asked about, under which names.
///
/// Objects go by the numbers that `ObjectNumbers` gives them, and names by their place in `names`.
public struct TreeGraph: Sendable {
    /// A part of the graph as one worker makes it: trees one after the other, in any order.
    public struct Part: Sendable {
        fileprivate var trees: [UInt32] = []

        /// Where the edges of each tree end in the arrays below.
        fileprivate var ends: [UInt32] = []
        fileprivate var children: [UInt32] = []
        fileprivate var childNames: [UInt32] = []

        public init() {}

        /// Adds an edge of the tree in hand. `endTree` follows behind the last one.
        public mutating func add(child: UInt32, name: UInt32) {
            children.append(child)
            childNames.append(name)
        }

        /// Ends the edges of a tree.
        public mutating func endTree(_ tree: UInt32) {
            trees.append(tree)
            ends.append(UInt32(children.count))
        }
    }

    /// The names of entries, each once.
    public let names: [[UInt8]]

    /// For each object, where its edges begin and how many there are; 0 for what is no tree.
    private var starts: [UInt32]
    private var counts: [UInt32]
    private var children: [UInt32] = []
    private var childNames: [UInt32] = []

    /// Trees, children in front of the trees that hold them.
    private let order: [UInt32]

    /// - Parameters:
    ///   - parts: what the workers have made, each with the names that its own numbers stand for.
    ///   - objectCount: how many numbers there are.
    /// - Complexity: O(n) in the number of edges.
    public init(_ parts: consuming [(part: Part, names: [[UInt8]])], objectCount: Int) {
        starts = Array(repeating: 0, count: objectCount)
        counts = Array(repeating: 0, count: objectCount)
        var known: [[UInt8]: UInt32] = [:]
        var names: [[UInt8]] = []
        let edgeCount = parts.reduce(0) { $0 + $1.part.children.count }
        children.reserveCapacity(edgeCount)
        childNames.reserveCapacity(edgeCount)
        // One after the other, so that not all edges are there twice.
        while let (part, partNames) = parts.popLast() {
            let translated = partNames.map { name in
                if let number = known[name] { return number }
                let number = UInt32(names.count)
                known[name] = number
                names.append(name)
                return number
            }
            let base = UInt32(children.count)
            var start: UInt32 = 0
            for (tree, end) in zip(part.trees, part.ends) {
                // A tree that is stored several times is the same each time.
                starts[Int(tree)] = base + start
                counts[Int(tree)] = end - start
                start = end
            }
            children += part.children
            childNames += part.childNames.map { translated[Int($0)] }
        }
        self.names = names
        order = Self.childrenFirst(starts: starts, counts: counts, children: children)
    }

    /// The edges of a tree.
    public func edges(of tree: UInt32) -> some Sequence<(child: UInt32, name: UInt32)> {
        let start = Int(starts[Int(tree)])
        return (start..<start + Int(counts[Int(tree)])).lazy.map { (children[$0], childNames[$0]) }
    }

    /// Hands marks up from objects to all trees that hold them, at any depth.
    ///
    /// - Parameter marks: for each object, 64 marks.
    /// - Complexity: O(n) in the number of edges.
    public func handUp(_ marks: inout [UInt64]) {
        for tree in order {
            let start = Int(starts[Int(tree)])
            var sum = marks[Int(tree)]
            for edge in start..<start + Int(counts[Int(tree)]) { sum |= marks[Int(children[edge])] }
            marks[Int(tree)] = sum
        }
    }

    /// Calls `found` with every way that leads from a root to an object with a mark of its own: each path once.
    ///
    /// - Parameters:
    ///   - marks: as `handUp` has left them.
    ///   - isGoal: whether an object has a mark of its own.
    ///   - found: takes the object and its path.
    /// - Complexity: O(n) in the number of edges of the trees with marks, times the paths that each of these has.
    public func forEachPath(
        from roots: some Sequence<UInt32>, marks: [UInt64], isGoal: (UInt32) -> Bool,
        found: (_ object: UInt32, _ path: [UInt8]) -> Void
    ) {
        var prefixes = PathPrefixes()
        var seen: Set<UInt64> = []
        var stack: [(tree: UInt32, prefix: UInt32)] = []
        for root in roots where marks[Int(root)] != 0 && seen.insert(UInt64(root) << 32).inserted {
            stack.append((root, 0))
            while let (tree, prefix) = stack.popLast() {
                for (child, name) in edges(of: tree) where marks[Int(child)] != 0 {
                    guard let path = prefixes.number(of: name, behind: prefix) else { continue }
                    guard seen.insert(UInt64(child) << 32 | UInt64(path)).inserted else { continue }
                    if isGoal(child) { found(child, prefixes.path(path, names: names)) }
                    if counts[Int(child)] > 0 { stack.append((child, path)) }
                }
            }
        }
    }

    private static func childrenFirst(starts: [UInt32], counts: [UInt32], children: [UInt32]) -> [UInt32] {
        var order: [UInt32] = []
        var isSeen = [Bool](repeating: false, count: starts.count)
        var stack: [(tree: UInt32, edge: UInt32)] = []
        for start in starts.indices where counts[start] > 0 && !isSeen[start] {
            isSeen[start] = true
            stack.append((UInt32(start), 0))
            while let top = stack.last {
                guard top.edge < counts[Int(top.tree)] else {
                    order.append(top.tree)
                    stack.removeLast()
                    continue
                }
                stack[stack.count - 1].edge += 1
                let child = children[Int(starts[Int(top.tree)] + top.edge)]
                if counts[Int(child)] > 0, !isSeen[Int(child)] {
                    isSeen[Int(child)] = true
                    stack.append((child, 0))
                }
            }
        }
        return order
    }
}
