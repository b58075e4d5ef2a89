import Blobs
import Glibc
import Testing

/// A folder for one test, removed with all it holds, however deep.
final class TemporaryTree {
    let path: String

    /// - Parameter parent: where to make it; memory is fastest.
    init(in parent: String = "/tmp") throws {
        var template = Array("\(parent)/keyhound-pipeline-XXXXXX".utf8CString)
        try #require(unsafe mkdtemp(&template) != nil)
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit { Self.removeTree(path) }

    /// Where files are in memory, if there is such a place.
    static let memory = unsafe access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"

    func file(_ name: String) -> String { path + "/" + name }

    func makeFolder(_ name: String) throws {
        try #require(unsafe mkdir(file(name), 0o755) == 0)
    }

    func write(_ name: String, _ content: [UInt8], at offset: Int = 0) throws {
        let descriptor = unsafe open(file(name), O_WRONLY | O_CREAT, 0o644)
        try #require(descriptor >= 0)
        let count = unsafe pwrite(descriptor, content, content.count, offset)
        #expect(count == content.count)
        close(descriptor)
    }

    func write(_ name: String, _ content: String) throws { try write(name, Array(content.utf8)) }

    func link(_ target: String, as name: String) throws {
        try #require(unsafe symlink(target, file(name)) == 0)
    }

    func hardLink(_ name: String, as other: String) throws {
        try #require(unsafe Glibc.link(file(name), file(other)) == 0)
    }

    /// Runs a script of the test's own, with the tree as its folder.
    func run(_ script: String) throws {
        let text = "cd '\(path)' && export HOME=\"$PWD\" GIT_CONFIG_NOSYSTEM=1 && \(script)"
        try #require(unsafe system(text) == 0)
    }

    /// A chain of `depth` folders named `d` with a file at its bottom.
    func makeChain(depth: Int, bottom content: [UInt8]) throws {
        var descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY)
        for _ in 0..<depth {
            try #require(unsafe mkdirat(descriptor, "d", 0o755) == 0)
            let next = unsafe openat(descriptor, "d", O_RDONLY | O_DIRECTORY)
            close(descriptor)
            descriptor = next
        }
        let bottom = unsafe openat(descriptor, "bottom", O_WRONLY | O_CREAT, 0o644)
        #expect(unsafe Glibc.write(bottom, content, content.count) == content.count)
        close(bottom)
        close(descriptor)
    }

    private static func removeTree(_ path: String) {
        var way: [[CChar]] = []
        var descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY)
        while descriptor >= 0 {
            let next: Int32
            if let folder = removeFiles(descriptor) {
                way.append(folder)
                next = unsafe openat(descriptor, folder, O_RDONLY | O_DIRECTORY)
            } else if let done = way.popLast() {
                next = unsafe openat(descriptor, "..", O_RDONLY | O_DIRECTORY)
                _ = unsafe unlinkat(next, done, AT_REMOVEDIR)
            } else {
                next = -1
            }
            close(descriptor)
            descriptor = next
        }
        _ = unsafe rmdir(path)
    }

    /// Removes what is no folder or an empty one, and returns the first other folder.
    private static func removeFiles(_ descriptor: Int32) -> [CChar]? {
        guard let stream = unsafe fdopendir(dup(descriptor)) else { return nil }
        defer { unsafe closedir(stream) }
        unsafe rewinddir(stream)
        while let entry = unsafe readdir(stream) {
            let start = unsafe UnsafeRawPointer(entry) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 19)
            let pointer = unsafe start.assumingMemoryBound(to: CChar.self)
            let name = unsafe Array(UnsafeBufferPointer(start: pointer, count: strlen(pointer) + 1))
            if name == [46, 0] || name == [46, 46, 0] { continue }
            if unsafe unlinkat(descriptor, name, 0) == 0 { continue }
            if unsafe unlinkat(descriptor, name, AT_REMOVEDIR) == 0 { continue }
            return name
        }
        return nil
    }
}
