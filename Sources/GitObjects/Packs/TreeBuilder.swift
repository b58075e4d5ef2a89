import Blobs

/// Makes the objects of one pack, each from its base. For one worker.
struct TreeBuilder: ~Copyable {
    let store: ObjectStore
    let pack: Pack
    let forest: PackForest
    let budget: MemoryBudget

    /// What the object that was prepared last copies from its base.
    private(set) var copies: [CopiedRange] = []

    private var entries = EntryReader()
    private var pool = BlockPool()
    private var file: OpenFile?

    /// The delta that waits for `finish`.
    private var delta: (block: ByteBlock, shape: Delta.Shape)?

    /// For bases outside of the pack; made when there is one.
    private var reader: ObjectReader?

    init(_ store: ObjectStore, pack: Pack, forest: PackForest, budget: MemoryBudget) {
        self.store = store
        self.pack = pack
        self.forest = forest
        self.budget = budget
    }

    /// The pack, open for as long as this builder lives.
    private mutating func openFile() throws(ObjectError) -> OpenFile {
        if let file { return file }
        let opened = try pack.open()
        file = opened
        return opened
    }

    /// Makes the root of a tree: a whole object, or a delta to an object elsewhere.
    mutating func root(_ position: Int) throws(ObjectError) -> ByteBlock {
        copies.removeAll(keepingCapacity: true)
        guard let name = forest.externalBase(of: position) else { return try inflate(position, budget.objectBytes) }
        let base = try externalBase(name)
        _ = try prepare(position, base: base.block, header: base.header)
        let made = try finish(base.block, header: base.header)
        // Nobody has visited the base, so copies from it mean nothing.
        copies.removeAll(keepingCapacity: true)
        return made
    }

    /// The content of a whole object, as a stream.
    mutating func source(_ position: Int) throws(ObjectError) -> InflatingSource {
        let file = try openFile()
        let range = pack.range(at: position)
        let header = try entries.head(in: range, of: file, format: pack.format).header
        let start = range.lowerBound + header.length
        guard case .none(let kind) = header.base, Inflater.canExpand(range.upperBound - start, to: header.size) else {
            throw .corrupt("an entry declares more than its bytes can hold")
        }
        return try InflatingSource(file, range: start..<range.upperBound, kind: kind, size: header.size)
    }

    /// The kind of a root.
    mutating func kind(ofRoot position: Int) throws(ObjectError) -> ObjectKind {
        if let kind = forest.kind(of: position) { return kind }
        guard let name = forest.externalBase(of: position) else { throw .corrupt("an entry has no kind") }
        return try externalBase(name).kind
    }

    /// Inflates the delta of an object.
    ///
    /// - Parameter header: how many bytes of the base's block are not the base.
    /// - Returns: the size of the object, in bytes.
    mutating func prepare(_ position: Int, base: ByteBlock, header: Int = 0) throws(ObjectError) -> Int {
        discardDelta()
        let block = try inflate(position, budget.objectBytes - min(base.count, budget.objectBytes))
        let baseSize = base.count - header
        do throws(ObjectError) {
            let shape = try block.withBytes { (bytes) throws(ObjectError) in
                try Delta.shape(bytes, baseSize: baseSize)
            }
            guard shape.resultSize <= budget.objectBytes - baseSize - block.count else {
                throw .tooLarge(size: shape.resultSize)
            }
            delta = (block, shape)
            return shape.resultSize
        } catch {
            pool.give(block)
            throw error
        }
    }

    /// Makes the object that was prepared.
    mutating func finish(_ base: ByteBlock, header: Int = 0) throws(ObjectError) -> ByteBlock {
        guard let (block, shape) = delta else { preconditionFailure("a delta is prepared before it is applied") }
        let result = pool.take(shape.resultSize)
        defer { discardDelta() }
        do throws(ObjectError) {
            try result.fill(block, shape, base, header: header, &copies)
        } catch {
            pool.give(result)
            throw error
        }
        return result
    }

    /// Takes back a block that nobody needs any more.
    mutating func recycle(_ block: consuming ByteBlock) { pool.give(block) }

    private mutating func discardDelta() {
        if let (block, _) = delta.take() { pool.give(block) }
    }

    private mutating func inflate(_ position: Int, _ limit: Int) throws(ObjectError) -> ByteBlock {
        let file = try openFile()
        return try entries.content(
            in: pack.range(at: position), of: file, format: pack.format, limit: limit, pool: &pool
        ).block
    }

    private mutating func externalBase(_ name: ObjectID) throws(ObjectError) -> ObjectReader.Object {
        var reader = self.reader.take() ?? ObjectReader(store, limit: budget.objectBytes)
        let result: Result<ObjectReader.Object, ObjectError>
        do throws(ObjectError) {
            result = .success(try reader.object(name))
        } catch {
            result = .failure(error)
        }
        self.reader = consume reader
        return try result.get()
    }
}
