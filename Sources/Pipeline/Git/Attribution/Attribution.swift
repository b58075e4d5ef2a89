import Blobs
import GitObjects

/// Which commits, paths and references lead to the objects in which something was found.
///
/// It works on 64 objects at once, one bit for each: the bits go up from blobs to trees and commits, and on from
/// commits to their descendants.
struct Attribution {
    /// What leads to one object. Commits are positions in the table.
    struct Answer: Sendable {
        /// The commits that hold it and of which no parent does, and of those with it: the first and the last.
        var introduced: Int?
        var last: Int?
        var isInHead = false
        var isPushed = false

        /// Positions in the list of tips.
        var tips: [Int] = []

        /// All its paths, in order.
        var paths: [RawPath] = []

        /// The first of the paths that it has in the commit that introduced it.
        var firstPath: RawPath?
    }

    private let commits: CommitTable
    private let trees: TreeGraph
    private let tips: [Tip]
    private let head: Int?

    /// How many numbers of objects and goals there are.
    private let numberCount: Int

    /// Whether some tip reaches a commit.
    private let isAlive: [Bool]

    init(_ commits: CommitTable, _ trees: TreeGraph, tips: [Tip], head: UInt32?, numberCount: Int) {
        self.commits = commits
        self.trees = trees
        self.tips = tips
        self.head = head.flatMap { commits.position(of: $0) }
        self.numberCount = numberCount
        isAlive = commits.reachable(from: tips.compactMap { commits.position(of: $0.peeled) })
    }

    /// - Parameter goals: the numbers of objects, each once.
    /// - Complexity: O(n / 64) times the commits and the edges of trees.
    func answers(for goals: [UInt32]) -> [UInt32: Answer] {
        var answers: [UInt32: Answer] = [:]
        for start in stride(from: 0, to: goals.count, by: 64) {
            let group = Array(goals[start..<min(start + 64, goals.count)])
            for (goal, answer) in zip(group, answer(group)) { answers[goal] = answer }
        }
        return answers
    }

    private func answer(_ group: [UInt32]) -> [Answer] {
        var answers = [Answer](repeating: Answer(), count: group.count)
        var marks = [UInt64](repeating: 0, count: numberCount)
        for (bit, goal) in group.enumerated() { marks[Int(goal)] |= 1 << UInt64(bit) }
        trees.handUp(&marks)
        let held = commits.records.map { record in
            marks[Int(record.number)] | (record.tree.map { marks[Int($0)] } ?? 0)
        }
        findCommits(held, &answers)
        findTips(held, marks: marks, &answers)
        findPaths(group, held: held, marks: marks, &answers)
        return answers
    }

    /// The first and the last commit; those that a tip reaches count before others.
    private func findCommits(_ held: [UInt64], _ answers: inout [Answer]) {
        for alive in [true, false] {
            let open = answers.indices.filter { answers[$0].last == nil }
                .reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
            guard open != 0 else { return }
            for position in held.indices where held[position] & open != 0 && isAlive[position] == alive {
                let inherited = commits.parents(at: position).reduce(UInt64(0)) { $0 | held[Int($1)] }
                (held[position] & open & ~inherited).forEachBit { bit in
                    let known = answers[bit].introduced
                    if known.map({ commits.isEarlier(position, than: $0) }) ?? true {
                        answers[bit].introduced = position
                    }
                }
                (held[position] & open).forEachBit { bit in
                    let known = answers[bit].last
                    if known.map({ commits.isEarlier($0, than: position) }) ?? true { answers[bit].last = position }
                }
            }
        }
    }

    private func findTips(_ held: [UInt64], marks: [UInt64], _ answers: inout [Answer]) {
        let reached = commits.inherited(held)
        for (position, tip) in tips.enumerated() {
            var bits = marks[Int(tip.object)] | marks[Int(tip.peeled)]
            if let commit = commits.position(of: tip.peeled) { bits |= reached[commit] }
            bits.forEachBit { bit in
                answers[bit].tips.append(position)
                if tip.isRemote { answers[bit].isPushed = true }
            }
        }
        if let head { held[head].forEachBit { answers[$0].isInHead = true } }
    }

    private func findPaths(
        _ group: [UInt32], held: [UInt64], marks: [UInt64], _ answers: inout [Answer]
    ) {
        var bits: [UInt32: Int] = [:]
        for (bit, goal) in group.enumerated() { bits[goal] = bit }
        let roots = held.indices.lazy.filter { held[$0] != 0 }.compactMap { commits.records[$0].tree }
        let tipTrees = tips.lazy.map(\.peeled)
        var paths = [Set<[UInt8]>](repeating: [], count: group.count)
        trees.forEachPath(
            from: [Array(roots), Array(tipTrees)].joined(), marks: marks, isGoal: { bits[$0] != nil }
        ) { object, path in
            if let bit = bits[object] { paths[bit].insert(path) }
        }
        for bit in group.indices {
            answers[bit].paths = paths[bit].map { RawPath($0) }.sorted()
            guard paths[bit].count > 1, let tree = answers[bit].introduced.flatMap({ commits.records[$0].tree }) else {
                answers[bit].firstPath = answers[bit].paths.first
                continue
            }
            var first: RawPath?
            trees.forEachPath(from: [tree], marks: marks, isGoal: { $0 == group[bit] }) { _, path in
                let path = RawPath(path)
                if first.map({ path < $0 }) ?? true { first = path }
            }
            answers[bit].firstPath = first ?? answers[bit].paths.first
        }
    }
}

extension UInt64 {
    /// Calls `body` with the number of each bit that is set, in order.
    fileprivate func forEachBit(_ body: (Int) -> Void) {
        var rest = self
        while rest != 0 {
            body(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
    }
}
