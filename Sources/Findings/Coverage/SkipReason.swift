/// Why a unit of input was not examined, or not to its end.
public enum SkipReason: String, Hashable, Sendable, CaseIterable, Comparable {
    // Left out because nothing is there to read, or because the user or the documented scope says so.
    case fifo
    case socket
    case device
    case symbolicLink = "symbolic-link"
    case gitStore = "git-store"
    case excluded
    case alreadyExamined = "already-examined"
    case submodule
    case gitObjects = "git-objects"

    // In scope, and not examined: the result is incomplete.
    case unreadable
    case vanished
    case changedDuringScan = "changed-during-scan"
    case ioError = "error"
    case size = "limit:size"
    case memory = "limit:memory"
    case depth = "limit:depth"
    case memberCount = "limit:count"
    case expandedBytes = "limit:bytes"
    case expansionRatio = "limit:ratio"
    case encrypted
    case archiveTruncated = "archive:truncated"
    case archiveDamaged = "archive:damaged"
    case archiveUnsupported = "archive:unsupported"
    case ruleLimit = "rule-limit"
    case ruleBudget = "rule-budget"
    case decoding = "limit:decoding"
    case timeout
    case interrupted
    case corrupt
    case missingObjects = "missing-objects"
    case shallow
    case emptyRange = "empty-range"

    /// Whether a skip for this reason leaves the result incomplete.
    public var isIncomplete: Bool {
        switch self {
        case .fifo, .socket, .device, .symbolicLink, .gitStore, .excluded, .alreadyExamined, .submodule, .gitObjects:
            false
        case .unreadable, .vanished, .changedDuringScan, .ioError, .size, .memory, .depth, .memberCount, .expandedBytes,
            .expansionRatio, .encrypted, .archiveTruncated, .archiveDamaged, .archiveUnsupported, .ruleLimit,
            .ruleBudget, .decoding,
            .timeout, .interrupted, .corrupt, .missingObjects, .shallow, .emptyRange:
            true
        }
    }

    /// Whether `--accept-incomplete` may name this reason. An error is never acceptable.
    public var isAcceptable: Bool {
        isIncomplete && ![.ioError, .interrupted, .corrupt].contains(self)
    }

    /// One clause for people.
    public var explanation: String {
        switch self {
        case .fifo: "named pipes hold no stored content"
        case .socket: "sockets hold no stored content"
        case .device: "devices are never opened"
        case .symbolicLink: "symbolic links are not followed (their targets' names were scanned); use --follow"
        case .gitStore: "git's object store: its history was not scanned; use --with-git, or keyhound git"
        case .gitObjects: "git's object store: read as objects, not as files"
        case .excluded: "left out on request"
        case .alreadyExamined: "the same folder or file was examined under another name"
        case .submodule: "a repository of its own, which is not here: nothing of it could be scanned"
        case .unreadable: "permission denied"
        case .vanished: "gone before it could be read"
        case .changedDuringScan: "changed while it was read"
        case .ioError: "reading failed"
        case .size: "larger than the size limit"
        case .memory: "the memory limit was reached"
        case .depth: "containers lie too deep in each other; use --max-depth"
        case .memberCount: "more members than are read of one file"
        case .expandedBytes: "the file expands to more bytes than are read; use --max-expanded"
        case .expansionRatio: "the file expands to more than 200 times its size; use --max-expanded"
        case .encrypted: "encrypted: it cannot be read without the password"
        case .archiveTruncated: "the archive ends early"
        case .archiveDamaged: "the archive is damaged"
        case .archiveUnsupported: "packed in a way that is not known here"
        case .ruleLimit: "a pattern reached its match limit"
        case .ruleBudget: "a rule reached its time budget"
        case .decoding: "text was encoded more often, or more of it, than is decoded"
        case .timeout: "the time limit was reached"
        case .interrupted: "the scan was interrupted"
        case .corrupt: "the repository is damaged"
        case .missingObjects: "objects that the repository should hold are not there"
        case .shallow: "the history is cut off: older commits are not here"
        case .emptyRange: "no commit is in this range: nothing was examined"
        }
    }

    public static func < (left: SkipReason, right: SkipReason) -> Bool {
        left.rawValue < right.rawValue
    }
}
