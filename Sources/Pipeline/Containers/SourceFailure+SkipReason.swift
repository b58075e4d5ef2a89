import Containers
import Findings

extension SkipReason {
    /// The reason that a failure of a container, or of what it is read from, is reported under; `nil` where the run's
    /// own reason to stop is to be told.
    static func explaining(_ failure: SourceFailure) -> (reason: SkipReason, note: String)? {
        switch failure {
        case .container(let error): explaining(error)
        case .limit(let limit): explaining(limit)
        case .stopped: nil
        case .system(let number, let offset):
            (.ioError, (number == 0 ? "reading failed" : SystemError.text(number)) + " at byte \(offset)")
        }
    }

    static func explaining(_ error: ContainerError) -> (reason: SkipReason, note: String) {
        switch error {
        case .truncated(let text): (.archiveTruncated, text)
        case .damaged(let text): (.archiveDamaged, text)
        case .unsupported(let text): (.archiveUnsupported, text)
        case .encrypted: (.encrypted, "")
        case .outOfMemory: (.memory, "a decompressor got no memory")
        case .unavailable: (.ioError, "libarchive.so.13 cannot be loaded: install it (Debian: libarchive13)")
        case .source: (.ioError, "reading failed")
        }
    }

    static func explaining(_ limit: ContainerLimit) -> (reason: SkipReason, note: String) {
        switch limit {
        case .depth: (.depth, "")
        case .members: (.memberCount, "")
        case .memory: (.memory, "too large to be read inside another container; use --decoder-memory")
        case .bytes(let count): (.expandedBytes, "after \(count) bytes")
        case .ratio(let count): (.expansionRatio, "after \(count) bytes")
        }
    }
}
