/// Why bytes of a source could not be read.
public struct ByteSourceError: Error, Hashable, Sendable {
    /// Where reading stopped: a byte offset into the source.
    public let offset: Int

    /// The operating system's error number, or 0 when the source itself found the fault.
    public let errorNumber: Int32

    public init(offset: Int, errorNumber: Int32) {
        self.offset = offset
        self.errorNumber = errorNumber
    }
}
