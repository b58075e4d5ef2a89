/// What the reader of a table must know of the database, and of its caller.
struct DatabaseFormat {
    /// That of all texts in it.
    let encoding: DatabaseHeader.TextEncoding

    /// Whether a BLOB is something that can be opened.
    let isFile: (Span<UInt8>) -> Bool
}
