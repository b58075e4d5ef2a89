/// Makes the tables of a `PackForest`.
struct ForestBuilder {
    private(set) var roots: [Int] = []
    private(set) var problems: [ForestProblem] = []
    private(set) var parents: [UInt32]
    private(set) var childList: [UInt32] = []
    private(set) var childStarts: [UInt32]
    private(set) var treeSizes: [UInt32] = []
    private(set) var sizes: [UInt32]
    private(set) var largeSizes: [Int: Int] = [:]
    private(set) var kinds: [UInt8]
    private(set) var externalBases: [Int: ObjectID] = [:]

    private let pack: Pack

    /// By position: has a problem, so that it is no root though it has no parent.
    private var bad: Set<Int> = []

    /// Bytes that are read at once: what the processor's second cache holds.
    private static let windowBytes = 128 << 10

    init(_ pack: Pack) {
        self.pack = pack
        parents = Array(repeating: ForestTables.none, count: pack.count)
        sizes = Array(repeating: 0, count: pack.count)
        kinds = Array(repeating: 0, count: pack.count)
        childStarts = Array(repeating: 0, count: pack.count + 1)
    }

    mutating func readHeaders() throws(ObjectError) {
        let file = try pack.open()
        var window = [UInt8](repeating: 0, count: Self.windowBytes)
        var start = 0
        var end = 0
        for position in 0..<pack.count {
            let range = pack.range(at: position)
            let headerEnd = min(range.upperBound, range.lowerBound + PackEntryHeader.largestLength)
            if headerEnd > end {
                start = range.lowerBound
                end = min(pack.size, start + Self.windowBytes)
                var span = window.mutableSpan
                var piece = span._mutatingExtracting(0..<end - start)
                if !file.fill(&piece, at: start) { end = start }
            }
            guard headerEnd <= end else {
                note(.corrupt("bytes of the pack cannot be read any more"), at: position)
                continue
            }
            let bytes = window.span.extracting(range.lowerBound - start..<headerEnd - start)
            do throws(ObjectError) {
                try place(try PackEntryHeader(bytes, idLength: pack.format.idLength), bytes, at: position)
            } catch {
                note(error, at: position)
            }
        }
    }

    /// Lists the children of each position: those of one parent are counted, then each is put where its parent's are.
    mutating func joinChildren() {
        for parent in parents where parent != ForestTables.none { childStarts[Int(parent) + 1] += 1 }
        for position in parents.indices { childStarts[position + 1] += childStarts[position] }
        childList = Array(repeating: 0, count: Int(childStarts[parents.count]))
        var next = childStarts
        for (position, parent) in parents.enumerated() where parent != ForestTables.none {
            childList[Int(next[Int(parent)])] = UInt32(position)
            next[Int(parent)] += 1
        }
    }

    /// Walks all trees from their roots, level by level: gives each object its kind, and finds what no root leads to.
    mutating func walkTrees() {
        var order: [UInt32] = []
        order.reserveCapacity(parents.count)
        for position in parents.indices where parents[position] == ForestTables.none && !bad.contains(position) {
            roots.append(position)
            order.append(UInt32(position))
        }
        var next = 0
        while next < order.count {
            let position = Int(order[next])
            next += 1
            let kind = kinds[position] & ~ForestTables.deltaBit
            for index in Int(childStarts[position])..<Int(childStarts[position + 1]) {
                kinds[Int(childList[index])] |= kind
                order.append(childList[index])
            }
        }
        treeSizes = Array(repeating: 0, count: parents.count)
        for position in order.reversed() {
            treeSizes[Int(position)] += 1
            let parent = parents[Int(position)]
            if parent != ForestTables.none { treeSizes[Int(parent)] += treeSizes[Int(position)] }
        }
        guard order.count < parents.count else { return }
        for position in parents.indices where treeSizes[position] == 0 && !bad.contains(position) {
            problems.append(
                ForestProblem(position: position, error: .corrupt("its deltas lead to no object, or in a circle")))
        }
    }

    private mutating func place(
        _ header: PackEntryHeader, _ bytes: Span<UInt8>, at position: Int
    ) throws(ObjectError) {
        if header.size < Int(ForestTables.none) {
            sizes[position] = UInt32(header.size)
        } else {
            sizes[position] = ForestTables.none
            largeSizes[position] = header.size
        }
        switch header.base {
        case .none(let kind):
            kinds[position] = kind.rawValue
        case .distance(let distance):
            kinds[position] = ForestTables.deltaBit
            let offset = pack.index.offsets[position]
            guard UInt64(distance) <= offset,
                let parent = pack.index.position(at: offset - UInt64(distance), before: position)
            else { throw .corrupt("a delta's base is no entry of the pack") }
            parents[position] = UInt32(parent)
        case .name:
            kinds[position] = ForestTables.deltaBit
            let name = bytes.extracting(header.length - pack.format.idLength..<header.length)
            if let parent = pack.index.position(of: name) {
                parents[position] = UInt32(parent)
            } else {
                externalBases[position] = ObjectID(name, format: pack.format)
            }
        }
    }

    private mutating func note(_ error: ObjectError, at position: Int) {
        bad.insert(position)
        problems.append(ForestProblem(position: position, error: error))
    }
}
