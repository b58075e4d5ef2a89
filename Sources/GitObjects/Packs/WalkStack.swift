// Beyond the budget, the lowest frames lose their bytes: they are needed last. To make them again costs the way from
// the nearest ancestor that still has its bytes; a pack that is made so that this never ends runs into a limit.

/// The objects of a walk whose children are still to come, each with its bytes as long as there is room.
struct WalkStack {
    private var frames: [WalkFrame] = []

    /// Memory of the frames' objects.
    private var heldBytes = 0

    /// Bytes that were made again since the stack was empty, and how many may be.
    private var rebuiltBytes = 0
    private static let rebuiltLimit = 16 << 30

    var count: Int { frames.count }

    mutating func removeAll() {
        frames.removeAll(keepingCapacity: true)
        heldBytes = 0
        rebuiltBytes = 0
    }

    /// - Precondition: the position has children.
    mutating func push(_ position: Int, _ bytes: ByteBlock, _ builder: inout TreeBuilder) {
        frames.append(WalkFrame(position, bytes: bytes, in: builder.forest))
        hold(bytes, &builder)
    }

    mutating func pop(_ builder: inout TreeBuilder) {
        drop(frames.count - 1, &builder)
        frames.removeLast()
    }

    /// The next child of the top, and whether it is its last one.
    ///
    /// - Precondition: the stack is not empty.
    mutating func nextChild(in forest: PackForest) -> (position: Int, isLast: Bool) {
        frames[frames.count - 1].nextChild(in: forest)
    }

    /// The object at the top, made again if it was dropped.
    ///
    /// - Precondition: the stack is not empty.
    mutating func topBytes(_ builder: inout TreeBuilder) throws(ObjectError) -> ByteBlock {
        let top = frames.count - 1
        if let bytes = frames[top].bytes { return bytes }
        let bytes = try rebuild(top, &builder)
        frames[top].bytes = bytes
        hold(bytes, &builder)
        return bytes
    }

    private mutating func hold(_ bytes: ByteBlock, _ builder: inout TreeBuilder) {
        heldBytes += bytes.capacity
        var lowest = 0
        while heldBytes > builder.budget.stackBytes, lowest < frames.count - 1 {
            drop(lowest, &builder)
            lowest += 1
        }
    }

    private mutating func drop(_ index: Int, _ builder: inout TreeBuilder) {
        guard let bytes = frames[index].bytes.take() else { return }
        heldBytes -= bytes.capacity
        builder.recycle(bytes)
    }

    /// Makes an object again, from the nearest ancestor in the stack that has its bytes, or from the root.
    private mutating func rebuild(_ index: Int, _ builder: inout TreeBuilder) throws(ObjectError) -> ByteBlock {
        var way = [frames[index].position]
        var frame = index - 1
        var nearest: ByteBlock?
        while let parent = builder.forest.parent(of: way[way.count - 1]) {
            if frame >= 0, frames[frame].position == parent {
                nearest = frames[frame].bytes
                frame -= 1
                if nearest != nil { break }
            }
            way.append(parent)
        }
        var current: ByteBlock
        var isOurs = false
        if let nearest {
            current = nearest
        } else {
            current = try builder.root(way.removeLast())
            isOurs = true
        }
        while let position = way.popLast() {
            let size = try builder.prepare(position, base: current)
            rebuiltBytes += size
            guard rebuiltBytes <= Self.rebuiltLimit else { throw .tooLarge(size: size) }
            let made = try builder.finish(current)
            if isOurs { builder.recycle(current) }
            (current, isOurs) = (made, true)
        }
        return current
    }
}
