/// Names of entries of one folder, one behind the other with a NUL behind each, to be searched in one go.
struct JoinedNames {
    /// Bytes from which on the names are to be searched: more would not make it cheaper.
    private static let enough = 16 * 1024

    private(set) var bytes: [UInt8] = []

    var isFull: Bool { bytes.count >= Self.enough }

    mutating func append(_ name: Span<UInt8>) {
        for index in name.indices { bytes.append(name[index]) }
        bytes.append(0)
    }

    /// Forgets all names and keeps the memory for the next ones.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }
}
