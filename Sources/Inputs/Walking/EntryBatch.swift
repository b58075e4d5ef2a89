/// Names of entries of one folder that wait for their turn, packed.
///
/// A pending entry costs its bytes and one NUL, nothing else: a million of them fit where a million
/// arrays would not. Names come back from the end, last in first out.
public struct EntryBatch: Sendable {
    /// Each name followed by a NUL.
    private var names: [UInt8] = []

    /// How many names wait.
    public private(set) var count = 0

    public init() {}

    public var isEmpty: Bool { count == 0 }

    /// Memory that the names take, in bytes.
    public var byteCount: Int { names.count }

    /// Adds a name.
    ///
    /// - Precondition: The name is not empty and holds neither `/` nor NUL.
    public mutating func append(_ name: Span<UInt8>) {
        precondition(!name.isEmpty, "an entry has a name")
        for index in name.indices {
            precondition(name[index] != 0 && name[index] != UInt8(ascii: "/"), "not the name of an entry")
        }
        // The buffer is only read while it lives.
        unsafe name.withUnsafeBufferPointer { unsafe names.append(contentsOf: $0) }
        names.append(0)
        count += 1
    }

    /// Takes the last name off into `name`.
    ///
    /// - Returns: `false` when none is left; `name` then stays as it is.
    ///
    /// Complexity: O(n) in the length of the name.
    public mutating func popLast(into name: inout EntryName) -> Bool {
        guard let end = names.indices.last else { return false }
        let start = (names[..<end].lastIndex(of: 0) ?? -1) + 1
        name.replace(with: names[start...])
        names.removeSubrange(start...)
        count -= 1
        return true
    }

    /// Forgets all names and keeps the memory for the next ones.
    public mutating func removeAll() {
        names.removeAll(keepingCapacity: true)
        count = 0
    }
}
