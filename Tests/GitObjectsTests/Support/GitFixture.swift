import Blobs
import Foundation
import Inputs
import Testing

/// A folder for one test, in which the real git makes repositories. Removed with all it holds.
final class GitFixture {
    let path: String
    let handles = DirectoryHandles()

    init() throws {
        let parent = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        path = parent + "/keyhound-git-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Runs a script of the shell in the folder, with a git that knows no settings but those of the fixture.
    ///
    /// - Returns: its standard output, without the line end behind it.
    @discardableResult
    func run(_ script: String) throws -> String {
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-ec", script]
        shell.currentDirectoryURL = URL(filePath: path)
        var environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": path]
        environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
        environment["GIT_CONFIG_NOSYSTEM"] = "1"
        for role in ["AUTHOR", "COMMITTER"] {
            environment["GIT_\(role)_NAME"] = "Test Person"
            environment["GIT_\(role)_EMAIL"] = "test@example.invalid"
            environment["GIT_\(role)_DATE"] = "1700000000 +0130"
        }
        environment["GIT_CONFIG_COUNT"] = "2"
        environment["GIT_CONFIG_KEY_0"] = "init.defaultBranch"
        environment["GIT_CONFIG_VALUE_0"] = "main"
        environment["GIT_CONFIG_KEY_1"] = "protocol.file.allow"
        environment["GIT_CONFIG_VALUE_1"] = "always"
        shell.environment = environment
        let output = Pipe()
        shell.standardOutput = output
        shell.standardError = FileHandle.nullDevice
        try shell.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        shell.waitUntilExit()
        try #require(shell.terminationStatus == 0, "the script failed: \(script)")
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
    }

    /// A repository `r` with one commit.
    convenience init(withCommit format: String) throws {
        try self.init()
        try run("git init -q --object-format=\(format) r && cd r && echo one >f && git add f && git commit -qm first")
    }

    func at(_ name: String) -> RawPath { RawPath(path + "/" + name) }

    func write(_ name: String, _ content: some Sequence<UInt8>) throws {
        try Data(content).write(to: URL(filePath: path + "/" + name))
    }

    func write(_ name: String, _ text: String) throws { try write(name, text.utf8) }

    func read(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: path + "/" + name)))
    }
}

/// The bytes of a text.
func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }

func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
