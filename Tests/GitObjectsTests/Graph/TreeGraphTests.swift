import GitObjects
import Testing

@Suite("The graph of trees")
struct TreeGraphTests {
    /// Trees 0 to 9, objects from 10 on.
    private func graph(_ trees: [(tree: UInt32, edges: [(name: String, child: UInt32)])], split: Int = 1) -> TreeGraph {
        var parts: [(part: TreeGraph.Part, names: [[UInt8]])] = []
        for number in 0..<split {
            var part = TreeGraph.Part()
            var names: [[UInt8]] = []
            for (index, tree) in trees.enumerated() where index % split == number {
                for edge in tree.edges {
                    part.add(child: edge.child, name: UInt32(names.count))
                    names.append(Array(edge.name.utf8))
                }
                part.endTree(tree.tree)
            }
            parts.append((part, names))
        }
        return TreeGraph(parts, objectCount: 20)
    }

    private func paths(_ graph: TreeGraph, from roots: [UInt32], to goal: UInt32) -> [String] {
        var marks = [UInt64](repeating: 0, count: 20)
        marks[Int(goal)] = 1
        graph.handUp(&marks)
        var found: [String] = []
        graph.forEachPath(from: roots, marks: marks, isGoal: { $0 == goal }) { object, path in
            #expect(object == goal)
            found.append(String(decoding: path, as: UTF8.self))
        }
        return found.sorted()
    }

    private static let trees: [(tree: UInt32, edges: [(name: String, child: UInt32)])] = [
        (0, [("a", 10), ("dir", 1), ("other", 2)]), (1, [("b", 10), ("c", 11), ("sub", 2)]), (2, [("d", 10)]),
        (3, [("dir", 1)]), (4, [("x", 11)]),
    ]

    @Test("Every path of an object once, however the work was shared", arguments: 1...4)
    func paths(split: Int) {
        let graph = graph(Self.trees, split: split)
        #expect(paths(graph, from: [0, 3, 4], to: 10) == ["a", "dir/b", "dir/sub/d", "other/d"])
        #expect(paths(graph, from: [3], to: 10) == ["dir/b", "dir/sub/d"])
        #expect(paths(graph, from: [0, 3, 4], to: 11) == ["dir/c", "x"])
        #expect(paths(graph, from: [0], to: 12) == [])
    }

    @Test("Marks go up to all trees that hold an object")
    func handUp() {
        var marks = [UInt64](repeating: 0, count: 20)
        marks[10] = 0b01
        marks[11] = 0b10
        graph(Self.trees).handUp(&marks)
        #expect(marks[..<5].map { $0 } == [0b11, 0b11, 0b01, 0b11, 0b10])
    }

    @Test("A tree that holds itself, which no healthy repository has, comes to an end")
    func cycle() {
        let graph = graph([(0, [("a", 1), ("f", 10)]), (1, [("b", 0)])])
        #expect(paths(graph, from: [0], to: 10).contains("f"))
    }
}
