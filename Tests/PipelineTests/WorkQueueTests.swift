import Blobs
import Dispatch
import Inputs
import Synchronization
import Testing

@testable import Pipeline

@Suite struct WorkQueueTests {
    /// What workers came to.
    private final class Account: Sendable {
        let names = Mutex<[String]>([])
        let targets = Atomic<Int>(0)
        let barrier = DispatchSemaphore(value: 0)

        /// Workers that waited in vain for the others. They are told of at the end: a test's own thread must do it.
        let lonely = Atomic<Int>(0)

        func add(_ name: EntryName) {
            names.withLock { $0.append(String(decoding: name.bytes, as: UTF8.self)) }
        }
    }

    /// Runs `body` on threads of their own; `false` when they do not end.
    private static func overlap(_ workers: Int, seconds: Int = 20, _ body: @escaping @Sendable (Int) -> Void) -> Bool {
        let group = DispatchGroup()
        // A serial queue gets a thread at once; a concurrent one gives its blocks no more than there are processors.
        for index in 0..<workers {
            DispatchQueue(label: "test.worker.\(index)").async(group: group) { body(index) }
        }
        return group.wait(timeout: .now() + .seconds(seconds)) == .success
    }

    private static func root() throws -> FolderContext {
        FolderContext(root: try DirectoryHandles().root(RawPath("/")), path: RawPath("/"))
    }

    private static func batch(_ names: [String], of folder: FolderContext) -> WorkQueue.Batch {
        var batch = EntryBatch()
        for name in names { batch.append(Array(name.utf8).span) }
        return WorkQueue.Batch(folder: folder, names: batch)
    }

    /// Each target becomes folders, each folder folders and files: all are met once, and everyone comes home.
    @Test(arguments: [1, 2, 8, 64])
    func nothingIsLost(workers: Int) throws {
        for round in 0..<(workers == 64 ? 5 : 20) {
            let root = try Self.root()
            let account = Account()
            let queue = WorkQueue {
                let number = account.targets.add(1, ordering: .relaxed).newValue
                return number <= 5 ? .path(RawPath("t\(number)")) : nil
            }
            let isOver = Self.overlap(workers) { _ in
                guard queue.join() else { return }
                while let item = queue.next() {
                    switch item {
                    case .target(.path(let path)):
                        queue.push(folders: Self.batch((0..<4).map { "\(path.lossyText)-\($0)" }, of: root))
                    case .listing(_, let name):
                        account.add(name)
                        let text = String(decoding: name.bytes, as: UTF8.self)
                        if text.utf8.count < 9 {
                            queue.push(folders: Self.batch((0..<3).map { "\(text)-\($0)" }, of: root))
                        }
                        _ = queue.push(files: Self.batch((0..<7).map { "\(text).f\($0)" }, of: root))
                    case .files(let batch):
                        var (names, name) = (batch.names, EntryName())
                        while names.popLast(into: &name) { account.add(name) }
                    case .target(.standardInput), .link, .share: account.lonely.add(1, ordering: .relaxed)
                    }
                }
            }
            #expect(isOver, "\(workers) workers wait for ever")
            #expect(account.lonely.load(ordering: .relaxed) == 0)
            let names = account.names.withLock { $0 }
            // 5 targets × (4 + 4 × 3 + 4 × 9 + 4 × 27) folders, and 7 files for each.
            #expect(names.count == 5 * (4 + 12 + 36 + 108) * 8, "round \(round)")
            #expect(Set(names).count == names.count)
        }
    }

    /// As many workers as asked for have something in hand at the same time.
    @Test(arguments: [2, 8, 64])
    func workersReallyOverlap(workers: Int) throws {
        let root = try Self.root()
        let account = Account()
        let arrived = Atomic<Int>(0)
        let queue = WorkQueue {
            account.targets.add(1, ordering: .relaxed).newValue == 1 ? .path(RawPath("t")) : nil
        }
        let isOver = Self.overlap(workers) { _ in
            guard queue.join() else { return }
            while let item = queue.next() {
                if case .target = item {
                    queue.push(folders: Self.batch((0..<workers).map { "f\($0)" }, of: root))
                } else if arrived.add(1, ordering: .sequentiallyConsistent).newValue == workers {
                    for _ in 0..<workers { account.barrier.signal() }
                    account.barrier.wait()
                } else if account.barrier.wait(timeout: .now() + 10) == .timedOut {
                    account.lonely.add(1, ordering: .relaxed)
                }
            }
        }
        #expect(isOver)
        #expect(account.lonely.load(ordering: .relaxed) == 0, "fewer than \(workers) workers are at work")
    }

    /// The round after the first one, for symbolic links, is work for all workers too.
    @Test(arguments: [2, 8])
    func workersOverlapInALaterRound(workers: Int) throws {
        let root = try Self.root()
        let account = Account()
        let queue = WorkQueue {
            account.targets.add(1, ordering: .relaxed).newValue == 1 ? .path(RawPath("t")) : nil
        }
        #expect(Self.overlap(workers) { _ in if queue.join() { while queue.next() != nil {} } })
        for round in 1...3 {
            let arrived = Atomic<Int>(0)
            queue.begin(with: .link(DeferredLink(folder: root, name: EntryName("l"), path: RawPath("/l"))))
            let isOver = Self.overlap(workers) { _ in
                guard queue.join() else { return }
                while let item = queue.next() {
                    if case .link = item {
                        // Time for the others to find nothing to do, and to wait.
                        _ = account.barrier.wait(timeout: .now() + 0.2)
                        queue.push(folders: Self.batch((0..<workers).map { "f\($0)" }, of: root))
                    } else if arrived.add(1, ordering: .sequentiallyConsistent).newValue == workers {
                        for _ in 0..<workers { account.barrier.signal() }
                        account.barrier.wait()
                    } else if account.barrier.wait(timeout: .now() + 2) == .timedOut {
                        account.lonely.add(1, ordering: .relaxed)
                    }
                }
            }
            #expect(isOver)
            let lonely = account.lonely.exchange(0, ordering: .relaxed)
            #expect(lonely == 0, "round \(round): fewer than \(workers) workers are at work")
        }
    }

    @Test func fullQueuesRefuseFilesAndTakeThemLater() throws {
        let root = try Self.root()
        let queue = WorkQueue { nil }
        #expect(queue.join())
        let name = String(repeating: "n", count: 1_023)
        let batch = Self.batch((0..<64).map { _ in name }, of: root)
        var taken = 0
        while queue.push(files: batch) { taken += 1 }
        #expect(taken == WorkQueue.capacity / (64 * 1_024))
        #expect(queue.next() != nil)
        #expect(queue.push(files: batch) && !queue.push(files: batch))
        for _ in 0..<taken { #expect(queue.next() != nil) }
        #expect(queue.next() == nil && queue.next() == nil)
    }

    @Test func aWorkerThatCannotBeginIsNotWaitedFor() throws {
        let queue = WorkQueue { nil }
        #expect(
            Self.overlap(3) { index in
                guard queue.join() else { return }
                if index == 0 { queue.leave() } else { while queue.next() != nil {} }
            })
    }
}
