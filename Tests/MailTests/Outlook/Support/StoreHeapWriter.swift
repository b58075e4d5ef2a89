@testable import Mail

/// Writes heaps, property contexts and tables for tests, from [MS-PST] section 2.3.
struct StoreHeapWriter {
    private let purpose: UInt8
    private let isLarge: Bool

    /// How many items a page of the heap has at most.
    private let perPage: Int
    private var pages: [[[UInt8]]] = [[]]

    init(_ purpose: StoreHeap.Purpose, isLarge: Bool, perPage: Int = 6) {
        self.purpose = UInt8(purpose.rawValue)
        self.isLarge = isLarge
        self.perPage = perPage
    }

    mutating func add(_ item: [UInt8]) -> UInt32 {
        if item.isEmpty { return 0 }
        if pages[pages.count - 1].count == perPage { pages.append([]) }
        pages[pages.count - 1].append(item)
        return UInt32(pages.count - 1) << (isLarge ? 19 : 16) | UInt32(pages[pages.count - 1].count) << 5
    }

    /// The pages, each of which is a block of the node's data.
    func blocks(root: UInt32) -> [[UInt8]] {
        pages.enumerated().map { index, items in
            let header = index == 0 ? 12 : index % 128 == 8 ? 66 : 2
            var starts = [header]
            for item in items { starts.append((starts.last ?? 0) + item.count) }
            let map = starts.last ?? 0
            var page = Little.two(map)
            if index == 0 { page += [0xEC, purpose] + Little.four(Int(root)) + Little.four(0) }
            page += [UInt8](repeating: 0, count: header - page.count) + items.flatMap { $0 }
            return page + Little.two(items.count) + Little.two(0) + starts.flatMap { Little.two($0) }
        }
    }
}
