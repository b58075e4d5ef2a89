import Foundation
import Testing

@Suite("Every file is fit to be read")
struct TextTests {
    /// Tables of numbers, in which line ends mean nothing.
    static let dataFiles: Set<String> = [
        "Sources/Scoring/AWS/SecretKeyTables.swift",
        "Sources/Scoring/Assignments/AssignmentModelTables.swift",
        "Tests/EndToEndTests/FileKinds/FileKind+Code.swift",
        "Tests/EndToEndTests/FileKinds/FileKind+Settings.swift",
    ]

    static let longestLine = 120
    static let mostLines = 500

    @Test("No Swift file has a line of more than 120 characters")
    func linesAreShort() {
        let violations = Repository.swiftFiles.filter { !Self.dataFiles.contains($0.path) }.flatMap { file in
            file.file.violations { $0.utf8.count > Self.longestLine && $0.count > Self.longestLine }
        }
        expectNone(violations, "longer than \(Self.longestLine) characters")
    }

    @Test("No Swift file has more than 500 lines")
    func filesAreShort() {
        let violations = Repository.swiftFiles.filter { $0.file.lines.count > Self.mostLines }.map(\.path)
        expectNone(violations, "look for the second idea in it")
    }

    @Test("Nothing is left for later", arguments: ["TO" + "DO", "FIX" + "ME"])
    func nothingIsLeftOpen(mark: String) {
        // As a word of its own: names of services have it inside.
        func isMarked(_ line: String) -> Bool {
            line.split { !$0.isLetter }.contains { $0 == mark }
        }
        expectNone(Repository.textFiles.flatMap { $0.violations(where: isMarked) }, "do it, or leave it out")
    }

    @Test("No path of somebody's machine", arguments: ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/"])
    func noMachinePath(folder: String) {
        let violations = Repository.textFiles.flatMap { $0.violations { $0.contains(folder) } }
        expectNone(violations, "the project stands in no folder in particular")
    }

    @Test("What tools make is not tracked", .enabled(if: trackedFiles() != nil, "needs a git checkout"))
    func nothingGeneratedIsTracked() throws {
        let files = try #require(Self.trackedFiles())
        let violations = files.filter { path in
            path == "Package.resolved" || path.split(separator: "/").contains { $0 == ".build" || $0 == "__pycache__" }
        }
        expectNone(violations, "generated, and tracked")
    }

    /// The paths in git's index; `nil` outside a checkout, or without git.
    static func trackedFiles() -> [String]? {
        let git = Process()
        git.executableURL = URL(filePath: "/usr/bin/env")
        git.arguments = ["git", "-C", Repository.root.path, "ls-files", "-z"]
        let output = Pipe()
        git.standardOutput = output
        git.standardError = FileHandle.nullDevice
        guard (try? git.run()) != nil, let data = try? output.fileHandleForReading.readToEnd() else { return nil }
        git.waitUntilExit()
        guard git.terminationStatus == 0 else { return nil }
        return data.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
}
