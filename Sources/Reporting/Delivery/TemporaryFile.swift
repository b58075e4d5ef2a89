import Blobs
import Glibc

/// A report that is being written beside its target, under one fixed name, until it is whole.
///
/// A run that is killed leaves this one file behind, readable by its owner alone; the next run to the same target
/// removes it. A lock on the file tells the leftover of a dead run from the file of a run that is still writing.
final class TemporaryFile {
    private static let attempts = 8

    let target: RawPath
    private let file: Descriptor
    private let folder: Int32
    private let temporaryName: [UInt8]
    private let finalName: [UInt8]
    private var isPending = true

    /// - Parameters:
    ///   - folder: an open folder that stays open as long as this object lives.
    ///   - name: what the file will be called in it.
    ///   - target: the same file as the user named it, for errors.
    init(in folder: Int32, name: [UInt8], target: RawPath) throws(DeliveryError) {
        self.target = target
        self.folder = folder
        finalName = name
        temporaryName = Self.temporaryName(for: name)
        do {
            file = try Self.create(temporaryName, in: folder)
        } catch {
            switch error {
            case .system(let error): throw error.delivery(to: target)
            case .locked: throw DeliveryError(target: target, cause: .beingWritten)
            }
        }
    }

    deinit {
        // On a failing way out. What cannot be removed is removed by the next run.
        if isPending { try? SystemCall.remove(temporaryName, in: folder) }
    }

    var sink: DescriptorSink { DescriptorSink(file.number, target: target) }

    /// Makes sure that the bytes are on the disk.
    func synchronise() throws(DeliveryError) {
        do {
            try SystemCall.synchronise(file)
        } catch {
            throw error.delivery(to: target)
        }
    }

    /// Puts the file in the place of the target, at once and whole.
    func replaceTarget() throws(DeliveryError) {
        do {
            try SystemCall.rename(temporaryName, to: finalName, in: folder)
        } catch {
            throw error.delivery(to: target)
        }
        isPending = false
    }

    /// `.report.json.keyhound.tmp` for `report.json`; a name too long for that is cut.
    static func temporaryName(for name: [UInt8]) -> [UInt8] {
        let suffix = Array(".keyhound.tmp".utf8)
        return [UInt8(ascii: ".")] + name.prefix(Int(NAME_MAX) - 1 - suffix.count) + suffix
    }

    private enum CreationError: Error {
        case system(SystemCallError)
        /// Another process is writing it.
        case locked
    }

    private static func create(_ name: [UInt8], in folder: Int32) throws(CreationError) -> Descriptor {
        for _ in 0..<attempts {
            do {
                let file = try SystemCall.open(name, in: folder, flags: O_WRONLY | O_CREAT | O_EXCL)
                // Someone may take the new file for a leftover in the instant before it is locked: then start again.
                if SystemCall.lock(file), try isSame(file, as: name, in: folder) {
                    try SystemCall.makePrivate(file)
                    return file
                }
            } catch {
                guard error.number == EEXIST else { throw .system(error) }
                try removeLeftover(name, in: folder)
            }
        }
        throw .locked
    }

    private static func removeLeftover(_ name: [UInt8], in folder: Int32) throws(CreationError) {
        do {
            let leftover = try SystemCall.open(name, in: folder, flags: O_RDONLY | O_NONBLOCK)
            guard SystemCall.lock(leftover) else { throw CreationError.locked }
            if try isSame(leftover, as: name, in: folder) { try SystemCall.remove(name, in: folder) }
        } catch let error as SystemCallError {
            switch error.number {
            case ENOENT: return
            case ELOOP:
                // A planted link: O_EXCL refused to follow it, and only the link itself is removed.
                do { try SystemCall.remove(name, in: folder) } catch { throw .system(error) }
            default: throw .system(error)
            }
        } catch {
            throw .locked
        }
    }

    private static func isSame(
        _ file: borrowing Descriptor, as name: [UInt8], in folder: Int32
    ) throws(SystemCallError) -> Bool {
        let opened = try SystemCall.status(of: file)
        guard let named = try SystemCall.status(of: name, in: folder) else { return false }
        return opened.st_dev == named.st_dev && opened.st_ino == named.st_ino
    }
}
