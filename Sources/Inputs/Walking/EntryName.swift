/// The name of one entry of a folder: not empty, without `/` and NUL, in no particular encoding.
///
/// The bytes are kept with a NUL behind them, so that a system call takes them as they are.
/// One value can be filled again and again: a worker opens a million files through one buffer.
public struct EntryName: Hashable, Sendable {
    /// The name and its NUL.
    private(set) var terminated: [UInt8]

    /// - Precondition: The name is not empty and holds neither `/` nor NUL.
    public init(_ name: some Collection<UInt8>) {
        precondition(
            !name.isEmpty && !name.contains(0) && !name.contains(UInt8(ascii: "/")), "not the name of an entry")
        terminated = []
        terminated.reserveCapacity(name.count + 1)
        terminated.append(contentsOf: name)
        terminated.append(0)
    }

    public init(_ text: String) {
        self.init(Array(text.utf8))
    }

    /// Room for a name that is still to come: `.`, the folder itself, until then.
    public init() {
        terminated = [UInt8(ascii: "."), 0]
    }

    /// The name without its NUL.
    public var bytes: ArraySlice<UInt8> { terminated.dropLast() }

    /// Fills this value with other bytes; allocates only when they are longer than all before.
    ///
    /// `terminatedName` comes from an `EntryBatch`, which has checked it.
    mutating func replace(with terminatedName: ArraySlice<UInt8>) {
        terminated.removeAll(keepingCapacity: true)
        terminated.append(contentsOf: terminatedName)
    }
}
