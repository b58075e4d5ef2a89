import Dispatch

/// Memory for containers that lie in others, in equal shares: a file gets one or waits, so what is found does not
/// depend on how many workers there are.
final class DecoderMemory: Sendable {
    private static let shares = 4

    /// How long to wait before asking whether the run goes on, in milliseconds.
    private static let patience = 100

    /// Bytes of a share.
    let share: Int

    private let free = DispatchSemaphore(value: shares)

    /// - Parameter bytes: of all shares together.
    init(bytes: Int) {
        share = bytes / Self.shares
    }

    /// Waits for a share. Nobody waits who has one, so all get theirs.
    ///
    /// - Returns: `false` when it is not wanted any more.
    func take(shouldStop: () -> Bool) -> Bool {
        while free.wait(timeout: .now() + .milliseconds(Self.patience)) == .timedOut {
            if shouldStop() { return false }
        }
        return true
    }

    func giveBack() { free.signal() }
}
