import Blobs
import Findings
import Glibc

/// The open folder of a report file, and the file's name in it: nobody can swap the folder between check and use.
struct ReportFolder: ~Copyable {
    private let folder: Descriptor
    private let name: [UInt8]
    private let target: RawPath

    /// Opens the folder of `target`.
    init(of target: RawPath) throws(DeliveryError) {
        let slash = target.bytes.lastIndex(of: UInt8(ascii: "/"))
        name = Array(target.bytes[(slash.map { $0 + 1 } ?? 0)...])
        self.target = target
        let path = slash.map { Array(target.bytes[...$0]) } ?? [UInt8(ascii: ".")]
        do {
            folder = try SystemCall.openFolder(path)
        } catch {
            guard error.number == ENOENT || error.number == ENOTDIR else { throw error.delivery(to: target) }
            throw DeliveryError(target: target, cause: .missingFolder)
        }
    }

    /// The file type of the target (`S_IFMT` bits), or `nil` when nothing has its name.
    func targetType() throws(DeliveryError) -> mode_t? {
        do {
            return try SystemCall.status(of: name, in: folder.number).map { $0.st_mode & S_IFMT }
        } catch {
            throw error.delivery(to: target)
        }
    }

    var targetIdentity: TargetIdentity {
        TargetIdentity(name: name, in: FileIdentity(try? SystemCall.status(of: folder)), file: fileIdentity)
    }

    private var fileIdentity: FileIdentity { FileIdentity(try? SystemCall.status(of: name, in: folder.number)) }

    /// Tries out whether the report can be created, and leaves nothing behind.
    func probe() throws(DeliveryError) {
        _ = try TemporaryFile(in: folder.number, name: name, target: target)
    }

    /// Writes all parts beside their targets first, then puts them into their places, the named file last.
    ///
    /// - Returns: The paths of the parts, in order.
    func replace(with report: RunReport, in parts: [ReportPart]) throws(DeliveryError) -> [RawPath] {
        var files: [TemporaryFile] = []
        for (index, part) in parts.enumerated() {
            let file = try temporaryFile(number: index + 1)
            var sink = file.sink
            try part.write(report, to: &sink)
            try file.synchronise()
            files.append(file)
        }
        for file in files.reversed() { try file.replaceTarget() }
        do {
            if case .sarif = parts[0] { try removeOldVolumes(after: parts.count) }
            try SystemCall.synchronise(folder)
        } catch {
            throw error.delivery(to: target)
        }
        return files.map(\.target)
    }

    /// Writes `bytes` beside the target, and puts them into its place.
    func replace(with bytes: [UInt8]) throws(DeliveryError) {
        switch try targetType() {
        case nil, S_IFREG?: break
        case S_IFLNK?: throw DeliveryError(target: target, cause: .symbolicLink)
        case S_IFDIR?: throw DeliveryError(target: target, cause: .directory)
        default: throw DeliveryError(target: target, cause: .unsupportedKind)
        }
        let file = try TemporaryFile(in: folder.number, name: name, target: target)
        try file.sink.write(bytes)
        try file.synchronise()
        try file.replaceTarget()
        do {
            try SystemCall.synchronise(folder)
        } catch {
            throw error.delivery(to: target)
        }
    }

    private func temporaryFile(number: Int) throws(DeliveryError) -> TemporaryFile {
        let partName = SARIFVolumeName.name(name, number: number)
        let partTarget = RawPath(target.bytes.dropLast(name.count) + partName)
        if number > 1 {
            do {
                guard try !isTaken(partName) else { throw DeliveryError(target: partTarget, cause: .foreignFile) }
            } catch let error as SystemCallError {
                throw error.delivery(to: partTarget)
            } catch {
                throw DeliveryError(target: partTarget, cause: .foreignFile)
            }
        }
        return try TemporaryFile(in: folder.number, name: partName, target: partTarget)
    }

    /// Removes what an earlier, longer report left: its further files would be taken for parts of this one.
    private func removeOldVolumes(after count: Int) throws(SystemCallError) {
        var number = count + 1
        while true {
            let old = SARIFVolumeName.name(name, number: number)
            guard try isVolume(old) else { return }
            try SystemCall.remove(old, in: folder.number)
            number += 1
        }
    }

    /// Whether something has this name that is no volume of an earlier report.
    private func isTaken(_ name: [UInt8]) throws(SystemCallError) -> Bool {
        guard try SystemCall.status(of: name, in: folder.number) != nil else { return false }
        return try !isVolume(name)
    }

    private func isVolume(_ name: [UInt8]) throws(SystemCallError) -> Bool {
        guard let status = try SystemCall.status(of: name, in: folder.number), status.st_mode & S_IFMT == S_IFREG else {
            return false
        }
        let file = try SystemCall.open(name, in: folder.number, flags: O_RDONLY | O_NONBLOCK)
        return SARIFVolumeName.isVolume(SystemCall.readStart(of: file, count: SARIFVolumeName.openingCount))
    }
}
