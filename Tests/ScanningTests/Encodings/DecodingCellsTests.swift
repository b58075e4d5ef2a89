import Testing

@testable import Scanning

/// Every cell belongs to one core, however a blob is cut, and its window is in the segment.
@Suite struct DecodingCellsTests {
    @Test(arguments: [(4, 4), (2_116, 2_468), (70_000, 70_000)])
    func windowsFitIntoContexts(before: Int, after: Int) {
        let cells = DecodingCells(before: before, after: after)
        #expect(cells.size > 0)
        #expect(cells.before <= before && cells.size + cells.after <= after)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func eachCellOnce(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let cells = DecodingCells(before: 100, after: 200)
        let count = Int.random(in: 1...2_000, using: &random)
        let cuts = Set((0..<10).map { _ in Int.random(in: 0...count, using: &random) }).union([0, count]).sorted()
        let starts = zip(cuts, cuts.dropFirst()).flatMap { Array(cells.starts(in: $0..<$1, followsHole: false)) }
        #expect(starts == Array(stride(from: 0, to: count, by: cells.size)))
    }

    /// Behind a hole nobody else has the cell in which the core begins.
    @Test func behindAHole() {
        let cells = DecodingCells(before: 100, after: 200)
        #expect(Array(cells.starts(in: 150..<300, followsHole: true)) == [100, 200])
        #expect(Array(cells.starts(in: 150..<300, followsHole: false)) == [200])
    }
}
