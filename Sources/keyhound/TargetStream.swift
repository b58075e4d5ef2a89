import Blobs
import Findings
import Inputs
import Pipeline
import Synchronization

/// Gives out targets one at a time, to any worker: a list of millions of paths is never held.
final class TargetStream: Sendable {
    private struct State: ~Copyable {
        var named: ArraySlice<Target>
        var list: PathList?
        var failure: Diagnostic?
    }

    private let state: Mutex<State>

    init(_ named: [Target], list: consuming sending PathList?) {
        state = Mutex(State(named: named[...], list: list, failure: nil))
    }

    /// The next target; `nil` when there is none left, or the list cannot be read further.
    func next() -> Target? {
        state.withLock { state in
            if let target = state.named.popFirst() { return target }
            do throws(InputError) {
                return try state.list?.next().map(Target.path)
            } catch {
                let (reason, note) = SkipReason.explaining(error)
                state.failure = Diagnostic(
                    reason: reason, provenance: Provenance(.file(RawPath("--files-from"))), note: note)
                state.list = nil
                return nil
            }
        }
    }

    /// Why the list ended early; `nil` if it did not.
    var failure: Diagnostic? { state.withLock { $0.failure } }
}
