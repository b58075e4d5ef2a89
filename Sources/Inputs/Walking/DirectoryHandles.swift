// How a folder gets open, from a tree of any depth, with a handful of descriptors.
//
//     open(folder):
//         from = the nearest ancestor that is still open, or the root's path
//         for each level from there down:
//             openat(parent, name)
//             keep it open if its distance to `folder` is 0, 1, 2, 4, 8, …
//             let go of the parent
//
// The folders that stay open behind are milestones. Coming back up a chain of n levels, a stretch of
// length d costs T(d) = d + T(d/2) + T(d/4) + …, so O(n log n) opens in all, with log n descriptors.
// What is kept is checked against the device and inode of its first opening; what is only passed
// through is not: the first folder behind it that is kept answers for the way.
//
// When descriptors run out, a worker gives back what it holds before it waits, so that workers cannot
// wait for each other in a circle; and of those that wait only one at a time tries again.

import Blobs
import Glibc
import Synchronization

/// The open folders of a walk: a few for all workers, whatever the size and depth of the tree.
///
/// All workers share one value.
public final class DirectoryHandles: Sendable {
    private let cache: Mutex<HandleCache>
    private let patience: Duration
    private let nextID = Atomic<UInt64>(0)
    private let opened = Atomic<Int>(0)
    private let someoneRetries = Atomic<Bool>(false)

    /// - Parameters:
    ///   - capacity: How many folders stay open that nobody is using. Fewer when descriptors run out.
    ///   - patience: How long to wait for a descriptor when there is none to be had.
    public init(capacity: Int = 32, patience: Duration = .seconds(30)) {
        precondition(capacity > 0)
        cache = Mutex(HandleCache(capacity: capacity))
        self.patience = patience
    }

    /// How often a folder was opened so far: what a walk costs in system calls.
    public var openCount: Int { opened.load(ordering: .relaxed) }

    /// How many folders are kept open now. Those that a worker holds beyond that are not counted.
    public var heldCount: Int { cache.withLock { $0.count } }

    /// The folder at a path that the user named; a symbolic link is followed. It is opened at once.
    ///
    /// A relative path is resolved again when the folder has to be re-opened: do not change the working directory.
    ///
    /// - Throws: `vanished` when there is no folder of this name, or the error of opening it.
    public func root(_ path: RawPath) throws(InputError) -> Directory {
        guard let terminated = path.terminated else { throw .invalidName }
        let root = Directory(id: newID(), handles: self, parent: nil, terminatedName: terminated, links: .follow)
        try withDescriptor(of: root) { _ in }
        return root
    }

    /// Closes every folder that no worker is using.
    ///
    /// For other parts of the process that run out of descriptors. Folders are opened again when needed.
    public func closeUnused() {
        // The result is closed here, after the lock is gone.
        _ = cache.withLock { $0.evict(downTo: 0) }
    }

    func child(of parent: Directory, terminatedName: [UInt8], links: LinkPolicy) -> Directory {
        Directory(id: newID(), handles: self, parent: parent, terminatedName: terminatedName, links: links)
    }

    /// Closes a folder that nobody can ask for any more.
    func forget(_ id: UInt64) {
        _ = cache.withLock { $0.remove(id) }
    }

    func withDescriptor<Result: ~Copyable>(
        of directory: Directory, _ body: (Int32) throws(InputError) -> Result
    ) throws(InputError) -> Result {
        try makingRoom { () throws(InputError) in
            try openDirectory(directory).withNumber(body)
        }
    }

    /// Keeps a folder open for as long as the caller holds what it gets.
    func hold(_ directory: Directory) throws(InputError) -> OpenDirectory {
        try makingRoom { () throws(InputError) in try openDirectory(directory) }
    }

    /// As `hold`, at the first entry and for one reader alone.
    func holdForReading(_ directory: Directory) throws(InputError) -> OpenDirectory {
        try makingRoom { () throws(InputError) in
            let shared = try openDirectory(directory)
            if shared.takePosition() { return shared }
            // Somebody has read through this descriptor, or is doing so: the same folder once more.
            return OpenDirectory(
                try shared.withNumber { number throws(InputError) in
                    try SystemCall.open([UInt8(ascii: "."), 0], at: number, flags: O_DIRECTORY, links: .refuse)
                })
        }
    }

    /// Runs `open` again for as long as it finds no free descriptor: gives back what can be given back,
    /// then waits, until it works or patience ends. `open` must hold none when it throws `tooManyOpenFiles`.
    func makingRoom<Result: ~Copyable>(
        for open: () throws(InputError) -> Result
    ) throws(InputError) -> Result {
        do {
            return try open()
        } catch {
            guard error == .tooManyOpenFiles else { throw error }
        }
        _ = cache.withLock { $0.shrink() }
        let deadline = ContinuousClock.now + patience
        while true {
            if !someoneRetries.exchange(true, ordering: .acquiring) {
                defer { someoneRetries.store(false, ordering: .releasing) }
                do {
                    return try open()
                } catch {
                    guard error == .tooManyOpenFiles else { throw error }
                }
                closeUnused()
            }
            guard ContinuousClock.now < deadline else { throw .tooManyOpenFiles }
            // Rare enough that a millisecond is no loss: all descriptors are in use.
            _ = usleep(1000)
        }
    }

    private func openDirectory(_ directory: Directory) throws(InputError) -> OpenDirectory {
        var way: [Directory] = []
        var start: OpenDirectory?
        var folder: Directory? = directory
        while let current = folder {
            start = cache.withLock { $0.handle(of: current.id) }
            if start != nil { break }
            way.append(current)
            folder = current.parent
        }
        return try descend(way, from: start)
    }

    /// Opens each folder relative to the one before it. `way` has the goal first.
    private func descend(_ way: [Directory], from start: OpenDirectory?) throws(InputError) -> OpenDirectory {
        var current = start
        var cost = 0
        for (distance, folder) in way.enumerated().reversed() {
            let handle = try open(folder, in: current)
            cost += 1
            let isMilestone = distance & (distance - 1) == 0
            if isMilestone {
                try handle.withNumber(folder.confirm)
                // What is pushed out is closed after the lock is gone.
                _ = cache.withLock { $0.insert(handle, of: folder.id, cost: cost) }
                cost = 0
            }
            current = handle
        }
        guard let current else { preconditionFailure("a folder leads to itself at least") }
        return current
    }

    private func open(_ folder: Directory, in parent: OpenDirectory?) throws(InputError) -> OpenDirectory {
        func open(at number: Int32) throws(InputError) -> Descriptor {
            try SystemCall.open(folder.terminatedName, at: number, flags: O_DIRECTORY, links: folder.links)
        }
        let descriptor = if let parent { try parent.withNumber(open(at:)) } else { try open(at: AT_FDCWD) }
        opened.add(1, ordering: .relaxed)
        return OpenDirectory(descriptor)
    }

    private func newID() -> UInt64 {
        nextID.add(1, ordering: .relaxed).newValue
    }
}
