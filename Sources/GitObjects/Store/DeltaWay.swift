/// The way from an object to the whole one that its deltas are made for: by distance and by name, also across packs.
struct DeltaWay {
    /// An entry of a pack.
    struct Link: Equatable {
        let pack: Int
        let position: Int
    }

    /// What a way ends at.
    enum End {
        case whole(Link, ObjectKind)
        case loose(LooseObject)

        /// It was made before.
        case known(ObjectReader.Object)
    }

    private let store: ObjectStore

    /// The deltas, from the object on.
    private var links: [Link] = []

    // Brent's way to find a circle: a mark that stays behind for twice as long each time.
    private var mark: Link?
    private var markedAt = 0
    private var stride = 1

    init(_ store: ObjectStore) {
        self.store = store
    }

    /// The delta that is nearest to the end of the way.
    mutating func popLast() -> Link? { links.popLast() }

    /// Goes the way. Reads headers only.
    ///
    /// - Parameter cache: ends the way where an object is known.
    /// - Throws: `missing` when a base is nowhere; `corrupt` when a base is no entry, or the way leads in a circle.
    /// - Complexity: O(n) in the number of deltas.
    mutating func follow(
        _ pack: Int, _ position: Int, _ entries: inout EntryReader, _ cache: inout BaseCache
    ) throws(ObjectError) -> End {
        var link = Link(pack: pack, position: position)
        while true {
            if let object = cache.object(BaseCache.Key(link)) { return .known(object) }
            let pack = store.packs[link.pack]
            let head = try entries.head(in: pack.range(at: link.position), of: try pack.open(), format: pack.format)
            let base: Link
            switch head.header.base {
            case .none(let kind): return .whole(link, kind)
            case .distance(let distance): base = try Self.base(of: link, at: distance, in: pack)
            case .name:
                guard let name = head.baseName else { throw .missing }
                switch try place(of: name, near: pack) {
                case .packed(let pack, let position): base = Link(pack: pack, position: position)
                case .loose(let folder):
                    guard let object = store.looseObject(name, folder: folder) else { throw .missing }
                    try append(link)
                    return .loose(object)
                }
            }
            try append(link)
            link = base
        }
    }

    private mutating func append(_ link: Link) throws(ObjectError) {
        if link == mark { throw .corrupt("its deltas lead in a circle") }
        links.append(link)
        guard links.count - markedAt >= stride else { return }
        mark = link
        markedAt = links.count
        stride *= 2
    }

    private static func base(of link: Link, at distance: Int, in pack: Pack) throws(ObjectError) -> Link {
        let offset = pack.index.offsets[link.position]
        guard UInt64(distance) <= offset,
            let position = pack.index.position(at: offset - UInt64(distance), before: link.position)
        else { throw .corrupt("a delta's base is no entry of the pack") }
        return Link(pack: link.pack, position: position)
    }

    /// A base is in the same pack nearly always.
    private func place(of name: ObjectID, near pack: Pack) throws(ObjectError) -> ObjectPlace {
        if let position = pack.position(of: name) { return .packed(pack: pack.number, position: position) }
        guard let place = store.locate(name) else { throw .missing }
        return place
    }
}
