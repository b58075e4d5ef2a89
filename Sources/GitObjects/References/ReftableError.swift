/// Why a table of references could not be read, or not to its end.
enum ReftableError: Error, Hashable {
    /// It does not begin and end as a table does.
    case noTable

    /// Its checksum is not that of its footer.
    case wrongChecksum

    /// A version that is not known, or the names of another format.
    case unsupported

    /// There is no valid block or record at this byte offset.
    case malformed(offset: Int)

    /// Its names or its logs take more memory than is given to them.
    case tooLarge

    var note: String {
        switch self {
        case .noTable: "is no table of references"
        case .wrongChecksum: "has a wrong checksum"
        case .unsupported: "is of a version or an object format that is not known here"
        case .malformed(let offset): "cannot be read from byte \(offset) on"
        case .tooLarge: "has names or logs that take too much memory"
        }
    }
}
