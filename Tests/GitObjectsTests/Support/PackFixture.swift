import Blobs
import Foundation
import Inputs
import Testing

@testable import GitObjects

/// A repository that git made, in a folder of its own, removed with its owner.
final class PackFixture {
    let format: ObjectFormat
    let path: String

    /// A bare repository without objects.
    init(_ format: ObjectFormat = .sha1) throws {
        self.format = format
        path = FileManager.default.temporaryDirectory.path + "/keyhound-packs-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try git("init", "-q", "--bare", "--object-format=\(format.rawValue)", ".")
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var objects: String { path + "/objects" }

    /// Runs git in the repository, without any configuration but its own.
    @discardableResult
    func git(_ arguments: String..., input: [UInt8] = [], at folder: String? = nil) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git"] + arguments
        process.currentDirectoryURL = URL(filePath: folder ?? path)
        var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
        environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
        environment["GIT_CONFIG_NOSYSTEM"] = "1"
        for who in ["AUTHOR", "COMMITTER"] {
            environment["GIT_\(who)_NAME"] = "A"
            environment["GIT_\(who)_EMAIL"] = "a@example.com"
            environment["GIT_\(who)_DATE"] = "1700000000 +0000"
        }
        process.environment = environment
        let name = path + "/\(UUID().uuidString)"
        try Data(input).write(to: URL(filePath: name + ".in"))
        try Data().write(to: URL(filePath: name + ".out"))
        process.standardInput = try FileHandle(forReadingFrom: URL(filePath: name + ".in"))
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: name + ".out"))
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "git \(arguments) failed")
        let output = [UInt8](try Data(contentsOf: URL(filePath: name + ".out")))
        for end in [".in", ".out"] { try FileManager.default.removeItem(atPath: name + end) }
        return output
    }

    /// Commits `versions` states of some files that grow and change, so that there is something to deltify.
    func fill(versions: Int = 30, seed: UInt64 = 1) throws {
        var numbers = PackNumbers(seed)
        var files = (0..<4).map { file in (0..<120).map { "line \($0) of file \(file) \(numbers.next() % 1000)" } }
        var stream = ""
        for version in 1...versions {
            stream += "commit refs/heads/main\ncommitter A <a@example.com> \(1_700_000_000 + version) +0000\n"
            stream += "data <<E\nversion \(version)\nE\n"
            for file in files.indices {
                let line = Int(numbers.next() % UInt64(files[file].count))
                files[file][line] = "changed in \(version): \(numbers.next())"
                if version % 3 == 0 { files[file].insert("new in \(version)", at: line) }
                let text = files[file].joined(separator: "\n")
                stream += "M 100644 inline folder\(file % 2)/file\(file)\ndata \(text.utf8.count)\n\(text)\n"
            }
        }
        stream += "tag v1\nfrom refs/heads/main\ntagger A <a@example.com> 1700000000 +0000\ndata <<E\na tag\nE\n"
        try git("-c", "fastimport.unpackLimit=100000", "fast-import", "--quiet", input: Array(stream.utf8))
    }

    func store() -> ObjectStore {
        ObjectStore(directories: [RawPath(objects)], format: format, handles: DirectoryHandles())
    }

    /// Every object as git reads it.
    func everyObject() throws -> [ObjectID: PackRecord] {
        let output = try git("cat-file", "--batch-all-objects", "--batch", "--unordered")
        var all: [ObjectID: PackRecord] = [:]
        var rest = output[...]
        while let end = rest.firstIndex(of: 10) {
            let words = rest[..<end].split(separator: 32)
            let spelled = ObjectID(hex: Array(words[0]).span)
            let id = try #require(spelled)
            let kind = try #require(ObjectKind.allCases.first { $0.name == String(decoding: words[1], as: UTF8.self) })
            let size = try #require(Int(String(decoding: words[2], as: UTF8.self)))
            all[id] = PackRecord(kind: kind, bytes: Array(rest[(end + 1)...].prefix(size)))
            rest = rest[(end + 1 + size + 1)...]
        }
        return all
    }

    /// Names of files in a folder of the repository.
    func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()
    }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        let url = URL(filePath: path + "/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? FileManager.default.removeItem(at: url)
        try Data(bytes).write(to: url)
    }

    func read(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path + "/" + name))) }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }
}

/// An object's kind and content.
struct PackRecord: Hashable {
    let kind: ObjectKind
    let bytes: [UInt8]
}

/// Numbers that look random and are the same every time (SplitMix64).
struct PackNumbers {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next() >> 20) } }
}
