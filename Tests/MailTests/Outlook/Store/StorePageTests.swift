import Testing

@testable import Mail

@Suite struct StorePageTests {
    /// A page of the tree of nodes of a real store in the ANSI layout, as it is printed in the thread "[MS-PST] -
    /// 2.2.2.7.7.1 BTPAGE ANSI format and padding" of Microsoft's forum for its open specifications (2012-03-30).
    private static let page: [UInt8] = {
        var page = [UInt8](repeating: 0, count: 512)
        let entries = [0x21, 0xEE, 0x7800, 0x806F, 0xF3, 0x7C00, 0x20_0064, 0xF5, 0x8200]
        for (index, byte) in entries.flatMap({ Little.four($0) }).enumerated() { page[index] = byte }
        let trailer: [UInt8] = [3, 0x29, 0x0C, 1, 0x81, 0x81, 0xF4, 0x7E, 0xF4, 0, 0, 0, 0x6A, 0x7D, 0x9F, 0x2C]
        for (index, byte) in trailer.enumerated() { page[0x1F0 + index] = byte }
        return page
    }()

    @Test func publishedPage() throws {
        let page = try StorePage(Self.page, of: .nodes, .narrow, at: 0x7E00)
        #expect(page.level == 1)
        #expect(page.count == 3)
        #expect((0..<3).map { page.word(0, of: $0) } == [0x21, 0x806F, 0x20_0064])
        // The thread follows this node to the page at 0x7C00.
        let entry = try #require(page.lastEntry(upTo: 0x20_0044))
        #expect(page.word(2, of: entry) == 0x7C00)
        #expect(page.lastEntry(upTo: 0x20) == nil)
    }
}
