/// Walks all leaves of a tree in order, without recursion.
///
/// After an error the walk goes on behind the page that could not be read. A page in more than one place would be read
/// more than once: the number of pages that are read is bounded by those that the file has room for.
struct StoreTreeWalk {
    private let file: StoreFile
    private let tree: StorePage.Tree
    private var stack: [(page: StorePage, next: Int)] = []
    private var root: UInt64?
    private var pagesLeft: Int

    init(_ file: StoreFile, _ tree: StorePage.Tree) {
        self.file = file
        self.tree = tree
        root = tree == .nodes ? file.header.nodeRoot : file.header.blockRoot
        pagesLeft = file.source.count / file.layout.pageSize + 1
    }

    enum Step {
        /// A page was entered, at this offset.
        case page(Int)
        case entry(StorePage, Int)
    }

    /// The next page or entry of a leaf; `nil` at the end.
    mutating func next() throws(OutlookError) -> Step? {
        if let root {
            self.root = nil
            return try enter(root, level: nil)
        }
        while let (page, next) = stack.last {
            guard next < page.count else {
                stack.removeLast()
                continue
            }
            stack[stack.count - 1].next += 1
            if page.level == 0 { return .entry(page, next) }
            return try enter(page.word(2, of: next), level: page.level - 1)
        }
        return nil
    }

    private mutating func enter(_ offset: UInt64, level: Int?) throws(OutlookError) -> Step {
        let place = StoreFile.place(offset)
        guard pagesLeft > 0 else {
            stack = []
            throw OutlookError(.cyclic, at: place)
        }
        pagesLeft -= 1
        let page = try file.page(tree, at: offset)
        guard level == nil || page.level == level else { throw OutlookError(.malformed, at: place) }
        stack.append((page, 0))
        return .page(place)
    }
}
