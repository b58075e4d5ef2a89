import Blobs

/// The rows of one table as text, or one large value of it.
public struct DatabasePart: Sendable {
    /// `users`, or `users/17/avatar`: table, rowid, column. Where rows have no rowid, the row's number from 1 on stands
    /// in its place. Names are as the schema has them, with any bytes but NUL.
    public let name: RawPath

    /// Bytes, if they are known before they are read.
    public let size: Int?
}
