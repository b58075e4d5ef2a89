import Glibc
import Testing

/// A folder for one test, removed with the files in it.
final class TestFolder {
    let path: String

    init() throws {
        let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/keyhound-databases-XXXXXX".utf8CString)
        try #require(unsafe mkdtemp(&template) != nil)
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        for name in names { _ = unsafe remove(file(name)) }
        _ = unsafe rmdir(path)
    }

    /// The names of all files in it, sorted.
    var names: [String] {
        guard let stream = unsafe opendir(path) else { return [] }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let start = unsafe UnsafeRawPointer(entry) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 19)
            let name = unsafe String(cString: start.assumingMemoryBound(to: CChar.self))
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    func file(_ name: String) -> String { path + "/" + name }

    /// A descriptor for reading, to be closed by the caller.
    func open(_ name: String) throws -> Int32 {
        let descriptor = unsafe Glibc.open(file(name), O_RDONLY | O_CLOEXEC)
        try #require(descriptor >= 0)
        return descriptor
    }

    /// What a change of a file would change: size and times.
    func state(_ name: String) throws -> [Int] {
        var status = stat()
        try #require(unsafe lstat(file(name), &status) == 0)
        return [
            Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec,
            status.st_ctim.tv_nsec,
        ]
    }
}
