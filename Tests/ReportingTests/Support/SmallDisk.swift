import Foundation

/// A file system of 16 KiB on top of a folder, so that a report does not fit (case 43).
final class SmallDisk {
    private let folder: ScratchFolder

    static let isAvailable = (try? SmallDisk(mountedOn: ScratchFolder())) != nil

    init(mountedOn folder: ScratchFolder) throws {
        self.folder = folder
        let path = folder.url.path()
        guard geteuid() == 0, try Self.run("mount", "-t", "tmpfs", "-o", "size=16k", "none", path) == 0 else {
            throw CocoaError(.fileWriteVolumeReadOnly)
        }
    }

    deinit {
        _ = try? Self.run("umount", folder.url.path())
    }

    private static func run(_ arguments: String...) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
