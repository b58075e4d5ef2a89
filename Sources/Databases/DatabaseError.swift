/// Why a database, or something in it, could not be read. Nothing of what the database holds is in it.
public enum DatabaseError: Error, Hashable, Sendable {
    /// A part of the file contradicts the format, or is missing. The text is SQLite's own for its result code.
    case damaged(String)

    /// The header is that of a database, but what follows reads like random bytes: some encryptions leave the header
    /// as it is.
    case encrypted

    /// Something this version of SQLite, or this reader, has no means for.
    case unsupported(String)

    /// A limit was reached.
    case limit(DatabaseLimit)

    /// The source of the bytes failed: the operating system's error number, or 0.
    case unreadable(Int32)

    case outOfMemory

    /// The caller said so.
    case stopped

    /// Whether nothing more can be had of the database. Otherwise the next call of `next` goes on.
    public var isFinal: Bool {
        switch self {
        case .damaged, .encrypted, .unsupported: false
        case .limit(let limit): limit != .value
        case .unreadable, .outOfMemory, .stopped: true
        }
    }
}
