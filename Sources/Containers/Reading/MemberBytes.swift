import Blobs

/// The content of the member that a reader has in hand, paid for out of a budget.
public final class MemberBytes: ContainerSource {
    private let reader: ContainerReader
    private let budget: ContainerBudget

    public let size: Int?
    public let canSeek = false
    public private(set) var failure: SourceFailure?

    /// - Parameter member: the one that `reader` came to last.
    public init(_ member: ContainerMember, of reader: ContainerReader, budget: ContainerBudget) {
        self.reader = reader
        self.budget = budget
        size = member.size
    }

    public func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ByteSourceError) -> Int {
        if failure != nil { throw ByteSourceError(offset: offset, errorNumber: 0) }
        do throws(ContainerError) {
            guard let allowed = expandable() else { throw ContainerError.source }
            var room = buffer._mutatingExtracting(0..<min(buffer.count, allowed))
            let count = try reader.read(into: &room, at: offset)
            budget.spend(bytes: count)
            return count
        } catch {
            // What the container itself is read from knows best why it ends.
            if failure == nil { failure = (error == .source ? reader.sourceFailure : nil) ?? .container(error) }
            throw ByteSourceError(offset: offset, errorNumber: 0)
        }
    }

    public func nextData(from offset: Int) -> Int {
        failure == nil ? reader.nextData(from: offset) : offset
    }

    /// How many bytes may be expanded; `nil`, and the failure is known, when none.
    private func expandable() -> Int? {
        do throws(ContainerLimit) {
            return try budget.expandable()
        } catch {
            failure = .limit(error)
            return nil
        }
    }
}
