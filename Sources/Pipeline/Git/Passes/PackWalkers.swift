import GitObjects

/// The walker of one worker for the pack in hand.
struct PackWalkers: ~Copyable {
    private let opened: OpenedStore

    /// For each pack, which objects to visit; `nil` for all of them.
    private let selections: [WalkSelection?]?
    private var current: Int?
    private var walker: ForestWalker?

    init(_ opened: OpenedStore, selections: [WalkSelection?]? = nil) {
        self.opened = opened
        self.selections = selections
    }

    /// Runs `body` with a walker for a pack. Nothing is done for a pack that cannot be read.
    mutating func use(_ pack: Int, _ body: (inout ForestWalker) -> Void) {
        guard let forest = opened.forests[pack] else { return }
        if current != pack {
            walker = ForestWalker(
                opened.store, pack: opened.store.packs[pack], forest: forest, selection: selections?[pack],
                budget: opened.budget)
            current = pack
        }
        if var inHand = walker.take() {
            body(&inHand)
            walker = consume inHand
        }
    }
}
