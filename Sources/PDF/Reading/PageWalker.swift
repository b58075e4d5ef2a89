/// Walks through the page tree (ISO 32000-2, 7.7.3), in the order of pages. Each node is visited once, whatever the
/// tree says.
struct PageWalker {
    private static let mostNodes = 1_000_000

    private struct Node {
        let object: PDFObject
        let resources: PDFObject?
    }

    /// What is still to be visited, the next node last.
    private var stack: [Node] = []

    private(set) var visited: Set<Int> = []
    private var visits = 0

    init(_ document: Document) throws(PDFError) {
        for trailer in document.trailers.reversed() {
            if let pages = try document.resolve(trailer["Root"]).entries?["Pages"] {
                stack = [Node(object: pages, resources: nil)]
                return
            }
        }
    }

    /// The next page; `nil` behind the last one.
    ///
    /// - Throws: `limit` when there are too many nodes.
    mutating func next(_ document: Document) throws(PDFError) -> Page? {
        while let node = stack.popLast() {
            visits += 1
            guard visits <= Self.mostNodes else {
                stack.removeAll()
                throw .limit
            }
            let number = node.object.referenceNumber
            if let number, !visited.insert(number).inserted { continue }
            guard case .dictionary(let entries) = try document.resolve(node.object) else { continue }
            let resources = entries["Resources"] ?? node.resources
            guard let kids = try document.resolve(entries["Kids"]).elements else {
                return Page(number: number, dictionary: entries, resources: resources)
            }
            try document.budget.spend(work: kids.count)
            for kid in kids.reversed() { stack.append(Node(object: kid, resources: resources)) }
        }
        return nil
    }
}
