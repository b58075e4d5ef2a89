/// What bounds the work on one database, so that a small file cannot cost hours or all memory.
public enum DatabaseLimit: String, Hashable, Sendable, CaseIterable {
    /// Instructions of SQLite's virtual machine: 16 for each byte of the file, and 16 million. Trees that lead to the
    /// same rows many times end here.
    case steps

    /// Bytes of values and of text: 128 for each byte of the file, and 64 MiB. Rows that share one long value, or a
    /// default in the schema, end here.
    case bytes

    /// The schema: 8 MiB of pages, and a million instructions, about 100,000 entries. SQLite keeps all of it in memory.
    case schema

    /// One value of more than 64 MiB in a table whose values cannot be read in pieces.
    case value
}
