import Blobs
import Dispatch
import Glibc
import Synchronization
import Testing

@testable import ScanCache

@Suite struct SharingTests {
    @Test func nothingIsLostBetweenThreads() throws {
        let folder = try CacheFolder()
        let path = folder.path
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 6) { thread in
            do {
                // Each makes the file, if it is the first.
                let cache = try cacheOf(path)
                for round in 0..<6 {
                    try cache.add(ids(of: thread, round))
                    if round == 3 { _ = try cache.load() }
                }
            } catch { failures.withLock { $0.append("\(error)") } }
        }
        #expect(failures.withLock(\.self) == [])
        let expected = Set((0..<6).flatMap { thread in (0..<6).flatMap { split(ids(of: thread, $0)) } })
        let known = try folder.cache().load()
        #expect(known.all == expected)
        #expect(known.damagedSegments == 0)
    }

    @Test func oneCacheServesSeveralThreads() throws {
        let folder = try CacheFolder()
        let cache = try folder.cache()
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { thread in
            do { try cache.add(ids(of: thread, 0)) } catch { failures.withLock { $0.append("\(error)") } }
        }
        #expect(failures.withLock(\.self) == [])
        #expect(try cache.load().count == 200)
    }

    /// Two runs that began with the same file find the same objects new.
    @Test func whatOthersAddedIsNotWrittenTwice() throws {
        let folder = try CacheFolder()
        let (first, second) = (try folder.cache(), try folder.cache())
        _ = (try first.load(), try second.load())
        try first.add(ids(of: 1, 1))
        try second.add(ids(of: 1, 1) + ids(of: 2, 1))
        let raw = try RawDatabase(folder.file("cache"))
        #expect(try raw.number("SELECT sum(length(ids)) FROM segments") == 2_000)
    }

    @Test func aLockThatDoesNotComeFreeIsTold() throws {
        let folder = try CacheFolder()
        let cache = try folder.cache()
        try cache.add(ids(of: 1, 1))
        let raw = try RawDatabase(folder.file("cache"))
        try raw.run("BEGIN IMMEDIATE")
        // Others may read until the change is written.
        #expect(try cache.load().count == 50)
        let file = try DatabaseFile(RawPath(folder.file("cache")))
        let impatient = try Connection(file, patience: 0)
        #expect(cacheError { try impatient.transaction(.writing) {} } == .busy)
        try raw.run("COMMIT; BEGIN EXCLUSIVE")
        #expect(cacheError { _ = try Connection(file, patience: 0) } == .busy)
    }

    /// Locks belong to the process and to the file: they would go if anything in the process closed the file.
    @Test func lookingAtTheFileLeavesTheLocks() throws {
        let folder = try CacheFolder()
        _ = try folder.cache()
        let raw = try RawDatabase(folder.file("cache"))
        try raw.run("BEGIN EXCLUSIVE")
        let before = try locks(of: folder.status("cache").st_ino)
        _ = try DatabaseFile(RawPath(folder.file("cache")))
        #expect(try locks(of: folder.status("cache").st_ino) == before)
        try raw.run("COMMIT")
    }

    /// Format: proc(5), /proc/locks. The first field is a number in the list, which may change.
    private func locks(of inode: ino_t) throws -> [[Substring]] {
        let descriptor = unsafe open("/proc/locks", O_RDONLY)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = unsafe read(descriptor, &buffer, buffer.count)
            if count <= 0 { break }
            text += buffer[..<count]
        }
        return String(decoding: text, as: UTF8.self).split(separator: "\n")
            .map { $0.split(separator: " ").dropFirst() }
            .filter { $0.contains { $0.hasSuffix(":\(inode)") } }
            .map(Array.init)
    }

    private func cacheOf(_ path: String) throws -> ScanCache {
        try ScanCache(path: .init(path + "/cache"), rules: rules(1), idLength: 20)
    }

    private func ids(of thread: Int, _ round: Int) -> [UInt8] {
        var maker = IdMaker(seed: UInt64(thread * 100 + round))
        return maker.ids(50)
    }
}
