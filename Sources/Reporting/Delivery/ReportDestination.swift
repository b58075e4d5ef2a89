import Blobs
import Findings
import Glibc

/// Where the user wants the report: standard output, or what `-o` names.
///
/// Make one before the scan starts, and before any other file is opened: a target that cannot take a report is then
/// refused while nothing is lost, and a standard output that is closed is noticed before a scanned file gets its
/// number. The process must ignore SIGPIPE, so that a reader that goes away shows as an error here.
public struct ReportDestination: ~Copyable {
    private enum Kind: ~Copyable {
        /// An open descriptor of the process, and its name where the user gave one.
        case descriptor(Int32, RawPath?)
        /// Exists and is no file: written through, never replaced.
        case special(RawPath)
        case file(ReportFolder)
    }

    private let kind: Kind

    private init(_ kind: consuming Kind) {
        self.kind = kind
    }

    /// - Throws: `DeliveryError` when standard output is closed, or open for reading only.
    public static func standardOutput() throws(DeliveryError) -> ReportDestination {
        try descriptor(STDOUT_FILENO, nil)
    }

    /// What the user named with `-o`.
    ///
    /// A file is made or replaced, readable by its owner alone. A FIFO, a terminal or a device is written through.
    /// `/dev/stdout`, `/dev/stderr` and `/dev/fd/N` mean this process's descriptors. Nothing is touched yet but the
    /// leftover of a run to the same file that was killed.
    ///
    /// - Throws: `DeliveryError`; `isRefusal` tells what the user named wrongly from what the system forbids.
    public init(path: RawPath) throws(DeliveryError) {
        if let number = Self.descriptorNumber(path) {
            self = try Self.descriptor(number, path)
            return
        }
        let last = path.bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).last ?? []
        guard !last.isEmpty, !last.elementsEqual(".".utf8), !last.elementsEqual("..".utf8) else {
            throw DeliveryError(target: path, cause: .directory)
        }
        let folder = try ReportFolder(of: path)
        switch try folder.targetType() {
        case nil, S_IFREG?:
            try folder.probe()
            kind = .file(folder)
        case S_IFLNK?: throw DeliveryError(target: path, cause: .symbolicLink)
        case S_IFDIR?: throw DeliveryError(target: path, cause: .directory)
        case S_IFIFO?, S_IFCHR?, S_IFBLK?: kind = .special(path)
        default: throw DeliveryError(target: path, cause: .unsupportedKind)
        }
    }

    /// Writes `report` and waits until it is safe.
    ///
    /// A file is written beside its target and then put into its place: whatever goes wrong, the target is the old
    /// report or the whole new one.
    ///
    /// - Parameter colour: see `ReportFormat.write`.
    /// - Returns: What the user should be told on standard error.
    public func deliver(
        _ report: RunReport, as format: ReportFormat, colour: Bool = false
    ) throws(DeliveryError) -> DeliveryReceipt {
        switch kind {
        case .descriptor(let number, let path):
            try Self.write(report, as: format, colour: colour, to: number, target: path)
            do {
                try SystemCall.closeCopy(of: number)
            } catch {
                throw error.delivery(to: path)
            }
            return DeliveryReceipt(report, format, files: [])
        case .special(let path):
            do {
                let device = try SystemCall.open(path.bytes, flags: O_WRONLY)
                guard try SystemCall.status(of: device).st_mode & S_IFMT != S_IFREG else {
                    throw SystemCallError(operation: .open, number: EEXIST)
                }
                try Self.write(report, as: format, colour: colour, to: device.number, target: path)
            } catch let error as SystemCallError {
                throw error.delivery(to: path)
            } catch let error as DeliveryError {
                throw error
            } catch {
                throw DeliveryError(target: path, cause: .unsupportedKind)
            }
            return DeliveryReceipt(report, format, files: [])
        case .file(let folder):
            let parts = ReportPart.parts(of: report, as: format, colour: colour)
            return DeliveryReceipt(report, format, files: try folder.replace(with: report, in: parts))
        }
    }

    /// Whether one of two reports would be lost, or mixed with the other, if both were delivered.
    ///
    /// That is so for the same descriptor and for the same file, whatever they are called, even if it does not exist
    /// yet; also when a descriptor is open for a file that the other would replace. Two streams to the same terminal or
    /// device follow each other and are not the same. Two names of one file (hard links) are not either: each report
    /// replaces its own name.
    public func isSameTarget(as other: borrowing ReportDestination) -> Bool {
        identity.isSame(as: other.identity)
    }

    private var identity: TargetIdentity {
        switch kind {
        case .descriptor(let number, _): TargetIdentity(descriptor: number)
        case .special(let path): TargetIdentity(path: path)
        case .file(let folder): folder.targetIdentity
        }
    }

    private static func write(
        _ report: RunReport, as format: ReportFormat, colour: Bool, to descriptor: Int32, target: RawPath?
    ) throws(DeliveryError) {
        var sink = DescriptorSink(descriptor, target: target)
        try format.write(report, to: &sink, colour: colour)
    }

    private static func descriptor(_ number: Int32, _ path: RawPath?) throws(DeliveryError) -> ReportDestination {
        do {
            try SystemCall.checkWritable(number)
        } catch {
            throw error.delivery(to: path)
        }
        return ReportDestination(.descriptor(number, path))
    }

    /// The descriptor that a conventional name stands for. These names are symbolic links of the system's own.
    private static func descriptorNumber(_ path: RawPath) -> Int32? {
        switch path.utf8Text {
        case "/dev/stdout": return STDOUT_FILENO
        case "/dev/stderr": return STDERR_FILENO
        case let name?:
            let folders = ["/dev/fd/", "/proc/self/fd/"]
            guard let folder = folders.first(where: { name.hasPrefix($0) }) else { return nil }
            let digits = name.dropFirst(folder.count)
            return digits.allSatisfy(\.isNumber) ? Int32(digits) : nil
        case nil: return nil
        }
    }
}
