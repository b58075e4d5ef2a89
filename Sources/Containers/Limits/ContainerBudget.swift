/// What the containers of one file have cost so far, and may still cost. For one worker.
public final class ContainerBudget {
    private static let leastAllowance = 1 << 30
    private static let largestRatio = 200

    private let limits: ContainerLimits

    /// Bytes of the file, as far as they are known.
    private var fileSize: Int

    private var expanded = 0
    private var members = 0

    /// The limit of bytes or members that was reached: nothing more is expanded.
    public private(set) var exhausted: ContainerLimit?

    /// - Parameter fileSize: bytes of the outermost file, 0 if only reading will tell; then say what was read.
    public init(_ limits: ContainerLimits, fileSize: Int) {
        self.limits = limits
        self.fileSize = fileSize
    }

    public var depth: Int { limits.depth }

    /// Says how many bytes a file has that did not tell before.
    public func note(fileSize: Int) { self.fileSize = max(self.fileSize, fileSize) }

    /// How many bytes may still be expanded.
    ///
    /// - Throws: the limit, when there are none.
    public func expandable() throws(ContainerLimit) -> Int {
        if let exhausted { throw exhausted }
        let allowance = allowance
        if expanded < allowance { return allowance - expanded }
        let isRatio = limits.expandedBytes == nil && allowance > Self.leastAllowance
        let reached: ContainerLimit = isRatio ? .ratio(expanded) : .bytes(expanded)
        exhausted = reached
        throw reached
    }

    /// Says that so many bytes were expanded.
    public func spend(bytes: Int) { expanded += bytes }

    /// Counts a member.
    ///
    /// - Throws: the limit, when it is one too many.
    public func countMember() throws(ContainerLimit) {
        guard members < limits.members else {
            exhausted = .members
            throw .members
        }
        members += 1
    }

    private var allowance: Int {
        if let bytes = limits.expandedBytes { return bytes }
        let (product, overflows) = fileSize.multipliedReportingOverflow(by: Self.largestRatio)
        return overflows ? .max : max(Self.leastAllowance, product)
    }
}

extension ContainerLimit: Error {}
