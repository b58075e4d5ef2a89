import Blobs
import Glibc
import Inputs
import Synchronization
import Testing

/// A walk as the pipeline does it, for one worker: the last folder found is read first.
/// Folders named `d` go last into their batch, so that the whole chain below comes before the siblings.
func walk(_ root: Directory, file: (Directory, EntryName) throws -> Void) throws -> Int {
    var pending: [(Directory, EntryBatch)] = []
    var folders = 0
    var next: Directory? = root
    var name = EntryName()
    while true {
        if let directory = next {
            folders += 1
            var subfolders = EntryBatch()
            var deepest = EntryBatch()
            var files = EntryBatch()
            var reader = try DirectoryReader(directory)
            _ = try reader.read { name, kind, _ in
                if kind != .directory {
                    files.append(name)
                } else if name.count == 1, name[0] == UInt8(ascii: "d") {
                    deepest.append(name)
                } else {
                    subfolders.append(name)
                }
                return .goOn
            }
            while files.popLast(into: &name) { try file(directory, name) }
            while deepest.popLast(into: &name) { subfolders.append(Array(name.bytes).span) }
            if !subfolders.isEmpty { pending.append((directory, subfolders)) }
            next = nil
        }
        guard let last = pending.indices.last else { return folders }
        if pending[last].1.popLast(into: &name) {
            next = pending[last].0.child(name)
        } else {
            pending.removeLast()
        }
    }
}

extension InputsTests {
    @Suite struct DepthTests {
        @Test(arguments: [false, true])
        func aHundredThousandLevelsDownAndUp(siblings: Bool) throws {
            let depth = 100_000
            let folder = try TemporaryFolder()
            try folder.makeChain(depth: depth, siblings: siblings)
            let path = folder.path
            // A small stack shows that nothing recurses, the release of 100,000 parents included.
            runThreads(1) { _ in
                do {
                    let handles = DirectoryHandles()
                    var found = 0
                    let start = ContinuousClock.now
                    let folders = try walk(handles.root(RawPath(path))) { directory, name in
                        found += 1
                        #expect(directory.depth == depth)
                        #expect(directory.path(of: name).bytes.count == path.utf8.count + 2 * depth + 7)
                        var source = try FileSource(name, in: directory)
                        #expect(try readAll(&source) == bytes("deep"))
                        #expect(handles.heldCount <= 32)
                    }
                    #expect(found == 1)
                    #expect(folders == 1 + depth * (siblings ? 2 : 1))
                    print("siblings \(siblings): \(handles.openCount) opens, \(ContinuousClock.now - start)")
                    // n log n / 2 on the way up, and each folder once; n² / 32 would be 312,500,000.
                    #expect(handles.openCount < (siblings ? 20 : 2) * depth)
                    #expect(handles.heldCount <= 1)
                } catch {
                    Issue.record(error)
                }
            }
        }

        @Test func oneHandleIsEnough() throws {
            let folder = try TemporaryFolder()
            try folder.makeChain(depth: 200, siblings: true)
            var found = 0
            #expect(try walk(folder.root(DirectoryHandles(capacity: 1))) { _, _ in found += 1 } == 401)
            #expect(found == 1)
        }

        @Test func aLongChainIsReleasedWithoutRecursion() throws {
            runThreads(1) { _ in
                guard var deepest = try? DirectoryHandles().root(RawPath("/")) else { return }
                let name = EntryName("x")
                for _ in 0..<100_000 { deepest = deepest.child(name) }
                #expect(deepest.depth == 100_000)
            }
        }

        @Test func manyThreadsReleaseOneTree() throws {
            let root = try DirectoryHandles().root(RawPath("/"))
            let chains = Mutex<[Directory]>([])
            var deepest = root
            for level in 0..<20_000 {
                deepest = deepest.child(EntryName("x"))
                if level % 100 == 0 { chains.withLock { $0.append(deepest.child(EntryName("y"))) } }
            }
            chains.withLock { $0.append(deepest) }
            deepest = root
            runThreads(8) { _ in
                while let chain = chains.withLock({ $0.popLast() }) { withExtendedLifetime(chain) {} }
            }
            #expect(chains.withLock { $0.isEmpty })
        }
    }
}
