import Foundation

/// A repository of files that change a little in every commit, with credentials coming and going.
struct RandomRepository {
    let path: String

    private static let templates = [
        "id = AKIAY{base32:15}\n", "aws_access_key_id = AKIAY{base32:15}\naws_secret_access_key = {base64:40}\n",
        "password = \"{alnum:14}\"\n", "datadog_api_key = {hex:32}\n", "{word} {word} {word}\n", "{lower:70}\n",
    ]

    /// - Parameter isClean: whether there are no credentials in it at all.
    /// - Throws: when git cannot be run.
    init(seed: UInt64, commits: Int = 25, isClean: Bool = false) throws {
        path = NSTemporaryDirectory() + "/keyhound-history-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try git("init", "-q", "-b", "main")
        var random = SeededGenerator(seed: seed)
        var files: [String: [[UInt8]]] = [:]
        for commit in 0..<commits {
            for _ in 0..<3 {
                let name = ["a.conf", "src/b.py", "src/deep/c.env", "d.txt"][Int.random(in: 0..<4, using: &random)]
                var lines = files[name] ?? []
                while lines.count < 60 { lines.append(try Self.line(&random, isClean: isClean)) }
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let place = Int.random(in: lines.indices, using: &random)
                    switch Int.random(in: 0..<3, using: &random) {
                    case 0: lines[place] = try Self.line(&random, isClean: isClean)
                    case 1: lines.insert(try Self.line(&random, isClean: isClean), at: place)
                    default: lines.remove(at: place)
                    }
                }
                files[name] = lines
                let file = URL(fileURLWithPath: path).appendingPathComponent(name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(lines.joined()).write(to: file)
            }
            try git("add", "-A")
            try git("commit", "-qm", "commit \(commit)", time: 1_700_000_000 + 60 * commit)
        }
    }

    /// - Throws: when it fails.
    @discardableResult
    func git(_ arguments: String..., time: Int = 1_800_000_000) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git", "-C", path, "-c", "gc.auto=0"] + arguments
        process.environment = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "C",
            "GIT_COMMITTER_EMAIL": "c@example.org", "GIT_AUTHOR_DATE": "\(time) +0000",
            "GIT_COMMITTER_DATE": "\(time) +0000",
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// How many objects of its pack are deltas.
    func deltaCount() throws -> Int {
        let packs = try FileManager.default.contentsOfDirectory(atPath: path + "/.git/objects/pack")
        guard let index = packs.first(where: { $0.hasSuffix(".idx") }) else { return 0 }
        // Lines of deltas have seven fields: depth and base are the last two.
        return try git("verify-pack", "-v", ".git/objects/pack/" + index).split(separator: "\n").count {
            $0.split(separator: " ").count == 7
        }
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }

    private static func line(_ random: inout SeededGenerator, isClean: Bool) throws -> [UInt8] {
        let templates = isClean ? ["{word} {word} {word}\n", "{word} {digits:3}\n"] : templates
        let template = templates[Int.random(in: 0..<templates.count, using: &random)]
        return Array(try Runs.text(template, seed: random.next()).utf8)
    }
}
