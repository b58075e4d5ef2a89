import GitObjects
import Testing

@Suite("Tables of commits")
struct CommitTableTests {
    private func table(_ commits: [(number: UInt32, parents: [UInt32], seconds: Int)]) -> CommitTable {
        CommitTable(
            commits.map {
                CommitTable.Record(number: $0.number, tree: $0.number + 100, parents: $0.parents, seconds: $0.seconds)
            })
    }

    @Test("Parents come first, whatever the clocks said")
    func order() throws {
        let table = table([(1, [], 500), (2, [1], 100), (3, [1], 200), (4, [2, 3, 9], 50)])
        for (position, record) in table.records.enumerated() {
            #expect(table.position(of: record.number) == position)
            #expect(table.parents(at: position).allSatisfy { $0 < position })
        }
        #expect(table.count == 4 && table.position(of: 9) == nil)
        let last = try #require(table.position(of: 4))
        #expect(table.parents(at: last).count == 2, "a parent that is not there is left out")
    }

    @Test("Marks go down to all descendants, and to nobody else")
    func inherited() throws {
        let table = table([(1, [], 1), (2, [1], 2), (3, [1], 3), (4, [2, 3], 4), (5, [], 5)])
        var marks = [UInt64](repeating: 0, count: 5)
        marks[try #require(table.position(of: 2))] = 0b01
        marks[try #require(table.position(of: 5))] = 0b10
        let sums = table.inherited(marks)
        let found = [1, 2, 3, 4, 5].map { number in table.position(of: number).map { sums[$0] } }
        #expect(found == [0, 0b01, 0, 0b01, 0b10])
        let reached = table.reachable(from: [try #require(table.position(of: 3))])
        #expect(
            [1, 2, 3, 4, 5].map { number in table.position(of: number).map { reached[$0] } }
                == [true, false, true, false, false])
    }

    @Test("A cycle, which no healthy repository has, is cut")
    func cycle() {
        let table = table([(1, [3], 1), (2, [1], 2), (3, [2], 3)])
        #expect(table.count == 3)
        for position in table.records.indices { #expect(table.parents(at: position).allSatisfy { $0 < position }) }
    }

    @Test("A chain of 100,000 commits")
    func longChain() {
        let table = table((0..<100_000).map { ($0, $0 == 0 ? [] : [$0 - 1], 0) })
        #expect(table.records.map(\.number) == Array(0..<100_000))
    }
}
