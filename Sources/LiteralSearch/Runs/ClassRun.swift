/// A run of bytes of one class to look for: maximal, that is, with no byte of the class on either side.
public struct ClassRun: Hashable, Sendable {
    public let members: ByteSet

    /// How many bytes the run may have.
    public let length: ClosedRange<Int>

    /// - Precondition: `length` starts at 2 or more.
    public init(_ members: ByteSet, length: ClosedRange<Int>) {
        precondition(length.lowerBound >= 2, "a run of one byte is no anchor")
        self.members = members
        self.length = length
    }
}
