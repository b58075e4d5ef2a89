import Testing

@testable import PDF

@Suite struct ReadBudgetTests {
    @Test func `What a file may cost grows with its size`() throws {
        let small = ReadBudget(limit: 100, size: 0) { false }
        let large = ReadBudget(limit: 100, size: 1000) { false }
        #expect(large.contentLeft == small.contentLeft + 16_000)
        #expect(large.take(content: 1 << 40) == small.contentLeft + 16_000)
        #expect(large.take(content: 1) == 0)
        #expect(throws: PDFError.limit) { try small.spend(work: 1 << 30) }
        #expect(small.isExhausted)
        #expect(!large.isExhausted)
        large.spend(bytes: 1 << 40)
        #expect(large.isExhausted && large.bytesLeft == 0)
        _ = ReadBudget(limit: -1, size: .max) { false }
    }

    @Test func `Many streams of one page may end beyond the limit of content`() throws {
        var fixture = PDFFixture()
        fixture.add("<</Type/Catalog/Pages 2 0 R>>")
        fixture.add("<</Type/Pages/Kids[3 0 R]>>")
        let streams = (10..<90).map { "\($0) 0 R" }.joined(separator: " ")
        fixture.add("<</Type/Page/Contents[\(streams)]>>")
        // A run length and a blank: 128 of them.
        let packed = [[UInt8]](repeating: [129, 32], count: 9000).flatMap { $0 }
        for number in 10..<90 { fixture.add("/Filter/RL", stream: packed, as: number) }
        let parts = try Parts(fixture.file(root: 1), limit: 1 << 30)
        #expect(parts.errors.isEmpty)
        #expect(parts.parts.map(\.isCut) == [true])
    }
}
