// Depth first, with an explicit stack. A chain of n deltas needs two objects in memory and no stack at all; a tree of
// n objects needs at most log n frames, see WalkFrame.
//
//     visit the root; push it
//     while the stack is not empty:
//         child = the next child of the top; if it is the last one, the top goes
//         make the child from the top's bytes, which are made again if they were dropped
//         visit the child; push it if it has children

/// Visits all objects of one tree of a pack, each made from its base, parents before children. For one worker.
public struct ForestWalker: ~Copyable {
    private var builder: TreeBuilder
    private var stack = WalkStack()
    private var rootKind = ObjectKind.blob
    private var isExclusive = false
    private let selection: WalkSelection?

    /// - Parameter selection: which objects to visit; `nil` for all of them.
    public init(
        _ store: ObjectStore, pack: Pack, forest: PackForest, selection: WalkSelection? = nil,
        budget: MemoryBudget = MemoryBudget()
    ) {
        precondition(pack.count == forest.count, "the forest is of another pack")
        self.selection = selection
        builder = TreeBuilder(store, pack: pack, forest: forest, budget: budget)
    }

    /// Visits the tree of a root.
    ///
    /// - Precondition: `root` is one of the forest's roots.
    /// - Complexity: O(n) in the bytes of all objects; allocates only where an object is larger than those before.
    public mutating func walk<Visitor: ForestVisitor & ~Copyable>(root: Int, visitor: inout Visitor) {
        guard !visitor.shouldStop, selection?.isNeeded(root) ?? true else { return }
        stack.removeAll()
        var notes: [Visitor.Note?] = []
        do throws(ObjectError) {
            rootKind = .blob
            rootKind = try builder.kind(ofRoot: root)
            if try stream(root, visitor: &visitor) { return }
            if builder.forest.entrySize(of: root) > builder.budget.largeObject {
                alone { walker in walker.start(root, &notes, &visitor) }
            } else {
                start(root, &notes, &visitor)
            }
        } catch {
            failTree(root, error, &visitor)
        }
    }

    /// Visits a root that is better not taken into memory.
    ///
    /// - Returns: `false` when it is not such a one.
    private mutating func stream<Visitor: ForestVisitor & ~Copyable>(
        _ root: Int, visitor: inout Visitor
    ) throws(ObjectError) -> Bool {
        let (forest, budget) = (builder.forest, builder.budget)
        guard rootKind == .blob, let size = forest.size(of: root) else { return false }
        let hasChildren = forest.hasChildren(root)
        guard size > (hasChildren ? budget.objectBytes : budget.streamingThreshold) else { return false }
        var source = try builder.source(root)
        if selection?.isWanted(root) ?? true { visitor.visit(stream: object(root), &source) }
        for child in forest.children(of: root) { failTree(child, .tooLarge(size: size), &visitor) }
        return true
    }

    /// Visits the root and all below it.
    private mutating func start<Visitor: ForestVisitor & ~Copyable>(
        _ root: Int, _ notes: inout [Visitor.Note?], _ visitor: inout Visitor
    ) {
        do throws(ObjectError) {
            try visitRoot(root, &notes, &visitor)
            run(downTo: 0, &notes, &visitor)
        } catch {
            failTree(root, error, &visitor)
        }
    }

    /// Visits the root itself. Its bytes belong to the stack afterwards, and to nobody else: they may be dropped.
    private mutating func visitRoot<Visitor: ForestVisitor & ~Copyable>(
        _ root: Int, _ notes: inout [Visitor.Note?], _ visitor: inout Visitor
    ) throws(ObjectError) {
        let block = try builder.root(root)
        let note = present(root, block, base: nil, &visitor)
        guard builder.forest.hasChildren(root) else { return builder.recycle(block) }
        push(root, block, note, &notes)
    }

    private mutating func run<Visitor: ForestVisitor & ~Copyable>(
        downTo depth: Int, _ notes: inout [Visitor.Note?], _ visitor: inout Visitor
    ) {
        while stack.count > depth {
            guard !visitor.shouldStop else { return stack.removeAll() }
            visitNextChild(&notes, &visitor)
        }
    }

    private mutating func visitNextChild<Visitor: ForestVisitor & ~Copyable>(
        _ notes: inout [Visitor.Note?], _ visitor: inout Visitor
    ) {
        let (child, isLast) = stack.nextChild(in: builder.forest)
        guard selection?.isNeeded(child) ?? true else {
            if isLast {
                stack.pop(&builder)
                notes.removeLast()
            }
            return
        }
        do throws(ObjectError) {
            let base = try stack.topBytes(&builder)
            let size = try builder.prepare(child, base: base)
            guard size > builder.budget.largeObject, !isExclusive else {
                return try visitChild(child, base, isLast, &notes, &visitor)
            }
            let depth = isLast ? stack.count - 1 : stack.count
            try alone { (walker) throws(ObjectError) in
                try walker.visitChild(child, base, isLast, &notes, &visitor)
                walker.run(downTo: depth, &notes, &visitor)
            }
        } catch {
            failTree(child, error, &visitor)
            if isLast {
                stack.pop(&builder)
                notes.removeLast()
            }
        }
    }

    /// Makes a child that was prepared, and visits it. The frame of a last child is gone afterwards.
    private mutating func visitChild<Visitor: ForestVisitor & ~Copyable>(
        _ child: Int, _ base: ByteBlock, _ isLast: Bool, _ notes: inout [Visitor.Note?], _ visitor: inout Visitor
    ) throws(ObjectError) {
        let block = try builder.finish(base)
        // From here on nothing fails. The bytes of a base that nobody needs any more go before the visit.
        if isLast { stack.pop(&builder) }
        let note = present(child, block, base: notes[notes.count - 1], &visitor)
        if isLast { notes.removeLast() }
        if builder.forest.hasChildren(child) { push(child, block, note, &notes) } else { builder.recycle(block) }
    }

    private mutating func present<Visitor: ForestVisitor & ~Copyable>(
        _ position: Int, _ block: ByteBlock, base: Visitor.Note?, _ visitor: inout Visitor
    ) -> Visitor.Note? {
        guard selection?.isWanted(position) ?? true else { return nil }
        let object = object(position)
        return block.withBytes { visitor.visit(object, content: $0, base: base, copies: builder.copies) }
    }

    private mutating func push<Note>(_ position: Int, _ block: ByteBlock, _ note: Note?, _ notes: inout [Note?]) {
        notes.append(note)
        stack.push(position, block, &builder)
    }

    /// Tells of an object that cannot be had, and of all that are made from it.
    private func failTree<Visitor: ForestVisitor & ~Copyable>(
        _ position: Int, _ error: ObjectError, _ visitor: inout Visitor
    ) {
        var waiting = [position]
        while let next = waiting.popLast(), !visitor.shouldStop {
            if selection?.isWanted(next) ?? true { visitor.fail(object(next), error) }
            waiting.append(contentsOf: builder.forest.children(of: next))
        }
    }

    private func object(_ position: Int) -> PackedObject {
        PackedObject(pack: builder.pack, position: position, kind: rootKind)
    }

    /// Runs `body` while no other walk has large objects in memory.
    private mutating func alone<Failure>(
        _ body: (inout ForestWalker) throws(Failure) -> Void
    ) throws(Failure) {
        let budget = builder.budget
        isExclusive = true
        defer { isExclusive = false }
        try budget.exclusively { () throws(Failure) in try body(&self) }
    }
}
