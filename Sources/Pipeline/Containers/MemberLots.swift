import Blobs
import Dispatch
import Scanning
import Synchronization

/// Small members of one file's containers, which the worker that unpacks them leaves to whoever is free.
///
/// That worker puts lots of them in line, and others take them. Before a container is done with, its worker takes what
/// is left, and waits for those that others have in hand: these search what is in memory, and wait for nobody. When too
/// much waits, nothing more is taken in, so a run in which nobody is free is as one with one worker.
final class MemberLots: Sendable {
    /// Lots that may wait, and bytes of all of them but the last.
    private static let mostWaiting = 8
    private static let mostWaitingBytes = 4 << 20

    private struct State {
        var waiting: [MemberLot] = []
        var waitingBytes = 0

        /// Lots that others have in hand.
        var taken = 0

        /// What others have come to since it was last asked for.
        var outcome = MemberLot.Outcome()

        /// Whether somebody waits for the last of the lots that are taken.
        var isAwaited = false
    }

    let ignoresPath: Bool
    private let queue: WorkQueue
    private let state = Mutex(State())
    private let wakeUp = DispatchSemaphore(value: 0)

    /// - Parameter queue: through which others learn of the lots.
    init(queue: WorkQueue, ignoresPath: Bool) {
        self.queue = queue
        self.ignoresPath = ignoresPath
    }

    /// Puts a lot in line.
    ///
    /// - Returns: `false` when too many wait: the caller then searches it itself.
    func put(_ lot: MemberLot) -> Bool {
        state.withLock { state in
            guard state.waiting.count < Self.mostWaiting, state.waitingBytes < Self.mostWaitingBytes else {
                return false
            }
            state.waiting.append(lot)
            state.waitingBytes += lot.bytes.count
            queue.offer(.members(self), to: 1)
            return true
        }
    }

    /// The next lot for a worker that helps, which must hand in what it comes to.
    func take() -> MemberLot? {
        state.withLock { state in
            guard let lot = popFirst(&state) else { return nil }
            state.taken += 1
            return lot
        }
    }

    /// Takes what a lot has come to that was taken.
    func handIn(_ outcome: MemberLot.Outcome) {
        let isLast = state.withLock { state in
            state.outcome.merge(outcome)
            state.taken -= 1
            guard state.isAwaited, state.taken == 0 else { return false }
            state.isAwaited = false
            return true
        }
        if isLast { wakeUp.signal() }
    }

    /// The next lot for the worker that has put them in; waits for what others have in hand when there is none.
    ///
    /// - Returns: `nil` once all are done.
    func takeBack() -> MemberLot? {
        let (lot, waits) = state.withLock { state in
            let lot = popFirst(&state)
            state.isAwaited = lot == nil && state.taken > 0
            return (lot, state.isAwaited)
        }
        if waits { wakeUp.wait() }
        return lot
    }

    /// What others have come to, once all is done.
    func takeOutcome() -> MemberLot.Outcome {
        state.withLock { state in
            defer { state.outcome = MemberLot.Outcome() }
            return state.outcome
        }
    }

    private func popFirst(_ state: inout State) -> MemberLot? {
        guard !state.waiting.isEmpty else { return nil }
        let lot = state.waiting.removeFirst()
        state.waitingBytes -= lot.bytes.count
        if state.waiting.isEmpty { queue.withdraw(.members(self)) }
        return lot
    }
}
