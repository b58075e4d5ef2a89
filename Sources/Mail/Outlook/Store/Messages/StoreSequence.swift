/// The messages of a store, in the order of their nodes, and behind them what is in its unused space.
final class StoreSequence: OutlookItemSequence {
    private let file: StoreFile
    private let folders: StoreFolders
    private var walk: StoreTreeWalk
    private var sweep: StoreSweep?

    /// The texts in RTF of the fragment that was given last, the first one last.
    private var texts: [(content: any PartContent, offset: Int)] = []

    init(_ file: StoreFile) {
        self.file = file
        folders = StoreFolders(file)
        walk = StoreTreeWalk(file, .nodes)
    }

    func next() throws(OutlookError) -> OutlookItem? {
        if sweep == nil {
            if let message = try nextMessage() { return .message(message) }
            sweep = StoreSweep(file)
        }
        if let rich = texts.popLast() { return .fragment(rich.content, offset: rich.offset) }
        guard let fragment = try sweep?.next() else { return nil }
        texts = try RichTextSearch.texts(in: fragment).reversed()
        return .fragment(PlainContent(fragment), offset: fragment.offset)
    }

    private func nextMessage() throws(OutlookError) -> OutlookMessage? {
        while let step = try walk.next() {
            guard case .entry(let page, let entry) = step else { continue }
            let node = file.node(page, entry)
            let type = StoreNodeType.of(node.id)
            guard type == StoreNodeType.message || type == StoreNodeType.associatedMessage, node.data != 0 else {
                continue
            }
            var message = try StoreMessageOpener(file: file, node: node).open()
            let (names, states) = folders.path(node.parent)
            message.folders = names
            message.states.formUnion(states)
            return message
        }
        return nil
    }
}
