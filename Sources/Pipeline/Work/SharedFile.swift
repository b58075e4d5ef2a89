import Blobs
import Findings
import Inputs
import Scanning
import Synchronization

/// A large file that several workers search at once, core by core.
///
/// Workers take cores in order and hand in what they found in any order. It is committed to the file's report in order,
/// by whoever hands in what was missing; the worker that commits the last core goes on with the rest of the file, and
/// ends it. So nobody waits for anybody, and whatever is unusual about the end of a file (it has grown, it cannot be
/// read, the run stops) is met by the code that reads files alone.
final class SharedFile: Sendable {
    /// Files with fewer cores are not worth sharing.
    static let leastCores = 4

    /// Bytes of matches that may wait for a core in front of theirs. Workers that are further ahead find other work.
    static let defaultWaitingLimit = 4 << 20

    private struct State: ~Copyable {
        /// The number of the next core to be taken, and of the first one that is left for the end.
        var next = 0
        var end: Int

        /// The number of the next core to be committed, what waits for it, and the bytes of that.
        var committed = 0
        var waiting: [Int: SegmentMatches] = [:]
        var waitingBytes = 0

        /// The report; `nil` while a worker commits to it, and when one has taken it to end the file.
        var resolver: BlobResolver?

        /// Whether the queue tells other workers about this file.
        var isOffered = false
    }

    /// What a worker is to do once it has handed something in.
    private enum Step: ~Copyable {
        case nothing
        case commit(SegmentMatches, to: BlobResolver)
        case end(BlobResolver)
    }

    let path: RawPath

    /// What it begins as, if that can be opened.
    let format: BlobFormat?
    let facts: FileFacts
    let cores: CoreRow

    /// Valid as long as this lives.
    let reader: PositionalReader

    private let source: Mutex<FileSource>
    private let state: Mutex<State>
    private let queue: WorkQueue
    private let waitingLimit: Int

    /// - Parameters:
    ///   - source: read up to the first core.
    ///   - reader: of that source.
    ///   - cores: what is shared, at least one.
    ///   - resolver: what was searched before came to this.
    init(
        _ source: consuming FileSource, reader: PositionalReader, path: RawPath, format: BlobFormat? = nil,
        cores: CoreRow,
        resolver: consuming BlobResolver, queue: WorkQueue, waitingLimit: Int = defaultWaitingLimit
    ) {
        precondition(cores.count > 0, "nobody would end the file")
        self.path = path
        self.format = format
        self.cores = cores
        self.reader = reader
        self.queue = queue
        self.waitingLimit = waitingLimit
        facts = source.facts
        self.source = Mutex(source)
        state = Mutex(State(end: cores.count, resolver: consume resolver))
    }

    /// The number of the next core to search; `nil` when there is none, or when too much waits already.
    ///
    /// Whoever takes a core must hand in what it comes to.
    func takeCore() -> Int? {
        state.withLock { state in
            defer { offer(&state) }
            guard canBeTaken(state) else { return nil }
            defer { state.next += 1 }
            return state.next
        }
    }

    /// Takes what a core came to; `nil` when it could not be searched: then the rest of the file starts there.
    ///
    /// - Returns: the report when all cores are done: the caller then ends the file, from `rest` on. `nil` for all
    ///   other callers.
    func handIn(_ found: consuming SegmentMatches?, of core: Int) -> BlobResolver? {
        keep(found, of: core)
        while true {
            switch nextStep() {
            case .nothing: return nil
            case .end(let resolver): return resolver
            case .commit(let found, var resolver):
                resolver.commit(found) { Provenance(.file(path)) }
                giveBack(resolver)
            }
        }
    }

    /// Where the rest of the file starts, once `handIn` has given up the report.
    var rest: Int {
        cores[state.withLock { $0.end }].lowerBound
    }

    /// Gives the source to the worker that ends the file.
    func withSource<Result>(_ body: (inout FileSource) -> Result) -> Result {
        source.withLock { body(&$0) }
    }

    private func keep(_ found: consuming SegmentMatches?, of core: Int) {
        let footprint = found?.footprint ?? 0
        state.withLock { state in
            if let found {
                state.waiting[core] = found
                state.waitingBytes += footprint
            } else {
                state.end = min(state.end, core)
            }
            offer(&state)
        }
    }

    private func nextStep() -> Step {
        state.withLock { state in
            guard let resolver = state.resolver.take() else { return .nothing }
            if state.committed == state.end {
                return .end(resolver)
            }
            guard let found = state.waiting.removeValue(forKey: state.committed) else {
                state.resolver = consume resolver
                return .nothing
            }
            state.committed += 1
            state.waitingBytes -= found.footprint
            offer(&state)
            return .commit(found, to: resolver)
        }
    }

    private func giveBack(_ resolver: consuming BlobResolver) {
        var given: BlobResolver? = resolver
        state.withLock { $0.resolver = given.take() }
    }

    private func canBeTaken(_ state: borrowing State) -> Bool {
        state.next < state.end && state.waitingBytes < waitingLimit
    }

    /// Tells other workers about the file as long as they can take cores of it.
    private func offer(_ state: inout State) {
        guard canBeTaken(state) != state.isOffered else { return }
        state.isOffered.toggle()
        if state.isOffered { queue.offer(.file(self)) } else { queue.withdraw(.file(self)) }
    }
}
