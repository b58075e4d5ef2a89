import Blobs

/// When and how a run went. This is the only part of a report that differs between two runs over the same input.
public struct RunDescription: Sendable {
    public enum State: String, Hashable, Sendable {
        /// Every byte in scope was examined by every enabled rule.
        case complete
        /// Something in scope was not examined, and the user did not accept that.
        case incomplete
        /// A signal ended the run.
        case interrupted
    }

    public let state: State

    /// The reasons of `state`, in order; those that the user accepts are not among them.
    public let incompleteReasons: [SkipReason]

    /// The reasons that the user accepts with `--accept-incomplete`.
    public let acceptedReasons: Set<SkipReason>

    /// Seconds since 1970-01-01T00:00:00Z.
    public let startedAt: Int
    public let elapsedSeconds: Double
    public let workers: Int

    /// What the user named, in the user's spelling.
    public let targets: [RawPath]

    public init(
        state: State, incompleteReasons: [SkipReason], acceptedReasons: Set<SkipReason>, startedAt: Int,
        elapsedSeconds: Double, workers: Int, targets: [RawPath]
    ) {
        self.state = state
        self.incompleteReasons = incompleteReasons
        self.acceptedReasons = acceptedReasons
        self.startedAt = startedAt
        self.elapsedSeconds = elapsedSeconds
        self.workers = workers
        self.targets = targets
    }
}
