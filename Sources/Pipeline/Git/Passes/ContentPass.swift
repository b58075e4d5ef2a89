import Blobs
import Findings
import GitObjects
import Scanning

/// What one worker does with the content of objects: searches it, and takes note of commits and tags.
///
/// Blobs go by their contents alone: under which paths they stand, and in which commits, is asked for those in which
/// something was found, once all have been searched.
struct ContentPass: ForestVisitor, ~Copyable {
    typealias Note = BlobMemory

    /// What all workers together have found out.
    struct Outcome: Sendable {
        var result = RunResult()
        var found: [FoundObject] = []
        var commits: [CommitTable.Record] = []

        /// What each annotated tag points to.
        var tags: [UInt32: ObjectID] = [:]

        /// Loose trees, which are looked at later.
        var looseTrees: [Int] = []

        /// Parents and trees of commits, and targets of tags, that are not there.
        var missing: Set<ObjectID> = []

        /// The names of objects in which there was nothing at all, one behind the other, where somebody remembers them.
        var cleanTexts: [UInt8] = []

        mutating func merge(_ other: Outcome) {
            result.merge(other.result)
            found += other.found
            commits += other.commits
            tags.merge(other.tags) { first, _ in first }
            looseTrees += other.looseTrees
            missing.formUnion(other.missing)
            cleanTexts += other.cleanTexts
        }
    }

    /// Which objects are read, and what for.
    enum Part {
        /// All that are not known, to be searched.
        case unknown
        /// Commits and tags that are known, by pack, for what they say about others.
        case knownTexts([WalkSelection?])
    }

    private let selections: [WalkSelection?]?

    /// Whether only what is known is read, and not searched again.
    private let readsKnown: Bool

    /// Whether the object in hand is what could be saved of a damaged one.
    private var isSalvaged = false
    let run: HistoryState
    var outcome = Outcome()
    private var scanner: Scanner
    private var feeder: SegmentFeeder
    private var opener: ObjectOpener

    /// Whether the object in hand is something to be opened: what is in it is not remembered.
    private var isOpened = false
    private var progress = Progress.Share()

    init(_ run: HistoryState, part: Part = .unknown) throws {
        self.run = run
        switch part {
        case .unknown: (selections, readsKnown) = (run.known?.unknown, false)
        case .knownTexts(let texts): (selections, readsKnown) = (texts, true)
        }
        scanner = try Scanner(run.rules, options: run.settings.scanning)
        feeder = SegmentFeeder(context: run.rules.context, chunkSize: SegmentFeeder.defaultChunkSize)
        opener = ObjectOpener(run.opening)
    }

    var shouldStop: Bool { run.stop.reason != nil }

    /// Works until no objects are left.
    consuming func work(from queue: ObjectQueue) -> Outcome {
        var reader = ObjectReader(run.opened.store)
        var walkers = PackWalkers(run.opened, selections: selections)
        while let lot = queue.take() {
            switch lot {
            case .roots(let pack, let range):
                walkers.use(pack) { walker in
                    for root in run.contentRoots[pack][range] { walker.walk(root: root, visitor: &self) }
                }
            case .loose(let range):
                for index in range { read(looseAt: index, with: &reader) }
            }
            run.progress.add(progress)
            progress = Progress.Share()
        }
        outcome.result.add(scanner.counts)
        outcome.result.merge(opener.finish())
        return outcome
    }

    // MARK: Objects of packs

    mutating func visit(
        _ object: PackedObject, content: Span<UInt8>, base: borrowing BlobMemory?, copies: [CopiedRange]
    ) -> BlobMemory {
        let number = run.opened.numbers.number(ofPack: object.pack.number, position: object.position)
        return take(object.id, object.kind, number: number, content: content, base: copy base, copies: copies)
    }

    mutating func visit(stream object: PackedObject, _ source: inout InflatingSource) {
        let number = run.opened.numbers.number(ofPack: object.pack.number, position: object.position)
        take(stream: object.id, number: number, &source)
    }

    mutating func fail(_ object: PackedObject, _ error: ObjectError) {
        fail(object.id, object.kind, error)
    }

    // MARK: Loose objects

    private mutating func read(looseAt index: Int, with reader: inout ObjectReader) {
        guard !shouldStop else { return }
        let object = run.opened.numbers.loose[index]
        if let known = run.known, known.contains(object.id) != readsKnown { return }
        let number = run.opened.numbers.number(ofLoose: index)
        do throws(ObjectError) {
            let salvaged = try reader.readSalvaging(object)
            if salvaged.kind == .tree, salvaged.problem == nil { return outcome.looseTrees.append(index) }
            let kind = salvaged.kind ?? .blob
            if let problem = salvaged.problem { fail(object.id, kind, problem) }
            isSalvaged = salvaged.problem != nil
            defer { isSalvaged = false }
            reader.withContent { content in
                _ = take(object.id, kind, number: number, content: content, base: nil, copies: [])
            }
        } catch {
            guard case .tooLarge = error else { return fail(object.id, .blob, error) }
            read(largeAt: index, with: reader)
        }
    }

    /// Reads a loose object that is too large for memory, piece by piece.
    private mutating func read(largeAt index: Int, with reader: borrowing ObjectReader) {
        let object = run.opened.numbers.loose[index]
        do throws(ObjectError) {
            var stream = try reader.open(loose: object)
            guard stream.kind == .blob else { throw .tooLarge(size: stream.size ?? 0) }
            take(stream: object.id, number: run.opened.numbers.number(ofLoose: index), &stream)
        } catch {
            fail(object.id, .blob, error)
        }
    }

    // MARK: Contents

    private mutating func take(
        _ id: ObjectID, _ kind: ObjectKind, number: UInt32, content: Span<UInt8>, base: BlobMemory?,
        copies: [CopiedRange]
    ) -> BlobMemory {
        guard !readsKnown else {
            if kind == .commit { note(commit: content, number: number) }
            if kind == .tag { note(tag: content, number: number) }
            return .none
        }
        var (report, memory): (BlobReport, BlobMemory)
        switch kind {
        case .blob, .tree:
            let base = run.settings.searchesWhole ? nil : base
            (report, memory) = scanner.scan(version: content, of: base, copies: copies) {
                Self.provenance(kind, id)
            }
            isOpened =
                kind == .blob && opener.open(content, at: Self.provenance(kind, id), adding: &report)
        case .commit, .tag:
            // Few of them are deltas. The names of other objects, with which they begin, are no text.
            report = scanner.scan(textOf: content, ignoresPath: true) { Self.provenance(kind, id) }
            memory = .none
            if kind == .commit { note(commit: content, number: number) } else { note(tag: content, number: number) }
        }
        conclude(BlobOutcome(report: report, end: .complete(bytes: content.count)), id, kind, number: number)
        return memory
    }

    private mutating func take(stream id: ObjectID, number: UInt32, _ source: inout InflatingSource) {
        let stop = run.stop
        let end = feeder.feed(
            &source, to: &scanner, ignoresPath: true, limit: nil, shouldStop: { stop.reason != nil }
        ) { Self.provenance(.blob, id) }
        let report = scanner.finish { Self.provenance(.blob, id) }
        isOpened = feeder.format != nil
        // What is larger than memory allows is read once, as it stands.
        conclude(
            BlobOutcome(report: report, end: end), id, .blob, number: number,
            change: isOpened ? SkipReason.explaining(.memory) : nil)
    }

    /// Ends the unit that an object is.
    private mutating func conclude(
        _ blob: BlobOutcome, _ id: ObjectID, _ kind: ObjectKind, number: UInt32,
        change: (reason: SkipReason, note: String)? = nil
    ) {
        defer { isOpened = false }
        let report = blob.report
        outcome.result.coverage.see()
        progress.add(bytes: blob.bytes, findings: report.findings.count)
        outcome.result.end(blob, stopReason: run.stop.reason, change: change) { Self.provenance(kind, id) }
        if run.known != nil, blob.isClean, !isSalvaged, !isOpened {
            if kind == .blob { outcome.result.clean += id.bytes } else { outcome.cleanTexts += id.bytes }
        }
        guard !report.findings.isEmpty || !report.unreported.isEmpty || report.dropped != DropCounts() else { return }
        outcome.result.takeRest(of: report)
        if !report.findings.isEmpty {
            outcome.found.append(FoundObject(id: id, kind: kind, number: number, findings: report.findings))
        }
    }

    private mutating func fail(_ id: ObjectID, _ kind: ObjectKind, _ error: ObjectError) {
        outcome.result.skip(
            Diagnostic(reason: error.reason, provenance: Self.provenance(kind, id), note: error.note))
    }

    private mutating func note(commit content: Span<UInt8>, number: UInt32) {
        let numbers = run.opened.numbers
        do throws(ObjectParseError) {
            let commit = try Commit(content, format: run.repository.format)
            let tree = numbers.number(of: commit.tree)
            if tree == nil { outcome.missing.insert(commit.tree) }
            let isShallow = run.isShallow(number)
            let parents = commit.parents.compactMap { id in
                let parent = numbers.number(of: id)
                if parent == nil, !isShallow { outcome.missing.insert(id) }
                return parent
            }
            outcome.commits.append(
                CommitTable.Record(
                    number: number, tree: tree, parents: parents, seconds: commit.committer.seconds))
        } catch {
            outcome.result.skip(
                Diagnostic(
                    reason: .corrupt, provenance: Self.provenance(.commit, numbers.id(of: number)),
                    note: "a commit that cannot be read: \(error)"))
        }
    }

    private mutating func note(tag content: Span<UInt8>, number: UInt32) {
        guard let tag = try? Tag(content, format: run.repository.format) else { return }
        outcome.tags[number] = tag.object
        if run.opened.numbers.number(of: tag.object) == nil { outcome.missing.insert(tag.object) }
    }

    /// Where an object's content comes from, as long as no path is known.
    static func provenance(_ kind: ObjectKind, _ id: ObjectID) -> Provenance {
        let name = id.hexadecimal
        return Provenance(.file(RawPath("\(kind.name) \(name)")), .gitObject(kind: kind.name, id: name))
    }
}
