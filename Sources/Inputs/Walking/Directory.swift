import Blobs
import Glibc
import Synchronization

/// A folder of a walk: its name, and the folder that holds it.
///
/// It is a few words of memory and no descriptor. `DirectoryHandles` opens it when it is needed, and
/// may close it between two uses. Depth and length of the path have no limit, so nothing here recurses.
/// Any number of workers can use one value at once.
public final class Directory: Sendable {
    /// Tells this folder from all others that share its `handles`, also after it is gone.
    let id: UInt64

    let handles: DirectoryHandles

    /// How a root is spelled, else the name in the parent; with a NUL behind it.
    let terminatedName: [UInt8]

    let links: LinkPolicy

    /// How many folders lie between this one and its root: 0 for the root.
    public let depth: Int

    /// Emptied only when the value is destroyed.
    private let heldParent: Mutex<Directory?>

    /// Known from the first open on.
    private let knownKey = Mutex<InodeKey?>(nil)

    init(id: UInt64, handles: DirectoryHandles, parent: Directory?, terminatedName: [UInt8], links: LinkPolicy) {
        self.id = id
        self.handles = handles
        self.terminatedName = terminatedName
        self.links = links
        depth = parent.map { $0.depth + 1 } ?? 0
        heldParent = Mutex(parent)
    }

    /// Lets go of the ancestors one after the other: releasing them through each other would take
    /// a stack frame for every level.
    deinit {
        handles.forget(id)
        var ancestor = heldParent.withLock { $0.take() }
        while isKnownUniquelyReferenced(&ancestor) {
            ancestor = ancestor?.heldParent.withLock { $0.take() }
        }
    }

    /// The folder that holds this one; `nil` for the root of a walk.
    public var parent: Directory? { heldParent.withLock { $0 } }

    /// The name in the parent; for a root, the path as the user spelled it.
    public var name: ArraySlice<UInt8> { terminatedName.dropLast() }

    /// Device and inode; `nil` until the folder was opened for the first time.
    public var key: InodeKey? { knownKey.withLock { $0 } }

    /// The path, from the root as the user spelled it.
    ///
    /// Made anew for each call: for reports, not for opening.
    ///
    /// Complexity: O(n) in the length of the path.
    public var path: RawPath {
        path(joining: [])
    }

    /// The path of an entry of this folder.
    ///
    /// Complexity: O(n) in the length of the path.
    public func path(of entry: EntryName) -> RawPath {
        path(joining: entry.bytes)
    }

    /// A folder in this one. Nothing is opened yet.
    public func child(_ name: EntryName, links: LinkPolicy = .refuse) -> Directory {
        handles.child(of: self, terminatedName: name.terminated, links: links)
    }

    /// Runs `body` with an open descriptor of this folder, which is valid only until it returns.
    ///
    /// `body` runs again when it throws `tooManyOpenFiles`, and must not have done anything by then.
    func withDescriptor<Result: ~Copyable>(
        _ body: (Int32) throws(InputError) -> Result
    ) throws(InputError) -> Result {
        try handles.withDescriptor(of: self, body)
    }

    /// Makes sure that the descriptor is of the folder that was opened the first time.
    ///
    /// - Throws: `vanished` when another folder now goes by its name.
    func confirm(_ descriptor: Int32) throws(InputError) {
        let found = FileFacts(try SystemCall.status(of: descriptor)).key
        let expected = knownKey.withLock { key in
            if key == nil { key = found }
            return key
        }
        guard found == expected else { throw .vanished }
    }

    private func path(joining last: ArraySlice<UInt8>) -> RawPath {
        var names: [ArraySlice<UInt8>] = last.isEmpty ? [] : [last]
        var length = last.count + 1
        var folder: Directory? = self
        while let current = folder {
            names.append(current.name)
            length += current.name.count + 1
            folder = current.parent
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length)
        for name in names.reversed() {
            if let last = bytes.last, last != UInt8(ascii: "/") { bytes.append(UInt8(ascii: "/")) }
            bytes.append(contentsOf: name)
        }
        return RawPath(bytes)
    }
}
