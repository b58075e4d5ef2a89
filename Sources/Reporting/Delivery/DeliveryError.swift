import Blobs

/// Why a report cannot be, or was not, delivered.
public struct DeliveryError: Error, Hashable, Sendable {
    public enum Cause: Hashable, Sendable {
        /// The target is a symbolic link: someone else may have planted it.
        case symbolicLink
        case directory
        /// The folder of the target does not exist.
        case missingFolder
        /// The target exists and is neither a file nor something to write through, such as a socket.
        case unsupportedKind
        /// Another run is writing a report to the same target.
        case beingWritten
        /// A further file of a split report would replace a file that is no part of such a report.
        case foreignFile
        /// The operating system refused.
        case system(operation: Operation, errorNumber: Int32)
    }

    public enum Operation: String, Hashable, Sendable {
        case open, write, synchronise, rename, close
    }

    /// The file that was named, or `nil` for standard output.
    public let target: RawPath?
    public let cause: Cause

    public init(target: RawPath?, cause: Cause) {
        self.target = target
        self.cause = cause
    }

    /// Whether the target itself is at fault: found before a scan, it means exit status 2, refused.
    ///
    /// Everything else is the environment's fault and means 5, not delivered.
    public var isRefusal: Bool {
        switch cause {
        case .symbolicLink, .directory, .missingFolder, .unsupportedKind, .beingWritten: true
        case .foreignFile, .system: false
        }
    }
}

extension DeliveryError: CustomStringConvertible {
    /// One line for standard error.
    public var description: String {
        let name = target.map { DisplayText.name($0.bytes) } ?? "standard output"
        switch cause {
        case .symbolicLink: return "\(name): a report is never written through a symbolic link; name its target"
        case .directory: return "\(name): is a directory; name a file in it"
        case .missingFolder: return "\(name): its folder does not exist; create the folder first"
        case .unsupportedKind: return "\(name): not a file, pipe or device"
        case .beingWritten: return "\(name): another run is writing its report there; wait for it or name another file"
        case .foreignFile: return "\(name): the report needs this file too, and it holds something else; move it away"
        case .system(let operation, let errorNumber):
            return "\(name): report not delivered: cannot \(operation.rawValue): \(SystemCall.text(of: errorNumber))"
        }
    }
}
