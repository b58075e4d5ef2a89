/// Where a reader stands, that reads what is encoded in a part of another one.
struct MailNesting {
    /// Readers in readers at most: each has its own window.
    static let limit = 8

    /// How many readers are around it.
    var depth = 0

    /// Where the part begins in the outermost source.
    var offset: Int?
}
