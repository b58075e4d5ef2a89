import Blobs
import Containers
import Inputs

/// Standard input, which may be a container.
final class StandardInputBytes: ContainerSource {
    private var input: StandardInput
    private let budget: ContainerBudget

    let size: Int? = nil
    let canSeek = false
    private(set) var failure: SourceFailure?

    /// - Parameter budget: is told how much was read.
    init(_ input: consuming StandardInput, budget: ContainerBudget) {
        self.input = input
        self.budget = budget
    }

    func read(into buffer: inout MutableSpan<UInt8>, at offset: Int) throws(ByteSourceError) -> Int {
        do throws(ByteSourceError) {
            let count = try input.read(into: &buffer, at: offset)
            budget.note(fileSize: offset + count)
            return count
        } catch {
            failure = .system(error.errorNumber, offset: error.offset)
            throw error
        }
    }
}
