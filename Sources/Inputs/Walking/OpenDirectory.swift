import Synchronization

/// The open descriptor of a folder, shared by the cache and by all who are using it.
///
/// It is closed when the last of them lets go, so that evicting a folder never pulls it away from a worker.
final class OpenDirectory: Sendable {
    private let descriptor: Descriptor

    /// Whether somebody reads the entries through this descriptor, which has one position only.
    private let isPositionTaken = Atomic<Bool>(false)

    init(_ descriptor: consuming Descriptor) {
        self.descriptor = descriptor
    }

    /// Gives the position, which is at the first entry, to the first caller. Returns `false` to all others.
    func takePosition() -> Bool {
        !isPositionTaken.exchange(true, ordering: .relaxed)
    }

    /// Runs `body` with the number of the descriptor, which is open until it returns.
    ///
    /// There is no other way to the number: a reference may be released right after its last use, and the
    /// number would then stand for nothing, or for another file that was opened meanwhile.
    func withNumber<Result: ~Copyable>(_ body: (Int32) throws(InputError) -> Result) throws(InputError) -> Result {
        defer { withExtendedLifetime(self) {} }
        return try body(descriptor.number)
    }
}
