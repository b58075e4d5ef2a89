import Blobs

/// Reads single objects of a store, in any order. For one worker.
public struct ObjectReader: ~Copyable {
    /// An object in memory.
    struct Object {
        let kind: ObjectKind
        let block: ByteBlock

        /// How many bytes stand in front of the content.
        var header = 0
    }

    /// How many bytes of bases are kept.
    private static let cacheBytes = 16 << 20

    private let store: ObjectStore
    private let limit: Int
    private var current: Object?
    private var cache = BaseCache(limit: cacheBytes)
    private var entries = EntryReader()
    private var loose = LooseReader()

    /// Blocks of deltas and of compressed files: those of objects may be in the cache.
    private var pool = BlockPool()

    /// - Parameter limit: bytes of an object that may be taken into memory.
    public init(_ store: ObjectStore, limit: Int = 256 << 20) {
        self.store = store
        self.limit = limit
    }

    /// Runs `body` with the content of the object that was read last; with nothing when that failed.
    public func withContent<Result: ~Copyable, Failure>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let nothing: [UInt8] = []
        guard let current else { return try body(nothing.span) }
        return try current.block.withBytes { (bytes) throws(Failure) in
            try body(bytes.extracting(current.header..<bytes.count))
        }
    }

    /// Reads an object: from the first of its places where that works.
    ///
    /// - Throws: `missing`, or what is wrong at the first of its places.
    public mutating func read(_ id: ObjectID) throws(ObjectError) -> ObjectKind {
        try keep { (reader) throws(ObjectError) in try reader.object(id) }
    }

    /// Reads an object at a position of a pack.
    public mutating func read(pack: Int, position: Int) throws(ObjectError) -> ObjectKind {
        try keep { (reader) throws(ObjectError) in try reader.packed(pack, position) }
    }

    /// Reads a loose object.
    ///
    /// - Throws: `corrupt` also when size or name are wrong: `readSalvaging` gives the content nevertheless.
    public mutating func read(_ object: LooseObject) throws(ObjectError) -> ObjectKind {
        try keep { (reader) throws(ObjectError) in try reader.object(object) }
    }

    /// Reads what can be read of a loose object, whatever is wrong with it. `withContent` then gives what there is.
    ///
    /// - Throws: `unreadable` or `tooLarge`, or `corrupt` when nothing at all can be had.
    public mutating func readSalvaging(_ object: LooseObject) throws(ObjectError) -> SalvagedObject {
        current = nil
        let content = try looseContent(object)
        let header = content.header
        current = Object(kind: header?.kind ?? .blob, block: content.block, header: header?.length ?? 0)
        return SalvagedObject(kind: header?.kind, problem: content.problem)
    }

    /// The kind of an object, from headers alone.
    public mutating func kind(of id: ObjectID) throws(ObjectError) -> ObjectKind {
        switch store.locate(id) {
        case nil: throw .missing
        case .packed(let pack, let position):
            var way = DeltaWay(store)
            switch try way.follow(pack, position, &entries, &cache) {
            case .whole(_, let kind): return kind
            case .known(let object): return object.kind
            case .loose(let object): return try kind(of: object)
            }
        case .loose(let folder):
            guard let object = store.looseObject(id, folder: folder) else { throw .missing }
            return try kind(of: object)
        }
    }

    /// The kind of a loose object, from its header alone.
    public func kind(of object: LooseObject) throws(ObjectError) -> ObjectKind {
        try loose.header(try object.open()).kind
    }

    /// Opens a loose object of any size, to be read in pieces. At the end, its `problem` says whether size and name
    /// were right.
    ///
    /// - Throws: `corrupt` when it has no header, or declares more than its file can hold.
    public func open(loose object: LooseObject) throws(ObjectError) -> InflatingSource {
        let file = try object.open()
        let header = try loose.header(file)
        guard Inflater.canExpand(file.size, to: header.size) else {
            throw .corrupt("a loose object declares more than its file can hold")
        }
        return try InflatingSource(
            file, range: 0..<file.size, kind: header.kind, size: header.size, header: header.length, name: object.id)
    }

    /// Reads an object, and hands it to a part of this target that keeps it as long as it likes.
    mutating func object(_ id: ObjectID) throws(ObjectError) -> Object {
        guard let first = store.locate(id) else { throw .missing }
        do throws(ObjectError) {
            return try object(id, first)
        } catch {
            for place in store.places(of: id) where place != first {
                if let found = try? object(id, place) { return found }
            }
            throw error
        }
    }

    private mutating func keep(_ read: (inout ObjectReader) throws(ObjectError) -> Object) throws(ObjectError)
        -> ObjectKind
    {
        current = nil
        let object = try read(&self)
        current = object
        return object.kind
    }

    private mutating func object(_ id: ObjectID, _ place: ObjectPlace) throws(ObjectError) -> Object {
        switch place {
        case .packed(let pack, let position): return try packed(pack, position)
        case .loose(let folder):
            guard let object = store.looseObject(id, folder: folder) else { throw .missing }
            return try self.object(object)
        }
    }

    private mutating func object(_ object: LooseObject) throws(ObjectError) -> Object {
        let content = try looseContent(object)
        if let problem = content.problem { throw problem }
        guard let header = content.header else { throw .corrupt("a loose object has no header") }
        return Object(kind: header.kind, block: content.block, header: header.length)
    }

    private mutating func looseContent(_ object: LooseObject) throws(ObjectError) -> LooseReader.Content {
        try loose.content(try object.open(), name: object.id, limit: limit, pool: &pool)
    }

    private mutating func packed(_ pack: Int, _ position: Int) throws(ObjectError) -> Object {
        var way = DeltaWay(store)
        var object: Object
        switch try way.follow(pack, position, &entries, &cache) {
        case .known(let known): object = known
        case .loose(let base): object = try self.object(base)
        case .whole(let place, let kind):
            object = Object(kind: kind, block: try inflate(place, limit))
            cache.insert(object, BaseCache.Key(place))
        }
        var copies: [CopiedRange] = []
        while let link = way.popLast() {
            object = try apply(link, to: object, &copies)
            cache.insert(object, BaseCache.Key(link))
        }
        return object
    }

    private mutating func apply(
        _ link: DeltaWay.Link, to base: Object, _ copies: inout [CopiedRange]
    ) throws(ObjectError) -> Object {
        let delta = try inflate(link, limit)
        defer { pool.give(delta) }
        let size = base.block.count - base.header
        let shape = try delta.withBytes { (delta) throws(ObjectError) in try Delta.shape(delta, baseSize: size) }
        guard shape.resultSize <= limit else { throw .tooLarge(size: shape.resultSize) }
        let block = ByteBlock(capacity: shape.resultSize)
        try block.fill(delta, shape, base.block, header: base.header, &copies)
        return Object(kind: base.kind, block: block)
    }

    private mutating func inflate(_ link: DeltaWay.Link, _ limit: Int) throws(ObjectError) -> ByteBlock {
        let pack = store.packs[link.pack]
        return try entries.content(
            in: pack.range(at: link.position), of: try pack.open(), format: pack.format, limit: limit, pool: &pool
        ).block
    }
}
