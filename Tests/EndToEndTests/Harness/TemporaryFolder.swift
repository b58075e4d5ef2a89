import Foundation
import Glibc
import Testing

/// A folder for one test, removed with all it holds, however deep.
final class TemporaryFolder: Sendable {
    let path: String

    /// - Parameter parent: `/tmp` unless another file system is wanted.
    init(in parent: String = "/tmp") throws {
        var template = Array("\(parent)/keyhound-e2e-XXXXXX".utf8CString)
        try #require(unsafe mkdtemp(&template) != nil)
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        // `rm` walks with descriptors: no depth is too much for it.
        let remover = Process()
        remover.executableURL = URL(filePath: "/bin/rm")
        remover.arguments = ["-rf", path]
        try? remover.run()
        remover.waitUntilExit()
    }

    func file(_ name: String) -> String { path + "/" + name }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: file(name), withIntermediateDirectories: true)
    }

    /// - Parameter makingFolders: whether the folders that the file lies in are made first.
    func write(_ name: String, _ content: String, makingFolders: Bool) throws {
        if let slash = name.lastIndex(of: "/") { try makeFolder(String(name[..<slash])) }
        try write(name, content)
    }

    func write(_ name: String, _ content: String) throws { try write(Array(name.utf8), Array(content.utf8)) }

    func write(_ name: String, _ content: [UInt8]) throws { try write(Array(name.utf8), content) }

    /// A name of any bytes.
    func write(_ name: [UInt8], _ content: [UInt8]) throws { try write(name, content, at: 0, truncating: true) }

    /// Writes in the middle of a file; what is not written before is a hole.
    func write(_ name: [UInt8], _ content: [UInt8], at offset: Int, truncating: Bool = false) throws {
        let terminated = (Array((path + "/").utf8) + name + [0]).map(CChar.init(bitPattern:))
        let descriptor = unsafe Glibc.open(terminated, O_WRONLY | O_CREAT | (truncating ? O_TRUNC : 0), 0o644)
        try #require(descriptor >= 0, "open: \(errno)")
        defer { close(descriptor) }
        var done = 0
        while done < content.count {
            let count = unsafe content[done...].withUnsafeBytes {
                unsafe pwrite(descriptor, $0.baseAddress, $0.count, offset + done)
            }
            try #require(count > 0, "pwrite: \(errno)")
            done += count
        }
    }

    /// Makes a file of a size that is nothing but a hole.
    func writeHole(_ name: String, size: Int) throws {
        try write(name, [])
        try #require(unsafe truncate(file(name), size) == 0)
    }

    func link(_ name: String, to target: String) throws {
        try #require(unsafe symlink(target, file(name)) == 0)
    }

    func makeFIFO(_ name: String) throws {
        try #require(unsafe mkfifo(file(name), 0o644) == 0)
    }

    /// The mode of the folder itself, which is 0700 at first.
    func setMode(_ mode: Int) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    func setMode(_ mode: Int, of name: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file(name))
    }

    func mode(of name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: file(name))
        return (attributes[.posixPermissions] as? Int) ?? -1
    }

    /// The bytes of a file; none if there is no such file.
    /// The text of a file.
    func read(_ name: String) throws -> String { try String(contentsOfFile: file(name), encoding: .utf8) }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: file(name)) }

    func contents(_ name: String) -> [UInt8] {
        (FileManager.default.contents(atPath: file(name))).map { Array($0) } ?? []
    }

    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }
}
