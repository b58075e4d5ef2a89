import Blobs
import Findings
import GitObjects
import Scanning

/// What one worker does with trees: takes their names, each once, and notes which trees hold which.
///
/// A tree that is a delta to another one has most of its entries from there, and only the others are read.
struct TreePass: ForestVisitor, ~Copyable {
    /// An entry of a tree, for those that are deltas to it.
    struct Entry {
        /// Where it starts and ends in the tree, in bytes.
        var start: UInt32
        var end: UInt32

        /// The number of its name.
        var name: UInt32

        /// The number of the tree that it names, or of the object that somebody asked about; else `none`.
        var target: UInt32

        static let none = UInt32.max
    }

    typealias Note = [Entry]

    struct Outcome: Sendable {
        var result = RunResult()
        var parts: [(part: TreeGraph.Part, names: [[UInt8]])] = []

        /// Names in which something was found, and the numbers that stand for them in the graph.
        var names: [NameTable.Found] = []

        /// Objects that trees name and that are not there.
        var missing: Set<ObjectID> = []

        /// The names of trees without anything in the names of their entries, where somebody remembers them.
        var clean: [UInt8] = []

        /// Gives up the parts of the graph, which are large.
        mutating func takeParts() -> [(part: TreeGraph.Part, names: [[UInt8]])] {
            defer { parts = [] }
            return parts
        }

        mutating func merge(_ other: Outcome) {
            result.merge(other.result)
            parts += other.parts
            names += other.names
            missing.formUnion(other.missing)
            clean += other.clean
        }
    }

    private let run: HistoryState

    /// Whether trees are left out that are known.
    private let leavesOutKnown: Bool

    /// The objects that paths are asked for, by name.
    private let wanted: [ObjectID: UInt32]
    private let recordsEdges: Bool
    private var names: NameTable
    private var cache: NumberCache
    private var part = TreeGraph.Part()
    private var outcome = Outcome()
    private var progress = Progress.Share()

    init(
        _ run: HistoryState, wanted: [ObjectID: UInt32], goals: GoalNumbers, recordsEdges: Bool, leavesOutKnown: Bool
    ) throws {
        self.run = run
        self.leavesOutKnown = leavesOutKnown
        self.wanted = wanted
        self.recordsEdges = recordsEdges
        names = try NameTable(run.rules, options: run.settings.scanning, goalNumbers: goals)
        cache = NumberCache(run.opened.numbers)
    }

    var shouldStop: Bool { run.stop.reason != nil }

    consuming func work(from queue: ObjectQueue, looseTrees: [Int]) -> Outcome {
        var reader = ObjectReader(run.opened.store)
        var walkers = PackWalkers(run.opened, selections: leavesOutKnown ? run.known?.unknown : nil)
        while let lot = queue.take() {
            switch lot {
            case .roots(let pack, let range):
                walkers.use(pack) { walker in
                    for root in run.treeRoots[pack][range] { walker.walk(root: root, visitor: &self) }
                }
            case .loose(let range):
                for index in looseTrees[range] { read(looseAt: index, with: &reader) }
            }
            run.progress.add(progress)
            progress = Progress.Share()
        }
        outcome.names = names.found
        outcome.result.merge(names.finish())
        outcome.parts = [(part, names.names)]
        return outcome
    }

    mutating func visit(
        _ object: PackedObject, content: Span<UInt8>, base: borrowing [Entry]?, copies: [CopiedRange]
    ) -> [Entry] {
        let number = run.opened.numbers.number(ofPack: object.pack.number, position: object.position)
        return take(content, number: number, base: copy base ?? [], copies: copies) { object.id }
    }

    mutating func visit(stream object: PackedObject, _ source: inout InflatingSource) {
        preconditionFailure("only blobs are streamed")
    }

    mutating func fail(_ object: PackedObject, _ error: ObjectError) {
        skip(error.reason, error.note, object.id)
    }

    private mutating func read(looseAt index: Int, with reader: inout ObjectReader) {
        guard !shouldStop else { return }
        let object = run.opened.numbers.loose[index]
        do throws(ObjectError) {
            _ = try reader.read(object)
            let number = run.opened.numbers.number(ofLoose: index)
            reader.withContent { content in
                _ = take(content, number: number, base: [], copies: []) { object.id }
            }
        } catch {
            skip(error.reason, error.note, object.id)
        }
    }

    /// Reads a tree, and takes over from the base what is copied from there.
    private mutating func take(
        _ content: Span<UInt8>, number: UInt32, base: [Entry], copies: [CopiedRange], id: () -> ObjectID
    ) -> [Entry] {
        var entries: [Entry] = []
        entries.reserveCapacity(base.count + 4)
        var steps = TreeEntries(format: run.repository.format)
        var copied = CopiedEntries(base, copies: copies)
        while true {
            copied.takeOver(at: &steps, into: &entries)
            let start = steps.position
            guard let entry = steps.next(in: content) else { break }
            entries.append(meet(entry, start: start, end: steps.position, in: content))
        }
        if recordsEdges || !names.found.isEmpty {
            for entry in entries {
                if entry.target != Entry.none { part.add(child: entry.target, name: entry.name) }
                if let goal = names.goal(ofName: entry.name) { part.add(child: goal, name: entry.name) }
            }
            part.endTree(number)
        }
        progress.add(bytes: content.count, findings: 0)
        if case .broken(let offset) = steps.ending {
            skip(.corrupt, "a tree that cannot be read from byte \(offset) on", id())
        } else {
            outcome.result.coverage.see()
            outcome.result.coverage.examine(bytes: content.count)
            if run.known != nil, entries.allSatisfy({ names.isClean($0.name) }) { outcome.clean += id().bytes }
        }
        return entries
    }

    /// Looks at an entry that no base has.
    private mutating func meet(_ entry: TreeEntry, start: Int, end: Int, in content: Span<UInt8>) -> Entry {
        let name = names.number(of: content.extracting(entry.name))
        var target = Entry.none
        if !entry.isGitlink {
            let id = entry.id(in: content, format: run.repository.format)
            let number = cache.number(of: id)
            if number == nil { outcome.missing.insert(id) }
            if entry.isTree { target = number ?? Entry.none } else { target = wanted[id] ?? Entry.none }
        }
        return Entry(start: UInt32(start), end: UInt32(end), name: name, target: target)
    }

    private mutating func skip(_ reason: SkipReason, _ note: String, _ id: ObjectID) {
        outcome.result.skip(
            Diagnostic(reason: reason, provenance: ContentPass.provenance(.tree, id), note: note))
    }
}
