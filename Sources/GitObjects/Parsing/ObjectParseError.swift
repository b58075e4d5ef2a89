/// Why the content of a commit or a tag could not be read. Offsets are in bytes, from the start of the content.
public enum ObjectParseError: Error, Hashable, Sendable {
    /// A header that every object of this kind has is missing.
    case missing(ObjectHeader)

    /// A header names no object, or no kind of object.
    case malformed(ObjectHeader, offset: Int)
}

/// The headers that lead to other objects.
public enum ObjectHeader: String, Hashable, Sendable {
    case tree
    case parent
    case object
    case type
}
