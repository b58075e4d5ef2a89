/// How a file changed while it was read. What was read is then no single state of the file.
public enum FileChange: Hashable, Sendable {
    /// It ended before the size that it had when it was opened.
    case shrunk

    /// It had more bytes than when it was opened. They were read up to the size found at that moment, and no further.
    case grown

    /// Its size is the same, its time of change is not.
    case rewritten
}
