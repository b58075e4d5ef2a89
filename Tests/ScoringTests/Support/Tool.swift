import Foundation

/// Runs a program of the system in a folder of its own, to make keys that no file of this tree may hold.
struct Tool {
    struct Failure: Error {
        let program: String
        let status: Int32
    }

    static func exists(_ name: String) -> Bool {
        path(name) != nil
    }

    /// A folder that is removed when `body` returns.
    static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        // GnuPG puts sockets into its home, whose path must be short.
        let folder = URL(filePath: "/tmp/kh-\(UInt32.random(in: 0...UInt32.max))")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    /// What the program writes to its standard output.
    @discardableResult
    static func run(_ name: String, _ arguments: [String], environment: [String: String] = [:]) throws -> [UInt8] {
        let process = Process()
        process.executableURL = path(name)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(program: name, status: process.terminationStatus) }
        return Array(data)
    }

    private static func path(_ name: String) -> URL? {
        ["/usr/bin/", "/usr/local/bin/", "/bin/"].map { URL(filePath: $0 + name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }
}
