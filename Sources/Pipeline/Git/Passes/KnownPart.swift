import GitObjects
import ScanCache

/// The part of a store that an earlier run found nothing in, under the same rules.
struct KnownPart: Sendable {
    /// For each pack, what is not known; `nil` for a pack that cannot be read.
    let unknown: [WalkSelection?]

    /// How many objects of packs are known, trees left out; and how many of these.
    let contentCount: Int
    let treeCount: Int

    private let objects: KnownObjects

    init(_ objects: KnownObjects, of opened: OpenedStore) {
        self.objects = objects
        var unknown: [WalkSelection?] = []
        var (contentCount, treeCount) = (0, 0)
        for (pack, forest) in zip(opened.store.packs, opened.forests) {
            guard let forest else {
                unknown.append(nil)
                continue
            }
            let selection = WalkSelection(forest) { !objects.contains(pack.id(at: $0).bytes) }
            for position in 0..<forest.count where !selection.isWanted(position) {
                if forest.kind(of: position) == .tree { treeCount += 1 } else { contentCount += 1 }
            }
            unknown.append(selection)
        }
        self.unknown = unknown
        (self.contentCount, self.treeCount) = (contentCount, treeCount)
    }

    /// For each pack, the commits and tags that are known: asked for only where something was found.
    ///
    /// - Complexity: O(n) in the number of objects.
    func texts(of opened: OpenedStore) -> [WalkSelection?] {
        zip(opened.forests, unknown).map { forest, unknown in
            guard let forest, let unknown else { return nil }
            return WalkSelection(forest) { position in
                let kind = forest.kind(of: position)
                return !unknown.isWanted(position) && kind != .tree && kind != .blob
            }
        }
    }

    func contains(_ id: ObjectID) -> Bool { objects.contains(id.bytes) }
}
