import Foundation

/// Programs of the system that some tests need.
enum SystemTool {
    static func exists(_ name: String) -> Bool {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }

    static let isRoot = getuid() == 0

    /// In front of a command: runs it as nobody, for whom permissions count.
    static let asNobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]

    static var canBecomeNobody: Bool { isRoot && exists("setpriv") }
}
