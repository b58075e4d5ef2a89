import Dispatch
import Inputs
import Synchronization

/// What waits to be done: folders to list, last in first out, and files to read.
///
/// Files are taken first, so that few names wait. Nobody waits for room: what does not fit goes back to the worker
/// that brought it. A worker waits only when there is nothing to do while others may still find something.
final class WorkQueue: Sendable {
    /// Entries of one folder that wait.
    struct Batch: Sendable {
        let folder: FolderContext
        var names: EntryBatch
    }

    enum Item: Sendable {
        /// Files to read.
        case files(Batch)

        /// A folder to list: one of `folder`'s.
        case listing(FolderContext, EntryName)

        /// A symbolic link to follow.
        case link(DeferredLink)

        /// Something to help with. It stays in line for others.
        case share(SharedWork)

        /// Something that the user named.
        case target(Target)
    }

    /// Bytes of file names that may wait.
    static let capacity = 1 << 20

    private struct State {
        var files: [Batch] = []
        var fileBytes = 0
        var folders: [Batch] = []

        /// What workers are at, and others can help with.
        var shares: [SharedWork] = []
        var first: Item?

        /// Workers that have begun, and those of them that wait.
        var joined = 0
        var idle = 0

        /// Waiting workers that were called and have not come yet. A signal without a ticket is a left-over.
        var tickets = 0
        var isFinished = false
    }

    private let state: Mutex<State>
    private let wakeUp = DispatchSemaphore(value: 0)
    /// Where targets come from, one at a time; asked only when nothing else waits.
    private let targets: Mutex<@Sendable () -> Target?>

    /// - Parameter nextTarget: gives the targets in order, then `nil` for ever. Never called twice at once.
    init(nextTarget: @escaping @Sendable () -> Target?) {
        state = Mutex(State())
        targets = Mutex(nextTarget)
    }

    /// Begins another round with one thing to do, once all workers have finished.
    func begin(with item: Item) {
        state.withLock { $0 = State(first: item) }
    }

    /// Puts files in line.
    ///
    /// - Returns: `false` when there is no room: the caller then reads them itself.
    func push(files batch: Batch) -> Bool {
        let (taken, wakes) = state.withLock { state in
            guard state.fileBytes < Self.capacity else { return (false, 0) }
            state.fileBytes += batch.names.byteCount
            state.files.append(batch)
            return (true, Self.wake(1, in: &state))
        }
        for _ in 0..<wakes { wakeUp.signal() }
        return taken
    }

    /// Puts folders in line.
    func push(folders batch: Batch) {
        guard !batch.names.isEmpty else { return }
        let wakes = state.withLock { state in
            state.folders.append(batch)
            return Self.wake(batch.names.count, in: &state)
        }
        for _ in 0..<wakes { wakeUp.signal() }
    }

    /// Tells workers that have nothing else to do what they can help with, until it is withdrawn.
    ///
    /// - Parameter helpers: how many of those that wait to wake, at most.
    func offer(_ work: SharedWork, to helpers: Int = .max) {
        let wakes = state.withLock { state in
            if !state.shares.contains(where: work.isSame) { state.shares.append(work) }
            return Self.wake(helpers, in: &state)
        }
        for _ in 0..<wakes { wakeUp.signal() }
    }

    func withdraw(_ work: SharedWork) {
        state.withLock { $0.shares.removeAll(where: work.isSame) }
    }

    /// The next thing to do; waits while other workers may still find some. `nil` when all is done.
    func next() -> Item? {
        while true {
            if let item = state.withLock({ Self.take(from: &$0) }) { return item }
            if let target = targets.withLock({ $0() }) { return .target(target) }
            let (item, isFinished) = state.withLock { state -> (Item?, Bool) in
                if let item = Self.take(from: &state) { return (item, false) }
                state.idle += 1
                if state.idle == state.joined { state.isFinished = true }
                return (nil, state.isFinished)
            }
            if let item { return item }
            if isFinished {
                // Every worker that waits gets its turn to see this.
                wakeUp.signal()
                return nil
            }
            guard waitForTicket() else { return nil }
        }
    }

    /// Waits until there is something to do. Returns `false` when all is done.
    private func waitForTicket() -> Bool {
        while true {
            wakeUp.wait()
            let (isCalled, isFinished) = state.withLock { state in
                guard !state.isFinished, state.tickets > 0 else { return (false, state.isFinished) }
                state.tickets -= 1
                return (true, false)
            }
            if isCalled { return true }
            if isFinished {
                // Every worker that waits gets its turn to see this.
                wakeUp.signal()
                return false
            }
        }
    }

    /// Says that a worker begins.
    ///
    /// - Returns: `false` when all is done already, and the worker is not needed.
    func join() -> Bool {
        state.withLock { state in
            guard !state.isFinished else { return false }
            state.joined += 1
            return true
        }
    }

    /// Says that a worker that has joined cannot go on, so that the others do not wait for it.
    func leave() {
        let isFinished = state.withLock { state in
            state.joined -= 1
            if state.idle == state.joined { state.isFinished = true }
            return state.isFinished
        }
        if isFinished { wakeUp.signal() }
    }

    /// Takes idle workers out of the count before they are woken, so that they cannot be taken for finished.
    private static func wake(_ count: Int, in state: inout State) -> Int {
        let woken = min(count, state.idle)
        state.idle -= woken
        state.tickets += woken
        return woken
    }

    private static func take(from state: inout State) -> Item? {
        if let batch = state.files.popLast() {
            state.fileBytes -= batch.names.byteCount
            return .files(batch)
        }
        guard let last = state.folders.indices.last else {
            return state.first.take() ?? state.shares.last.map { .share($0) }
        }
        var name = EntryName()
        let isTaken = state.folders[last].names.popLast(into: &name)
        let folder = state.folders[last].folder
        if state.folders[last].names.isEmpty { state.folders.removeLast() }
        return isTaken ? .listing(folder, name) : nil
    }
}
