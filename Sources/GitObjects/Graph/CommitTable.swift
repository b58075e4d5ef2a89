/// The commits of a repository, each by a few numbers: who its parents are, what its tree is, when it was made.
///
/// Objects go by the numbers that `ObjectNumbers` gives them.
public struct CommitTable: Sendable {
    /// One commit. A parent or tree that is not in the repository has no number and is left out.
    public struct Record: Sendable {
        public let number: UInt32
        public let tree: UInt32?

        /// Hardly any commit has more than two parents, and only those need memory of their own.
        private let firstParent: UInt32?
        private let secondParent: UInt32?
        private let moreParents: [UInt32]

        /// When it was committed, in seconds since 1970.
        public let seconds: Int

        public init(number: UInt32, tree: UInt32?, parents: [UInt32], seconds: Int) {
            self.number = number
            self.tree = tree
            firstParent = parents.first
            secondParent = parents.count > 1 ? parents[1] : nil
            moreParents = Array(parents.dropFirst(2))
            self.seconds = seconds
        }

        public var parentCount: Int {
            firstParent == nil ? 0 : secondParent == nil ? 1 : 2 + moreParents.count
        }

        /// - Precondition: `index` is in `0..<parentCount`.
        func parent(_ index: Int) -> UInt32 {
            switch index {
            case 0: firstParent ?? 0
            case 1: secondParent ?? 0
            default: moreParents[index - 2]
            }
        }
    }

    /// All commits, parents in front of their children.
    public let records: [Record]

    /// The positions in `records` of the parents of all commits, and where those of each begin.
    private let parentPositions: [Int32]
    private let parentStarts: [Int32]
    private let positions: [UInt32: Int32]

    /// - Parameter records: in any order; of two with the same number the first one counts.
    /// - Complexity: O(n log n) in the number of commits and parents. Cycles, which only a damaged repository has, are
    ///   cut somewhere.
    public init(_ records: [Record]) {
        let sorted = records.sorted { ($0.seconds, $0.number) < ($1.seconds, $1.number) }
        var known: [UInt32: Int32] = Dictionary(minimumCapacity: sorted.count)
        for (position, record) in sorted.enumerated() where known[record.number] == nil {
            known[record.number] = Int32(position)
        }
        let order = Self.parentsFirst(sorted, known: known)
        var positions: [UInt32: Int32] = Dictionary(minimumCapacity: order.count)
        for (position, old) in order.enumerated() { positions[sorted[old].number] = Int32(position) }
        self.records = order.map { sorted[$0] }
        self.positions = positions
        var (parents, starts): ([Int32], [Int32]) = ([], [0])
        for (position, record) in self.records.enumerated() {
            for index in 0..<record.parentCount {
                if let parent = positions[record.parent(index)], parent < position { parents.append(parent) }
            }
            starts.append(Int32(parents.count))
        }
        (parentPositions, parentStarts) = (parents, starts)
    }

    public var count: Int { records.count }

    /// The position in `records` of a commit; `nil` if it is none.
    public func position(of number: UInt32) -> Int? { positions[number].map(Int.init) }

    /// Whether one commit was made before another; of two at once, the one that comes first here.
    public func isEarlier(_ left: Int, than right: Int) -> Bool {
        (records[left].seconds, left) < (records[right].seconds, right)
    }

    /// The positions of a commit's parents, as far as they are there.
    public func parents(at position: Int) -> ArraySlice<Int32> {
        parentPositions[Int(parentStarts[position])..<Int(parentStarts[position + 1])]
    }

    /// For each commit, what it or any commit before it has.
    ///
    /// - Parameter marks: for each commit, 64 marks.
    /// - Complexity: O(n) in the number of commits and parents.
    public func inherited(_ marks: [UInt64]) -> [UInt64] {
        var sums = marks
        for position in records.indices {
            for parent in parents(at: position) { sums[position] |= sums[Int(parent)] }
        }
        return sums
    }

    /// Which commits can be reached from others.
    ///
    /// - Parameter starts: positions in `records`.
    public func reachable(from starts: some Sequence<Int>) -> [Bool] {
        var isReached = [Bool](repeating: false, count: records.count)
        for start in starts { isReached[start] = true }
        for position in records.indices.reversed() where isReached[position] {
            for parent in parents(at: position) { isReached[Int(parent)] = true }
        }
        return isReached
    }

    /// The positions of `records` in an order in which parents come first, and else the earlier.
    private static func parentsFirst(_ records: [Record], known: [UInt32: Int32]) -> [Int] {
        var order: [Int] = []
        order.reserveCapacity(records.count)
        var state = [UInt8](repeating: 0, count: records.count)
        var stack: [(commit: Int, next: Int)] = []
        for start in records.indices where state[start] == 0 && known[records[start].number] == Int32(start) {
            stack.append((start, 0))
            state[start] = 1
            while let top = stack.last {
                guard top.next < records[top.commit].parentCount else {
                    order.append(top.commit)
                    stack.removeLast()
                    continue
                }
                stack[stack.count - 1].next += 1
                guard let parent = known[records[top.commit].parent(top.next)].map(Int.init), state[parent] == 0 else {
                    continue
                }
                state[parent] = 1
                stack.append((parent, 0))
            }
        }
        return order
    }
}
