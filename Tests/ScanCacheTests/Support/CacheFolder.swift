import Blobs
import Glibc
import ScanCache
import Testing

/// A folder for one test, removed with the files in it.
final class CacheFolder {
    let path: String

    init() throws {
        let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/keyhound-cache-XXXXXX".utf8CString)
        try #require(unsafe mkdtemp(&template) != nil)
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        _ = unsafe chmod(path, 0o700)
        let prefix = (path + "/").utf8CString.dropLast()
        for name in terminatedNames { _ = unsafe remove(prefix + name) }
        _ = unsafe rmdir(path)
    }

    /// The names of all files in it, sorted.
    var names: [String] {
        terminatedNames.map { String(decoding: $0.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self) }.sorted()
    }

    private var terminatedNames: [[CChar]] {
        guard let stream = unsafe opendir(path) else { return [] }
        defer { unsafe closedir(stream) }
        var names: [[CChar]] = []
        while let entry = unsafe readdir(stream) {
            let start = unsafe UnsafeRawPointer(entry) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 19)
            let pointer = unsafe start.assumingMemoryBound(to: CChar.self)
            let name = unsafe Array(UnsafeBufferPointer(start: pointer, count: strlen(pointer) + 1))
            if name != [46, 0], name != [46, 46, 0] { names.append(name) }
        }
        return names
    }

    func file(_ name: String) -> String { path + "/" + name }

    func cache(_ name: String = "cache", rules: [UInt8] = rules(1), idLength: Int = 20) throws -> ScanCache {
        try ScanCache(path: RawPath(file(name)), rules: rules, idLength: idLength)
    }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        let descriptor = unsafe open(file(name), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        try #require(unsafe Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
    }

    func read(_ name: String) throws -> [UInt8] {
        let descriptor = unsafe open(file(name), O_RDONLY)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: Int(lseek(descriptor, 0, SEEK_END)))
        try #require(unsafe pread(descriptor, &bytes, bytes.count, 0) == bytes.count)
        return bytes
    }

    func status(_ name: String) throws -> stat {
        var status = stat()
        try #require(unsafe lstat(file(name), &status) == 0)
        return status
    }
}

/// A hash of rules.
func rules(_ number: UInt8) -> [UInt8] { [UInt8](repeating: number, count: 32) }

/// The error that `body` throws, or `nil`.
func cacheError(_ body: () throws -> Void) -> ScanCacheError? {
    do {
        try body()
        return nil
    } catch {
        return error as? ScanCacheError
    }
}
