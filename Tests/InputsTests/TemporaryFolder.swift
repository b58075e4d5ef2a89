import Blobs
import Glibc
import Inputs
import Testing

/// All tests of the target: one after the other, because some of them lower the limit of open files.
@Suite(.serialized) enum InputsTests {}

/// A folder for one test, removed with all it holds, however deep.
final class TemporaryFolder {
    let path: String

    init() throws {
        let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/keyhound-inputs-XXXXXX".utf8CString)
        try #require(unsafe mkdtemp(&template) != nil)
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit { Self.removeTree(path) }

    func root(_ handles: DirectoryHandles = DirectoryHandles()) throws -> Directory {
        try handles.root(RawPath(path))
    }

    func file(_ name: String) -> String { path + "/" + name }

    func makeFolder(_ name: String) throws {
        try #require(unsafe mkdir(file(name), 0o755) == 0)
    }

    func write(_ name: String, _ content: String) throws { try write(Array(name.utf8), Array(content.utf8)) }

    func write(_ name: [UInt8], _ content: [UInt8], append: Bool = false) throws {
        let terminated = (Array((path + "/").utf8) + name + [0]).map(CChar.init(bitPattern:))
        let descriptor = unsafe open(terminated, O_WRONLY | O_CREAT | (append ? O_APPEND : O_TRUNC), 0o644)
        try #require(descriptor >= 0)
        #expect(unsafe Glibc.write(descriptor, content, content.count) == content.count)
        close(descriptor)
    }

    /// A chain of `depth` folders named `d`, each with an empty folder `s` beside it if asked.
    func makeChain(depth: Int, siblings: Bool) throws {
        var descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY)
        for _ in 0..<depth {
            if siblings { try #require(unsafe mkdirat(descriptor, "s", 0o755) == 0) }
            try #require(unsafe mkdirat(descriptor, "d", 0o755) == 0)
            let next = unsafe openat(descriptor, "d", O_RDONLY | O_DIRECTORY)
            close(descriptor)
            descriptor = next
        }
        let bottom = unsafe openat(descriptor, "bottom", O_WRONLY | O_CREAT, 0o644)
        #expect(unsafe Glibc.write(bottom, "deep", 4) == 4)
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

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// All names and kinds in a folder.
func entries(of directory: Directory) throws -> [[UInt8]: EntryKind] {
    var found: [[UInt8]: EntryKind] = [:]
    var reader = try DirectoryReader(directory)
    let isComplete = try reader.read { name, kind, inode in
        #expect(inode != 0)
        found[name.indices.map { name[$0] }] = kind
        return .goOn
    }
    #expect(isComplete)
    return found
}

/// Everything that a source yields, read in pieces of one size.
func readAll<Source: ByteSource & ~Copyable>(_ source: inout Source, piece: Int = 1 << 16) throws -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: piece)
    while true {
        var span = buffer.mutableSpan
        let count = try source.read(into: &span, at: all.count)
        if count == 0 { return all }
        all += buffer[..<count]
    }
}

/// The error that `body` throws, or `nil`.
func inputError(_ body: () throws -> Void) -> InputError? {
    do {
        try body()
        return nil
    } catch {
        return error as? InputError
    }
}

/// Runs `body` on threads of their own and waits for all of them.
func runThreads(_ count: Int, stackSize: Int = 512 << 10, _ body: @escaping @Sendable (Int) -> Void) {
    final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    unsafe pthread_attr_setstacksize(&attributes, stackSize)
    var threads: [pthread_t] = []
    for index in 0..<count {
        var thread = pthread_t()
        let work = unsafe Unmanaged.passRetained(Work { body(index) })
        let result = unsafe pthread_create(
            &thread, &attributes,
            { argument in
                if let argument = unsafe argument {
                    unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
                }
                return nil
            }, work.toOpaque())
        precondition(result == 0)
        threads.append(thread)
    }
    for thread in threads { pthread_join(thread, nil) }
}

/// Runs `body` with at most `count` descriptors that can still be opened.
func withFreeDescriptors<Result>(_ count: Int, _ body: () throws -> Result) throws -> Result {
    var saved = rlimit()
    unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &saved)
    // The limit is about numbers, so it counts from the lowest one that is free.
    let lowest = dup(0)
    close(lowest)
    var lowered = saved
    lowered.rlim_cur = rlim_t(Int(lowest) + count)
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &lowered)
    defer { unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &saved) }
    return try body()
}
